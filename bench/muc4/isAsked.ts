import type { Proposition } from '../../src/document/Layers.ts'
import { OF_INTEREST } from './countries.ts'
import type { Message } from './messages.ts'
import type { Phrases } from './Phrases.ts'

/**
 * The task's relevance (template-doc-part1, "terrorist acts"): not what only soldiers and guerrillas do to each other,
 * nothing outside the nine countries of interest, not what is older than two months, and nothing without a target.
 */
export function isAsked(
  phrases: Phrases,
  propositions: readonly Proposition[],
  message: Message,
  key: string,
): boolean {
  const targets = propositions.filter(({ property }) => property === 'target' || property === 'victim')
  if (targets.length === 0 && key !== 'bombing') return false
  const kinds = targets.map((target) => phrases.actorKindOf(target))
  if (
    kinds.length > 0 &&
    kinds.every((kind) => kind === 'armed-forces' || kind === 'armed-group' || kind === 'criminals')
  )
    return false
  // Where a report is dated from is only probably where it happened.
  const lands = propositions.flatMap(({ property, value, by }) =>
    property === 'place' && value.type === 'place' && value.country !== undefined && !by.endsWith('/dateline')
      ? [value.country]
      : [],
  )
  if (lands.length > 0 && !lands.some((land) => OF_INTEREST.has(land))) return false
  const last = propositions
    .filter(({ property }) => property === 'date')
    .flatMap(({ value }) => (value.type === 'interval' ? [lastDay(value.edtf)] : []))
  // Background that only names somebody killed at some time is not new information.
  const said = new Set(
    propositions
      .filter(({ by }) => !by.endsWith('/dateline'))
      .map(({ property }) => property)
      .filter((property) => TOLD.has(property)),
  )
  if (said.size < 2) return false
  if (message.published === undefined || last.length === 0) return true
  return last.some((day) => day === undefined || monthsBetween(day, message.published!) <= 2)
}

const TOLD = new Set([
  'target',
  'victim',
  'perpetrator',
  'date',
  'place',
  'instrument',
  'killed',
  'wounded',
  'abducted',
])

function lastDay(edtf: string): string | undefined {
  const end = edtf.replace(/[?~%]/g, '').split('/').at(-1)!
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(end)
  if (!match || Number(match[2] ?? 1) > 12) return undefined
  return `${match[1]}-${match[2] ?? '12'}-${match[3] ?? '28'}`
}

const monthsBetween = (a: string, b: string): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))
