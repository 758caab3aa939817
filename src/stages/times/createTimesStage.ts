import type { Document } from '../../document/Document.ts'
import type { Time, Token } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { TimesLexicon } from '../../vocabulary/TimesLexicon.ts'
import { atomsOf } from './atomsOf.ts'
import { momentOfIsoDay } from './DatesTold.ts'
import { datelineDay } from './datelineDay.ts'
import { daysInMonth } from './dayNumber.ts'
import { entriesOf } from './entriesOf.ts'
import { isHistory, spanOfStory } from './isHistory.ts'
import type { Moment } from './Moment.ts'
import { Recogniser } from './Recogniser.ts'
import { isBeforeNoun, type Match, spanEnd, wordBefore } from './Rule.ts'
import { allRules } from './rules/allRules.ts'
import { Story } from './Story.ts'
import { tenseOf } from './tenseOf.ts'

/** Finds the time expressions and works out what they mean, in the order of the story. */
export function createTimesStage(lexicon: TimesLexicon): Stage<'tokens' | 'sentences' | 'tags', 'times'> {
  const entries = entriesOf(lexicon)
  const recogniser = new Recogniser(allRules)
  return {
    name: 'times',
    requires: ['tokens', 'sentences', 'tags'],
    assigns: ['times'],
    run(document) {
      const sentences = document.get('sentences')
      const tokens = document.get('tokens')
      const atoms = atomsOf(document.text, { sentences, tokens, tags: document.get('tags') }, entries)
      const matches = recogniser.matchesIn(atoms).filter(isNoName(document))
      const { published } = document.report
      const appeared = published === undefined ? undefined : momentOfIsoDay(published)
      const dated = datelineDay(document.text, matches, appeared)
      const story = new Story(dated ?? appeared, isHistory(matches), spanOfStory(matches))
      const times: Time[] = []
      for (let index = 0; index < matches.length; index++) {
        story.expect(dayToCome(document, matches, index, story))
        const time = resolve(document, matches[index], yearToCome(matches[index], matches[index + 1]), story, tokens)
        if (time === undefined) continue
        // what hangs on the dateline hangs on a date that the text names
        const byDateline = dated !== undefined && time.anchor.kind === 'published'
        times.push(byDateline ? { ...time, anchor: { ...time.anchor, kind: 'date' } } : time)
      }
      return { times }
    },
  }
}

/** "March Motors", "21st Century Guards": what is only a piece of a longer name is no time. */
function isNoName(document: Document): (match: Match) => boolean {
  const names = document.has('names') ? document.get('names').filter(({ kind }) => NAMED.has(kind)) : []
  let at = 0
  return (match) => {
    const { start, kind, capital } = match.atoms[match.from]
    const { end } = match.atoms[spanEnd(match) - 1]
    // "the daily Granma", "the City of Bern for Saturday": small words, and names that run on too far
    if ((kind === 'word' && !capital) || BEFORE_TIME.has(wordBefore(match))) return true
    while (at < names.length && names[at].end <= start) at++
    const name = names[at]
    return name === undefined || name.start > start || name.end < end || name.end - name.start === end - start
  }
}

const NAMED: ReadonlySet<string> = new Set(['Person', 'Organization', 'Facility'])
const BEFORE_TIME: ReadonlySet<string> = new Set(['for', 'on', 'in', 'at', 'by', 'since', 'until', 'from'])

/** Words between two dates of which the last says the year for both: "between 2 and 8 March 1931". */
const LINKS = new Set([
  'and',
  'to',
  'or',
  'until',
  'through',
  'till',
  '-',
  '–',
  '—',
  '/',
  'the',
  'from',
  'early',
  'late',
  'mid',
])

/** The year that a date without one borrows from the date it is linked to. */
function yearToCome({ slots, rule, atoms, end }: Match, next: Match | undefined): number | undefined {
  const { year, month, season } = next?.slots ?? {}
  if (next === undefined || year === undefined || slots.year !== undefined) return undefined
  if (next.from - end > 3 || year < 100) return undefined
  for (let index = end; index < next.from; index++) if (!LINKS.has(atoms[index].word)) return undefined
  // "the spring and early summer of 1943"
  if (season !== undefined) return rule.name === 'bare-season' ? year : undefined
  if (month === undefined || !YEARLESS.has(rule.name)) return undefined
  return (slots.month ?? month) > month ? year - 1 : year
}

