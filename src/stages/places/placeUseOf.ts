import type { PlaceUse, TokenRange } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import type { GovernmentWords } from '../../vocabulary/GovernmentWords.ts'
import type { Candidate } from './candidatesOf.ts'
import type { PlaceText } from './PlaceText.ts'

/** "Leeds v Derby" */
const VERSUS = /^(?:v|vs|v\.|vs\.|versus)$/i
/** "Fans of Barcelona", "a striker for Boca" */
const FANS_OF =
  /(?:^| )(?:fans|supporters|ultras|hooligans|players|goalkeeper|striker|captain|midfielder) (?:of|for|from) $/i
const FANS = /^(?:fans?|supporters?|ultras|hooligans|striker|goalkeeper|midfielder|defender)$/i

/**
 * What a name stands for that is not the place: the government that sits there ("Washington said", "ties with Ankara"), the
 * people or things that come from there ("a Syrian doctor"), a team ("Leeds v Derby"). Undefined where it is the place.
 */
export function placeUseOf(
  text: PlaceText,
  trees: Trees,
  words: GovernmentWords,
  { from, to }: TokenRange,
  chosen: Candidate | undefined,
): PlaceUse | undefined {
  const { tokens } = text
  if (VERSUS.test(tokens[to]?.text ?? '') || VERSUS.test(tokens[from - 1]?.text ?? '')) return 'team'
  if (FANS.test(tokens[to]?.text ?? '') || FANS_OF.test(before(text, from))) return 'team'
  if (chosen?.use === 'demonym' && !isAlsoName(text, from, to, chosen)) return 'people'
  const seat =
    words.seats.has(text.phrase(from, to)) || chosen?.entry.kind === 'country' || chosen?.entry.capital === 'country'
  return seat && isGovernment(trees, words, from, to) ? 'government' : undefined
}

/** "Laos" is no plural of "Lao". */
const isAlsoName = (text: PlaceText, from: number, to: number, { entry }: Candidate): boolean =>
  text.named(from, to).some(({ entry: { index }, use }) => index === entry.index && use !== 'demonym')

function before({ tokens }: PlaceText, at: number): string {
  const { sentence } = tokens[at]
  return tokens
    .slice(Math.max(0, at - 3), at)
    .map(({ text, sentence: own }) => (own === sentence ? `${text} ` : ''))
    .join('')
}

function isGovernment(trees: Trees, words: GovernmentWords, from: number, to: number): boolean {
  let head = from
  while (head < to - 1 && trees.head(head) >= from && trees.head(head) < to) head = trees.head(head)
  // "Ankara and Tehran had no comment": the second does what the first does.
  while (trees.plainRelation(head) === 'conj' && trees.tags[trees.head(head)]?.upos === 'PROPN') head = trees.head(head)
  const governor = trees.head(head)
  if (governor < 0) return false
  const lemma = trees.lemma(governor)
  switch (trees.plainRelation(head)) {
    case 'nsubj':
      return (
        words.verbs.has(lemma) ||
        words.adjectives.has(trees.lower(governor)) ||
        (lemma === 'have' && trees.lemma(trees.child(governor, 'obj')) === 'comment')
      )
    case 'obj':
    case 'iobj':
      return words.objectVerbs.has(lemma)
    case 'nmod':
      if (trees.tags[to]?.xpos === 'POS') return words.possessed.has(trees.lower(governor))
      return words.nouns.has(trees.lower(governor)) && /^(?:between|with|from|to|on)$/.test(preposition(trees, head))
    case 'obl':
      return (
        preposition(trees, head) === 'to' && trees.lower(from - 1) === 'to' && trees.lower(from - 2) === 'according'
      )
    default:
      return false
  }
}

const preposition = (trees: Trees, i: number): string => trees.lower(trees.child(i, 'case'))
