import type { Atom } from './Atom.ts'
import { after, before, type Match, wordAfter, wordBefore } from './Rule.ts'
import { words } from './words.ts'

/** What keeps a rule from taking for a date what only looks like one. */

/** A number behind a date is a count of something: "May 3,000 people", "On March 8 people …". */
export const endsDate = (match: Match): boolean => {
  const next = after(match)
  const unit = next.entry?.unit !== undefined && !next.joined
  return next.entry?.counted !== true && !unit && next.word !== '%' && next.word !== 'th'
}

/** "Jan Novak", "Jun Sato": a month cut short has its stop, or a number beside it. */
function isFirstName(match: Match): boolean {
  const { word, start, end } = match.atoms[match.end - 1]
  const alone = match.end - match.from === 1
  return alone && word.length === 3 && word !== 'may' && end - start === 3 && after(match).kind !== 'number'
}

const FIRST_NAMES = words('august april may june')

/** "brother", "Judge", "daughter": a name follows. */
const isKin = ({ kind, xpos, word }: Atom): boolean =>
  kind === 'word' && xpos.startsWith('NN') && !BEFORE_MONTH.has(word)

/** "The March on the capital": what people do, and no month. */
const isWalk = (match: Match): boolean => {
  const { from, end, atoms } = match
  const next = wordAfter(match)
  return (
    atoms[end - 1].word === 'march' &&
    (next === 'on' || next === 'for') &&
    end - from === 1 &&
    wordBefore(match) === 'the'
  )
}

const BEFORE_MONTH = words(
  'by in since until till before after from during of between through throughout to and late early mid around for on last next this every each or the at circa about ( , per',
)

/** "may" and "march" are mostly verbs; at the start of a sentence, or in capitals, only a preposition makes them months. */
export function isMonth(match: Match): boolean {
  if (isFirstName(match) || isWalk(match)) return false
  if (match.said.which !== undefined) return true
  const atom = match.atoms[match.end - 1]
  const next = after(match)
  // "her brother August was shot"
  if (match.end - match.from === 1 && FIRST_NAMES.has(atom.word) && isKin(before(match))) return false
  // "April Smith", "June Carter"
  if (
    match.end - match.from === 1 &&
    next.xpos.startsWith('NNP') &&
    next.capital &&
    !BEFORE_MONTH.has(wordBefore(match))
  )
    return false
  if (atom.entry?.capitalised !== true || atom.word === 'august') return true
  if (next.word === 's' || next.kind === 'number') return true
  const previous = wordBefore(match)
  return BEFORE_MONTH.has(previous) && !(previous === ',' && next.kind === 'word' && !next.capital)
}

const BEFORE_COUNT = words(
  '$ £ € # no nos number p pp page lot room flight article resolution section flat apartment suite kilometre kilometer km mile milepost bus cell plot + /',
)
const BEFORE_YEAR = words('in by since until of from to between and before after during early late year (')

/** A stop or a colon with a number behind it: 1990.5, 1990:12. */
const goesOn = (match: Match, mark: Atom): boolean =>
  (mark.word === '.' || mark.word === ':') && mark.glued && after(match, 1).kind === 'number' && after(match, 1).glued

/** Four digits that count or number something are no year. */
export function isYear(match: Match): boolean {
  const { kind, clipped, value, glued } = match.atoms[match.end - 1]
  if (kind !== 'number' || clipped) return true
  const previous = wordBefore(match)
  const next = after(match)
  if (BEFORE_COUNT.has(previous) || ((previous === '.' || previous === ':') && glued)) return false
  if (next.entry?.counted === true || next.word === '%' || (next.kind === 'number' && !next.joined)) return false
  if (goesOn(match, next)) return false
  return (value >= 1500 && value < 2100) || BEFORE_YEAR.has(previous)
}

/** "In March 1984 officers mutinied": straight behind a month, four digits are its year whatever follows; behind a comma they may count. */
export function isMonthsYear(match: Match): boolean {
  const { atoms, end } = match
  const year = atoms[end - 1]
  const straight = atoms[end - 2].entry?.month !== undefined && year.value >= 1900 && year.value < 2100
  if (straight && year.digits === 4 && after(match).word !== '%') return !goesOn(match, after(match))
  return isYear(match) && endsDate(match)
}

const SURELY_SEASONS = words('summer winter autumn summertime wintertime springtime')
const BEFORE_SEASON = words('in during by since until through for of')
const BEFORE_BARE_SEASON = words('in by until during since')

/** "spring" and "fall" are more often something else; "summer" and "winter" seldom. */
export function isSeason(match: Match): boolean {
  const { atoms, from, end } = match
  const atom = atoms[end - 1]
  const next = after(match)
  const named = atom.capital && next.capital
  const offensive = next.word === 'offensive'
  if (['olympics', 'games', 'olympic'].includes(next.word) || atom.joined) return false
  // "Captain Winter"
  const { capital, xpos, entry } = before(match)
  if (atom.capital && end - from === 1 && capital && xpos.startsWith('NNP') && entry === undefined) return false
  if (SURELY_SEASONS.has(atom.word)) return !(named && from === end - 1) || offensive
  if (named) return offensive && from === end - 1
  if (next.word === 'of' || next.kind === 'number') return false
  const whole = end - from > 1
  const previous = wordBefore(match)
  // "throughout the fall and winter"
  if (whole && next.word === 'and' && SURELY_SEASONS.has(wordAfter(match, 1).replace('early', 'summer'))) return true
  if (atom.word === 'fall') return whole && BEFORE_BARE_SEASON.has(previous) && next.kind !== 'word'
  return whole ? BEFORE_SEASON.has(previous) : BEFORE_BARE_SEASON.has(previous) || offensive
}

const BEHIND_WHOLE = words(
  'in at on by and but when as with to from for that after before it he she they the was were had is would a an',
)

/** What stands alone has a stop behind it, a verb, or a new phrase: nothing that it would belong to. */
export const standsAlone = (match: Match): boolean => {
  const { kind, word } = after(match)
  return kind === 'mark' || kind === 'break' || BEHIND_WHOLE.has(word)
}
