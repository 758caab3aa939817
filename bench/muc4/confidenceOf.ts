import type { Document } from '../../src/document/Document.ts'
import type { Proposition } from '../../src/document/Layers.ts'
import type { Act } from '../../src/model/Attribution.ts'

const CONFIDENCE: Partial<Record<Act, string>> = {
  'claims-responsibility': 'CLAIMED OR ADMITTED',
  accuses: 'SUSPECTED OR ACCUSED',
  believes: 'SUSPECTED OR ACCUSED',
  doubts: 'POSSIBLE',
}

/** The task's scale of confidence, from who vouches and how. */
export function confidenceOf(document: Document, { attribution, token, by, certainty }: Proposition): string {
  const attributions = document.get('attributions')
  const { start, end } = document.get('tokens')[token]
  const index =
    attribution ??
    attributions.findLastIndex(({ content }) => content.some((piece) => piece.start <= start && end <= piece.end))
  const source = attributions[index]
  if (by.endsWith('/claimed')) return 'CLAIMED OR ADMITTED'
  const act = source && CONFIDENCE[source.act]
  if (act === 'SUSPECTED OR ACCUSED' || /\/(blamed|suspected)$/.test(by)) {
    return source &&
      /POLICE|MINIST|ARMY|MILITARY|GOVERNMENT|PRESIDENT|COLONEL|GENERAL|OFFICIAL|AUTHORIT/i.test(source.sourceName)
      ? 'SUSPECTED OR ACCUSED BY AUTHORITIES'
      : 'SUSPECTED OR ACCUSED'
  }
  if (act) return act
  return certainty === 'possible' ? 'POSSIBLE' : 'REPORTED AS FACT'
}
