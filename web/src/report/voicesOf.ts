import type { Attribution, ReportView, SourceRef } from '../../../src/server/contract/answers.ts'

/** Someone speaking at one place of the report. */
export interface Voice {
  readonly attribution: Attribution
  readonly source: SourceRef
  readonly anchor: number
  /** how many attributions it stands within */
  readonly depth: number
}

/** Who speaks where, in the order of the text. */
export function voicesOf({ reading, sources }: Pick<ReportView, 'reading' | 'sources'>): Voice[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const attributions = new Map(reading.attributions.map((attribution) => [attribution.id, attribution]))
  const depthOf = (attribution: Attribution): number => {
    let depth = 0
    for (let at = attribution.parent; at !== undefined && depth < 4; at = attributions.get(at)?.parent) depth++
    return depth
  }
  return reading.attributions
    .flatMap((attribution) => {
      const source = attribution.sourceId === undefined ? undefined : byId.get(attribution.sourceId)
      if (source === undefined) return []
      const first = attribution.cue[0] ?? attribution.source[0] ?? attribution.content[0]
      return first === undefined ? [] : [{ attribution, source, anchor: first[0], depth: depthOf(attribution) }]
    })
    .sort((a, b) => a.anchor - b.anchor)
}
