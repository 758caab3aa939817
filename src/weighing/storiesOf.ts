/** Two groups of reports are joined while the mean cosine of their words' TF-IDF vectors is above this. */
const SAME_STORY = 0.13

/**
 * Which reports tell of the same story: average-link clustering of TF-IDF vectors of their words (at least three letters).
 * Takes the lower-cased words of each report; returns a story number for each. Cubic in the number of reports at worst:
 * meant for batches of up to about a thousand.
 */
export function storiesOf(reports: readonly (readonly string[])[], threshold = SAME_STORY): number[] {
  const vectors = tfIdf(reports.map((words) => words.filter((word) => word.length > 2)))
  const near = vectors.map((a) => vectors.map((b) => cosine(a, b)))
  const groups = reports.map((_, index) => [index])
  for (;;) {
    let best = threshold
    let pair: [number, number] | undefined
    for (let i = 1; i < groups.length; i++) {
      for (let j = 0; j < i; j++) {
        if (near[i][j] > best) {
          best = near[i][j]
          pair = [j, i]
        }
      }
    }
    if (pair === undefined) break
    const [j, i] = pair
    const [m, n] = [groups[j].length, groups[i].length]
    for (let k = 0; k < groups.length; k++) {
      near[j][k] = (m * near[j][k] + n * near[i][k]) / (m + n)
      near[k][j] = near[j][k]
    }
    groups[j].push(...groups[i])
    groups.splice(i, 1)
    near.splice(i, 1)
    for (const row of near) row.splice(i, 1)
  }
  const story: number[] = []
  groups.forEach((group, number) => {
    for (const report of group) story[report] = number
  })
  return story
}

/** Unit vectors of log-scaled counts times inverse document frequency. */
function tfIdf(reports: readonly (readonly string[])[]): Map<string, number>[] {
  const bags = reports.map((words) => {
    const bag = new Map<string, number>()
    for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
    return bag
  })
  const frequency = new Map<string, number>()
  for (const bag of bags) for (const word of bag.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return bags.map((bag) => {
    const weights = [...bag].map(
      ([word, count]) => [word, (1 + Math.log(count)) * Math.log(reports.length / frequency.get(word)!)] as const,
    )
    const norm = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return new Map(weights.map(([word, weight]) => [word, weight / norm]))
  })
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0)
  return sum
}
