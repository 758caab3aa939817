import { edtfDay, edtfOf } from './edtfOf.ts'
import { dayMoment, firstDay, lastDay, type Moment, momentOfDay, monthMoment, type Unit, yearMoment } from './Moment.ts'
import { ABSOLUTE, type Point, type Resolved } from './Resolved.ts'
import type { Match } from './Rule.ts'
import type { Story } from './Story.ts'

const ENDS = new Set(['to', 'through', 'ended', 'ending', 'until'])

/** "the three months to September", "the year ended 30 June 2020": which stretch a length is, where its end is said behind it. */
export function periodEnding(
  resolved: Resolved,
  match: Match,
  count: number | undefined,
  unit: Unit,
  story: Story,
): Resolved {
  const end = endBehind(match, story)
  const months =
    unit === 'month' ? count : unit === 'year' ? (count ?? 1) * 12 : unit === 'quarter' ? (count ?? 1) * 3 : undefined
  if (end === undefined || months === undefined || !Number.isInteger(months)) return resolved
  const { moment, anchor } = end
  return { ...resolved, edtf: stretch(moment, months), anchor }
}

/** So many months up to and with a month or a day. */
function stretch(end: Moment, months: number): string {
  const index = end.year * 12 + (end.month ?? 12) - months
  const first = monthMoment(Math.floor(index / 12), (index % 12) + 1)
  if (end.grain !== 'day') return `${edtfOf(first)}/${edtfOf(end.grain === 'year' ? monthMoment(end.year, 12) : end)}`
  // the day after the same day so many months before
  const before = monthMoment(Math.floor((index - 1) / 12), ((((index - 1) % 12) + 12) % 12) + 1)
  const begins = Math.min(firstDay(before) + (end.day ?? 1), lastDay(before) + 1)
  return `${edtfOf(momentOfDay(begins))}/${edtfDay(firstDay(end))}`
}

function endBehind({ atoms, end }: Match, story: Story): Point | undefined {
  if (!ENDS.has(atoms[end].word)) return undefined
  const [first, second, third] = [atoms[end + 1], atoms[end + 2], atoms[end + 3]]
  const ahead = first?.kind === 'number' && first.digits > 0 && first.digits <= 2
  const named = ahead ? second : first
  const month = named?.entry?.month
  if (month === undefined || !named.capital) {
    return first?.kind === 'number' && first.digits === 4
      ? { moment: yearMoment(first.value), anchor: ABSOLUTE }
      : undefined
  }
  const behind = ahead ? third : second
  const day = ahead
    ? first.value
    : behind?.kind === 'number' && behind.digits > 0 && behind.digits <= 2
      ? behind.value
      : undefined
  const at = end + (day === undefined ? 2 : 3) + (atoms[end + (day === undefined ? 2 : 3)]?.word === ',' ? 1 : 0)
  const year = atoms[at]?.kind === 'number' && atoms[at].digits === 4 ? atoms[at].value : undefined
  if (year === undefined) return day === undefined ? story.month(month) : story.day(month, day)
  return { moment: day === undefined ? monthMoment(year, month) : dayMoment(year, month, day), anchor: ABSOLUTE }
}
