import type { Attribution, ReportView, SourceRef } from '../../../src/server/contract/answers.ts'

/** Someone speaking at one place of the report. */
export interface Voice {
  readonly attribution: Attribution
  readonly source: SourceRef
  readonly anchor: number
  /** how many attributions it stands within */
  readonly depth: number
  /** what the source spoke through, as written: "via Twitter" */
  readonly medium: string | undefined
}

/** Who speaks where, in the order of the text. */
export function voicesOf({ report, reading, sources }: Pick<ReportView, 'report' | 'reading' | 'sources'>): Voice[] {
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
      if (first === undefined) return []
      const medium = attribution.medium?.map(([start, end]) => report.text.slice(start, end)).join(' ')
      return [{ attribution, source, anchor: first[0], depth: depthOf(attribution), medium }]
    })
    .sort((a, b) => a.anchor - b.anchor)
}
