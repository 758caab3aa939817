/**
 * Lifts crossing arcs until none is left: a word whose arc crosses another hangs on the head of its head instead
 * (Nivre and Nilsson 2005, without marking). `heads[i]` is n at the root.
 */
export function projectivize(heads: readonly number[]): number[] {
  const lifted = [...heads]
  const n = heads.length
  for (;;) {
    let [shortest, word] = [Number.POSITIVE_INFINITY, -1]
    for (let i = 0; i < n; i++) {
      if (lifted[i] === n) continue
      const [from, to] = i < lifted[i] ? [i, lifted[i]] : [lifted[i], i]
      for (let k = from + 1; k < to; k++) {
        if (descends(lifted, k, lifted[i], n)) continue
        if (to - from < shortest) {
          shortest = to - from
          word = i
        }
        break
      }
    }
    if (word < 0) return lifted
    lifted[word] = lifted[lifted[word]]
  }
}

function descends(heads: readonly number[], word: number, ancestor: number, root: number): boolean {
  let at = word
  while (at !== root) {
    if (at === ancestor) return true
    at = heads[at]
  }
  return false
}
