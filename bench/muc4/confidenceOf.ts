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
export function confidenceOf(document: Document, { attribution, token, by, certainty, value }: Proposition): string {
  const attributions = document.get('attributions')
  const { start, end } = document.get('tokens')[token]
  const index =
    attribution ??
    attributions.findLastIndex(({ content }) => content.some((piece) => piece.start <= start && end <= piece.end))
  const source = attributions[index]
  if (/\/(claimed|own-deed)$/.test(by)) return 'CLAIMED OR ADMITTED'
  // "We burned the depot, the brigade said": whoever speaks of a deed of their own has claimed it.
  const own = source?.entity !== undefined && value.type === 'entity' && source.entity === value.entity
  if (own && source.act !== 'denies') return 'CLAIMED OR ADMITTED'
  const act = source && CONFIDENCE[source.act]
  if (act === 'SUSPECTED OR ACCUSED' || certainty === 'probable' || /\/(blamed|suspected)$/.test(by)) {
    return source &&
      /POLICE|MINIST|ARMY|MILITARY|GOVERNMENT|PRESIDENT|COLONEL|GENERAL|OFFICIAL|AUTHORIT/i.test(source.sourceName)
      ? 'SUSPECTED OR ACCUSED BY AUTHORITIES'
      : 'SUSPECTED OR ACCUSED'
  }
  if (act) return act
  return certainty === 'possible' ? 'POSSIBLE' : 'REPORTED AS FACT'
}
