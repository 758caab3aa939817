/** Leaves out the share `dropout` of the first `n` features at random; returns how many are left. */
export function withDropout(features: Int32Array, n: number, dropout: number, next: () => number): number {
  if (dropout === 0) return n
  let kept = 0
  for (let i = 0; i < n; i++) if (next() >= dropout) features[kept++] = features[i]
  return kept
}
