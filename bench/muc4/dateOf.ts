import type { Proposition } from '../../src/document/Layers.ts'
import type { Message } from './messages.ts'
import type { Phrases } from './Phrases.ts'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const shown = (day: string): string => `${day.slice(8, 10)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(2, 4)}`
const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAYS = /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/
const MONTH = /^\d{4}-\d{2}$/

/** The day, the span of days, or the task's default: up to the day of the message. */
export function dateOf(
  phrases: Phrases,
  propositions: readonly Proposition[],
  { published }: Message,
  sentences: ReadonlySet<number>,
): string {
  const told = propositions.flatMap(({ property, value }) =>
    property === 'date' && value.type === 'interval' ? [plain(value.edtf)] : [],
  )
  return (
    dayOf(told) ?? dayOf(besideIncident(phrases, sentences, published)) ?? (published ? `- ${shown(published)}` : '-')
  )
}

const plain = (edtf: string): string =>
  edtf
    .replace(/[?~%]/g, '')
    .replace(/T[A-Z\d:]*/g, '')
    .slice(0, 21)

function dayOf(told: readonly string[]): string | undefined {
  const exact = told.find((edtf) => DAY.test(edtf))
  if (exact !== undefined) return shown(exact)
  const range = told.find((edtf) => DAYS.test(edtf))
  if (range !== undefined) return `${shown(range.slice(0, 10))} - ${shown(range.slice(11, 21))}`
  const month = told.find((edtf) => MONTH.test(edtf) && Number(edtf.slice(5, 7)) <= 12)
  return month && `${shown(`${month}-01`)} - ${shown(lastOf(month))}`
}

const lastOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

/** Days told in the sentences that speak of the incident, hung on the telling rather than the deed: "it was reported today that …". */
function besideIncident(
  { document, trees }: Phrases,
  sentences: ReadonlySet<number>,
  published: string | undefined,
): string[] {
  return document
    .get('times')
    .filter(({ from, edtf }) => sentences.has(trees.tokens[from]?.sentence) && DAY.test(plain(edtf)))
    .filter(({ edtf }) => published === undefined || plain(edtf) <= published)
    .map(({ edtf }) => plain(edtf))
}
