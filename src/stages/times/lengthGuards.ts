import { after, before, type Match, wordAfter, wordBefore } from './Rule.ts'
import { words } from './words.ts'

/** What keeps a rule from taking for a length of time what only looks like one. */

const KINDS_OF_YEAR = words('fiscal calendar financial trading working business')
const PRONOUNS = words('he she it they we i soon')
const BEFORE_LENGTH = words('for within than in about after over lasted nearly almost')

/** "55 cents a share", "18 years old", "the year 1990", "the first years": no lengths. */
export function isLength(match: Match): boolean {
  const { slots, atoms, end } = match
  const { unit, plural } = slots.unit!
  const { count, counted, single } = slots.n!
  const next = after(match)
  const { joined } = atoms[end - 1]
  // "at 0300 hours" is a time of day
  if (unit === 'hour' && plural && atoms[end - 2].digits === 4 && atoms[end - 2].word.startsWith('0')) return false
  // "a fiscal year" is a kind of year
  if (!counted && single === true && KINDS_OF_YEAR.has(atoms[end - 2].word)) return false
  if (next.word === 'old' || next.word === 'olds' || (next.word === 'of' && wordAfter(match, 1) === 'age')) return false
  // "a second", "four second places", "one quarter of the vote", "three-quarters", "a minute detail", "a weekend"
  if (unit === 'second' && (!plural || !counted) && !joined) return false
  if (unit === 'quarter' && (!plural || joined || next.word === 'of' || wordBefore(match) === 'and')) return false
  if (unit === 'minute' && !counted && !plural && ['detail', 'amount', 'amounts'].includes(next.word)) return false
  if (unit === 'weekend' && !counted) return false
  // "one day he left" and "a day" are seldom lengths, "one-day" is
  if (unit === 'day' && single === true && !plural && !joined) {
    return counted ? !PRONOUNS.has(next.word) : BEFORE_LENGTH.has(wordBefore(match))
  }
  // "two year" without a hyphen is a length too
  return plural || single === true || joined || counted || count === undefined
}

const COUNTED_EACH = words(
  'times twice once thrice percent % dollars cents million billion hundred thousand barrels tons hours days years flights people',
)

/** "$30 a year", "four flights a week", "12 people a day": so much each time. */
export function isRate(match: Match): boolean {
  const { word } = match.atoms[match.from]
  if (word !== 'a' && word !== 'an') return false
  const previous = before(match)
  return previous.kind === 'number' || COUNTED_EACH.has(previous.word)
}
