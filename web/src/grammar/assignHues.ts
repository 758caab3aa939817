/** How many hues can be told apart, also by people who do not see all colours; see palette.ts. */
export const HUES = 8

/** A source as far as its colour goes: what it is called everywhere, and which reports it speaks in. */
export interface Coloured {
  readonly key: string
  readonly reports: readonly string[]
}

/**
 * One hue for each source, the same on every screen: a function of the record alone. Each source leans to a hue of its
 * own; it takes the one that fewest of the sources it shares a report with have, nearest to that. So two sources of one
 * report share a hue only where the report has more than eight.
 */
export function assignHues(sources: readonly Coloured[]): Map<string, number> {
  const hues = new Map<string, number>()
  const taken = new Map<string, number[]>()
  for (const { key, reports } of [...sources].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (hues.has(key)) continue
    const leaning = leaningOf(key)
    let best = leaning
    let least = Number.POSITIVE_INFINITY
    for (let step = 0; step < HUES; step++) {
      const hue = (leaning + step) % HUES
      const clashes = reports.reduce((sum, report) => sum + (taken.get(report)?.[hue] ?? 0), 0)
      if (clashes < least) {
        least = clashes
        best = hue
      }
    }
    hues.set(key, best)
    for (const report of reports) {
      const counts = taken.get(report) ?? new Array<number>(HUES).fill(0)
      counts[best]++
      taken.set(report, counts)
    }
  }
  return hues
}

/** The hue that a key leans to (FNV-1a), also for a source that the record does not list yet. */
export function leaningOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % HUES
}
