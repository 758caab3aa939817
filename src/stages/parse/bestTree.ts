/**
 * The heads that make the tree with the highest sum of scores (Chu and Liu, "On the Shortest Arborescence of a Directed Graph", 1965;
 * Edmonds 1967), with one word at its root. `scores[i * (n + 1) + h]` is the score of word `i` (from 0) under `h`: 0 is the root, and
 * word `j` is `j + 1`. Returns for each word its head in the same numbers.
 */
export function bestTree(scores: Float32Array, n: number): Int32Array {
  const width = n + 1
  const heads = greedyHeads(scores, n)
  let roots = 0
  for (const head of heads) if (head === 0) roots++
  if (roots === 1 && findCycle(heads, [...heads.keys()]) === undefined) return heads
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
  const heads = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    let best = 0
    for (let h = 1; h < width; h++) if (h !== i + 1 && scores[i * width + h] > scores[i * width + best]) best = h
    heads[i] = best
  }
  return heads
}

/** The nodes of a circle among the heads of `nodes`, if there is one. */
function findCycle(heads: Int32Array, nodes: readonly number[]): number[] | undefined {
  const seen = new Int32Array(heads.length).fill(-1)
  for (const start of nodes) {
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

/** A circle made one word: for each head outside, the word of it that hangs there; for each word outside, the word of it that is its head. */
interface Circle {
  readonly id: number
  readonly into: Int32Array
  readonly outOf: Int32Array
  readonly outside: readonly number[]
}

/**
 * Circles are broken by making one word of each and finding the best tree of what is left. All is done in one table, in which circles
 * have rows and columns behind the words', so that a sentence of nothing but circles takes no longer than its pairs of words.
 */
function spanningTree(scores: Float32Array, n: number): Int32Array {
  const width = 2 * n + 1
  const table = new Float32Array(2 * n * width)
  for (let i = 0; i < n; i++) table.set(scores.subarray(i * (n + 1), (i + 1) * (n + 1)), i * width)
  const heads = new Int32Array(2 * n)
  const tied = new Uint8Array(2 * n)
  let nodes = Array.from({ length: n }, (_, i) => i)
  /** Gives `i` the head with the highest score, the root or one of `nodes`; the first of equals. */
  const choose = (i: number): void => {
    const row = i * width
    let best = 0
    let equals = false
    for (const h of nodes) {
      if (h === i || !(table[row + h + 1] >= table[row + best])) continue
      equals = table[row + h + 1] === table[row + best]
      if (!equals) best = h + 1
    }
    heads[i] = best
    tied[i] = equals ? 1 : 0
  }
  for (const i of nodes) choose(i)
  const circles: Circle[] = []
  for (let cycle = findCycle(heads, nodes); cycle !== undefined; cycle = findCycle(heads, nodes)) {
    const id = n + circles.length
    const inside = new Set(cycle)
    const outside = nodes.filter((i) => !inside.has(i))
    const into = new Int32Array(width)
    const outOf = new Int32Array(2 * n)
    for (const i of outside) {
      let best = cycle[0]
      for (const j of cycle) if (table[i * width + j + 1] > table[i * width + best + 1]) best = j
      table[i * width + id + 1] = table[i * width + best + 1]
      outOf[i] = best
    }
    for (let at = -1; at < outside.length; at++) {
      const h = at < 0 ? 0 : outside[at] + 1
      let [best, gain] = [cycle[0], Number.NEGATIVE_INFINITY]
      for (const j of cycle) {
        const change = table[j * width + h] - table[j * width + heads[j]]
        if (change > gain) [best, gain] = [j, change]
      }
      table[id * width + h] = gain
      into[h] = best
    }
    circles.push({ id, into, outOf, outside })
    nodes = [...outside, id]
    for (const i of outside) {
      if (!inside.has(heads[i] - 1)) continue
      // Nothing outside scored as much as the word of the circle, whose score the circle has.
      if (tied[i] === 0) heads[i] = id + 1
      else choose(i)
    }
    choose(id)
  }
  // From the last circle to the first: each is cut where it hangs on something outside.
  for (const { id, into, outOf, outside } of circles.reverse()) {
    for (const i of outside) if (heads[i] === id + 1) heads[i] = outOf[i] + 1
    heads[into[heads[id]]] = heads[id]
  }
  return heads.slice(0, n)
}
