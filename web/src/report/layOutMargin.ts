/** A note in a margin: where it would like to stand, and how tall it is. */
export interface MarginNote {
  readonly wanted: number
  readonly height: number
  /** how much it insists; the marked one insists most and stands where it wants to */
  readonly weight?: number
}

/**
 * Places notes in their order without overlap, each as near as can be to where it wants to stand: the least squares
 * optimum, by pooling neighbours that would overlap (isotonic regression, pool adjacent violators). None stands above `floor`.
 *
 *     wanted   0  10  12  90          two notes that want the same line share the distance,
 *     height  20  20  20  20    →     rather than the first pushing all others down
 */
export function layOutMargin(notes: readonly MarginNote[], gap: number, floor = 0): number[] {
  // With what stands before each note taken off, "no overlap" is just "never decreasing".
  let before = 0
  const offsets = notes.map(({ height }) => {
    const offset = before
    before += height + gap
    return offset
  })
  const pools: { place: number; weight: number; count: number }[] = []
  notes.forEach(({ wanted, weight = 1 }, index) => {
    let pool = { place: wanted - offsets[index], weight, count: 1 }
    for (let last = pools.at(-1); last !== undefined && last.place >= pool.place; last = pools.at(-1)) {
      pools.pop()
      const total = last.weight + pool.weight
      pool = {
        place: (last.place * last.weight + pool.place * pool.weight) / total,
        weight: total,
        count: last.count + pool.count,
      }
    }
    pools.push(pool)
  })
  const places = pools.flatMap(({ place, count }) => new Array<number>(count).fill(Math.max(floor, place)))
  return places.map((place, index) => place + offsets[index])
}
