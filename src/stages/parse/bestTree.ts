/**
 * The heads that make the tree with the highest sum of scores (Chu and Liu, "On the Shortest Arborescence of a Directed Graph", 1965;
 * Edmonds 1967), with one word at its root. `scores[i * (n + 1) + h]` is the score of word `i` (from 0) under `h`: 0 is the root, and
 * word `j` is `j + 1`. Returns for each word its head in the same numbers.
 */
export function bestTree(scores: Float32Array, n: number): Int32Array {
  const width = n + 1
  const heads = greedyHeads(scores, n)
  const roots = [...heads.keys()].filter((i) => heads[i] === 0)
  if (roots.length === 1 && findCycle(heads) === undefined) return heads
  // One root only: the word for which giving up the root would cost most.
  const single = Float32Array.from(scores)
  let root = 0
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) {
    let other = Number.NEGATIVE_INFINITY
    for (let h = 1; h < width; h++) if (h !== i + 1) other = Math.max(other, scores[i * width + h])
    const gain = n === 1 ? 0 : scores[i * width] - other
    if (gain > most) {
      most = gain
      root = i
    }
  }
  for (let i = 0; i < n; i++) {
    if (i !== root) single[i * width] = Number.NEGATIVE_INFINITY
    else single.fill(Number.NEGATIVE_INFINITY, i * width + 1, (i + 1) * width)
  }
  return spanningTree(single, n)
}

function greedyHeads(scores: Float32Array, n: number): Int32Array {
  const width = n + 1
  return Int32Array.from({ length: n }, (_, i) => {
    let best = -1
    for (let h = 0; h < width; h++) {
      if (h !== i + 1 && (best < 0 || scores[i * width + h] > scores[i * width + best])) best = h
    }
    return best
  })
}

/** The words of a circle among the heads, if there is one. */
function findCycle(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length).fill(-1)
  for (let start = 0; start < heads.length; start++) {
    let i = start
    while (i >= 0 && seen[i] < 0) {
      seen[i] = start
      i = heads[i] - 1
    }
    if (i < 0 || seen[i] !== start) continue
    const cycle = [i]
    for (let j = heads[i] - 1; j !== i; j = heads[j] - 1) cycle.push(j)
    return cycle
  }
  return undefined
}

/** Circles are broken by making one word of each and finding the best tree of what is left. */
function spanningTree(scores: Float32Array, n: number): Int32Array {
  const width = n + 1
  const heads = greedyHeads(scores, n)
  const cycle = findCycle(heads)
  if (cycle === undefined) return heads
  const inside = new Set(cycle)
  const outside = [...heads.keys()].filter((i) => !inside.has(i))
  // The words outside keep their order; the circle is the last word of the smaller graph.
  const m = outside.length + 1
  const smaller = new Float32Array(m * (m + 1)).fill(Number.NEGATIVE_INFINITY)
  const numbers = [0, ...outside.map((i) => i + 1)]
  const into = new Int32Array(m)
  const outOf = new Int32Array(m)
  for (const [a, i] of outside.entries()) {
    for (const [b, h] of numbers.entries()) smaller[a * (m + 1) + b] = scores[i * width + h]
    let best = cycle[0]
    for (const j of cycle) if (scores[i * width + j + 1] > scores[i * width + best + 1]) best = j
    smaller[a * (m + 1) + m] = scores[i * width + best + 1]
    outOf[a] = best
  }
  for (const [b, h] of numbers.entries()) {
    let [best, gain] = [cycle[0], Number.NEGATIVE_INFINITY]
    for (const j of cycle) {
      const change = scores[j * width + h] - scores[j * width + heads[j]]
      if (change > gain) [best, gain] = [j, change]
    }
    smaller[(m - 1) * (m + 1) + b] = gain
    into[b] = best
  }
  const found = spanningTree(smaller, m)
  const result = Int32Array.from(heads)
  for (const [a, i] of outside.entries()) result[i] = found[a] === m ? outOf[a] + 1 : numbers[found[a]]
  result[into[found[m - 1]]] = numbers[found[m - 1]]
  return result
}
