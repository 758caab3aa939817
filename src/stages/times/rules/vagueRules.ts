import { edtfDay } from '../edtfOf.ts'
import { firstDay } from '../Moment.ts'
import { open, type Resolved } from '../Resolved.ts'
import { after, before, isBeforeNoun, type Match, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import type { Story } from '../Story.ts'

type Reference = 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'

/** Now, before now, after now: where the day of publication is known, its side of it. */
function referred(reference: Reference, story: Story): Resolved {
  const { published } = story
  if (published === undefined || story.isHistory) return open(reference)
  const day = edtfDay(firstDay(published.moment))
  const edtf = { PAST_REF: `/${day}`, PRESENT_REF: `${day}~`, FUTURE_REF: `${day}/` }[reference]
  return { type: 'DATE', value: reference, edtf, anchor: published.anchor }
}

const reference = (
  name: string,
  value: Reference,
  pattern: string,
  example: string,
  nearMiss: string,
  when?: (match: Match) => boolean,
): Rule => ({
  name,
  pattern,
  example,
  nearMiss,
  ...(when && { when }),
  mean: (_match, story) => referred(value, story),
})

/** "once" and "then" too say when, but too loosely to be of use; these are the ones annotators agree on. */
export const vagueRules: readonly Rule[] = [
  reference(
    'now',
    'PRESENT_REF',
    '<word:now>',
    'The group [now] holds the town.',
    'He is known now and then. Now for the news.',
    (match) =>
      !(wordAfter(match) === 'and' && wordAfter(match, 1) === 'then') &&
      !(match.atoms[match.from].capital && wordAfter(match) === 'for'),
  ),
  reference(
    'currently',
    'PRESENT_REF',
    'currently|presently|nowadays',
    'The pass is [currently] closed.',
    'The current was strong.',
  ),
  reference(
    'current',
    'PRESENT_REF',
    '[the] <word:current|present|present-day>',
    'The [current] truce is weak.',
    'He was present; the river current and the current account.',
    (match) => {
      const next = after(match)
      if (match.atoms[match.from].word === 'the') return false
      if (match.said.word === 'present') return false
      return (
        next.kind === 'word' &&
        !['account', 'accounts', 'of', 'and', 'in', 'was', 'is'].includes(next.word) &&
        [
          'the',
          'its',
          'their',
          'his',
          'her',
          'under',
          'of',
          'a',
          'our',
          'at',
          's',
          'then',
          'many',
          'most',
          'all',
          'this',
          '',
        ].includes(wordBefore(match)) &&
        before(match).kind !== 'number'
      )
    },
  ),
  reference(
    'present-day',
    'PRESENT_REF',
    '( present|modern day | at present | [the] present time | this [<word:crucial|critical>] moment | at the moment | the time being )',
    'They hold [present-day] Latakia.',
    'He was there one modern morning.',
  ),
  reference('these-days', 'PRESENT_REF', 'these days', 'Few travel [these days].', 'In these two days he wrote.'),
  reference(
    'recently',
    'PAST_REF',
    '[more|most|as|only|very] <word:recently|lately>',
    'The road was [recently] mined.',
    'The recent road.',
    ({ atoms, from }) => atoms[from].word !== 'as',
  ),
  reference('formerly', 'PAST_REF', 'formerly', 'The house was [formerly] a school.', 'The former owner left.'),
  reference(
    'the-past',
    'PAST_REF',
    '[the] [recent|distant] past',
    'It had worked in [the past].',
    'They drove past the camp.',
    (match) =>
      match.atoms[match.from].word === 'the' &&
      !(
        after(match).kind === 'word' &&
        (after(match).entry?.unit !== undefined ||
          after(match).entry?.season !== undefined ||
          after(match).entry?.number !== undefined)
      ) &&
      (after(match).kind !== 'word' ||
        ['and', 'but', 'by', 'for', 'when', 'that', 'as', 'to', 'with', 'is', 'was', 'has', 'he', 'it'].includes(
          wordAfter(match),
        )),
  ),
  reference(
    'the-future',
    'FUTURE_REF',
    '[the] [ ( near|foreseeable|immediate|distant | not too distant ) ] future',
    'Nobody knows [the future].',
    'Cotton futures fell.',
    (match) => {
      // "future earnings", "the future king" are no times
      return match.atoms[match.from].word === 'the' && !isBeforeNoun(match)
    },
  ),
  reference(
    'the-short-term',
    'FUTURE_REF',
    'the <word:short|near|long> term',
    'Prices will fall in [the short term].',
    'The first term was over; the short-term plan failed.',
    (match) => !match.atoms[match.end - 1].joined,
  ),
  reference(
    'soon',
    'FUTURE_REF',
    '<word:soon>',
    'The ban will [soon] be lifted.',
    'He died soon after.',
    (match) =>
      ['will', 'would', 'to', 'could', 'may', 'be', 'might'].includes(wordBefore(match)) ||
      ['will', 'would', 'may'].includes(wordAfter(match)) ||
      (['.', ','].includes(wordAfter(match)) && ['.', 'very'].includes(wordBefore(match))),
  ),
]