/** How far behind a time of day its day may stand: "6:20 p.m. (1520 GMT) on Friday". */
const BEHIND = 6

/** The day that is said behind a time of day, and behind the same time in another zone. */
function dayToCome(document: Document, matches: readonly Match[], index: number, story: Story): Moment | undefined {
  const { rule, atoms } = matches[index]
  if (rule.name !== 'clock') return undefined
  let next = index + 1
  if (matches[next]?.rule.name === 'clock') next++
  const day = matches[next]
  if (day === undefined || !DAYS.has(day.rule.name)) return undefined
  const end = spanEnd(matches[next - 1])
  if (day.from - end > BEHIND || day.from - spanEnd(matches[index]) > BEHIND * 2) return undefined
  for (let at = spanEnd(matches[index]); at < day.from; at++) {
    const { kind, word, entry } = atoms[at]
    const links =
      entry?.zone !== undefined || LINKING.has(word) || (next > index + 1 && at >= matches[next - 1].from && at < end)
    if (kind === 'break' || (kind === 'word' && !links)) return undefined
  }
  turnTo(document, day, undefined, story)
  return day.rule.mean(day, story)?.moment
}

const LINKING = new Set(['on', 'local', 'time', 'and', 'to', 'until'])

const DAYS = new Set([
  'weekday',
  'month-day',
  'day-month',
  'month-day-year',
  'day-month-year',
  'day-from-now',
  'day-of-last-week',
  'iso-date',
])

/** Tells the story where the expression stands. */
function turnTo(document: Document, match: Match, year: number | undefined, story: Story): void {
  const { atoms, from } = match
  const { sentence } = atoms[from]
  const { paragraph } = document.get('sentences')[sentence]
  story.link(year)
  story.turnTo(sentence, paragraph, () => tenseOf(document, sentence, atoms[from].token, atoms[spanEnd(match)].token))
}

const YEARLESS = new Set(['month', 'month-day', 'day-month', 'first-day-of-range', 'last-day-of-range'])

function resolve(
  document: Document,
  match: Match,
  year: number | undefined,
  story: Story,
  tokens: readonly Token[],
): Time | undefined {
  const { atoms, from, rule } = match
  const end = spanEnd(match)
  turnTo(document, match, year, story)
  const resolved = rule.mean(match, story)
  if (resolved === undefined || !exists(resolved.moment)) return undefined
  const { type, value, edtf, anchor, moment, aside } = resolved
  if (moment !== undefined && type !== 'DURATION' && aside !== true) story.note(moment, isPassing(match))
  const bare = rule.attributive === true && ARTICLES.has(atoms[from].word) && end - from > 1 && isBeforeNoun(match)
  const span = { start: atoms[bare ? from + 1 : from].start, end: atoms[end - 1].end }
  return { ...span, ...rangeOf(tokens, span), type, value, edtf, anchor, by: `rule:times/${rule.name}` }
}

/** "the August 1988 cease-fire", "the Dec. 21, 1988, bombing": the date only tells which; not so "In 2017 gunmen came". */
const isPassing = (match: Match): boolean =>
  (match.slots.month !== undefined || match.slots.year !== undefined) &&
  !opensSentence(match) &&
  (isBeforeNoun(match) || (ARTICLES.has(wordBefore(match)) && !ARTICLES.has(match.atoms[match.from].word)))

const opensSentence = (match: Match): boolean =>
  wordBefore(match) === 'in' &&
  (match.from === 1 || match.atoms[match.from - 2].sentence !== match.atoms[match.from].sentence)

/** "31 June" is a slip of the pen, and no day. */
const exists = (moment: Moment | undefined): boolean =>
  moment?.day === undefined || moment.month === undefined || moment.day <= daysInMonth(moment.year, moment.month)

const ARTICLES = new Set(['the', 'its', 'their', 'his', 'her', 'a', 'an'])

/** The tokens that a span touches. */
function rangeOf(
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
): { from: number; to: number } {
  const firstEndingAfter = (at: number): number => {
    let [low, high] = [0, tokens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (tokens[middle].end > at) high = middle
      else low = middle + 1
    }
    return low
  }
  const from = firstEndingAfter(start)
  let to = from
  while (to < tokens.length && tokens[to].start < end) to++
  return { from, to }
}
