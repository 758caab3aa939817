import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'
import { isTensed, range } from './nounPhrases.ts'
import type { Quotation } from './Quotes.ts'

/** Words that a scare quote has at most. */
const LONGEST = 3
/** Within what somebody says, fewer: more words are a piece of their speech. */
const LONGEST_WITHIN = 2

/**
 * The quotations that keep a distance from a word and that nobody utters, by their index in `quotes.list`:
 *
 *     The army’s “clean-up” left forty families without homes.       “clean-up”
 *     Three “spies” were shot, residents said.                       “spies”: a label within what they say
 *     The talks had been “very fruitful”, the minister said.         his own words
 *     She sang “The River” and read from “Night Ferry”.              titles
 *     “No.”                                                          an utterance
 */
export function scareQuotes(
  context: Context,
  { reportingVerbs, words: { mentioningWords } }: AttributionVocabulary,
  spoken: readonly Candidate[],
): ReadonlySet<number> {
  const { trees, quotes, document } = context
  const found = new Set<number>()
  quotes.list.forEach((quotation, index) => {
    const words = wordsOf(context, quotation)
    if (words.length === 0 || words.length > LONGEST || quotation.open || quotation.to - quotation.from < 3) return
    const sentence = document.get('sentences')[trees.tokens[quotation.from].sentence]
    if (sentence === undefined || quotation.to > sentence.to) return
    if (range(sentence.from, sentence.to - 1).every((i) => quotes.at[i] === index || isMark(context, i))) return
    if (/^[?!]$/.test(trees.tokens[quotation.to - 2].text) || isTitle(context, words) || isClause(context, words))
      return
    const head = words.find((i) => !words.includes(trees.head(i))) ?? words[0]
    const calls = (i: number) =>
      i >= 0 &&
      !words.includes(i) &&
      (mentioningWords.has(trees.lemma(i)) ||
        (/^(?:obj|ccomp|xcomp|parataxis)$/.test(trees.plainRelation(head)) &&
          reportingVerbs.get(trees.lemma(i))?.takes.includes('quote') === true))
    const label = isLabel(context, quotation, head)
    const around = spoken.filter(({ content }) => has(content, head))
    const soCalled = trees.lower(Math.max(0, quotation.from - 1)) === 'so-called'
    if (!soCalled && around.some(({ source, content }) => source.length > 0 && !isWithin(content, quotation))) {
      if (!label || words.length > LONGEST_WITHIN || calls(trees.head(head))) return
      if (around.some(({ cue }) => mentioningWords.has(trees.lemma(cue)))) return
    } else if (!soCalled && (around.some(({ source }) => source.length > 0) || calls(trees.head(head)))) return
    found.add(index)
  })
  return found
}

const wordsOf = ({ trees }: Context, { from, to }: Quotation): number[] =>
  range(from, to - 1).filter((i) => trees.tags[i].upos !== 'PUNCT')

const isMark = ({ trees }: Context, i: number): boolean => trees.tags[i].upos === 'PUNCT'

/** “Night Ferry”: capitals throughout, save for small words within. */
const isTitle = ({ trees }: Context, words: readonly number[]): boolean =>
  words.every(
    (i) => /^[\p{Lu}\d]/u.test(trees.tokens[i].text) || /^(?:of|the|a|an|and|in|to|on|for)$/.test(trees.tokens[i].text),
  )

const isClause = ({ trees }: Context, words: readonly number[]): boolean =>
  words.some((i) => isTensed(trees, i) && trees.children(i).some((c) => words.includes(c) && c < i))

/** A noun with words of its phrase before the marks, or what describes the noun behind them: no predicate. */
function isLabel({ trees }: Context, { from, to }: Quotation, head: number): boolean {
  if (trees.child(head, 'cop') >= 0) return false
  const relation = trees.plainRelation(head)
  if (relation === 'amod' || relation === 'compound') return trees.head(head) >= to
  return (
    ['nsubj', 'obj', 'obl', 'nmod', 'conj', 'appos', 'iobj'].includes(relation) &&
    trees.children(head).some((c) => c < from && /^(?:det|nummod|amod|nmod|compound)$/.test(trees.plainRelation(c)))
  )
}

/** True where the content is the quotation and nothing besides. */
const isWithin = (content: readonly number[], { from, to }: Quotation): boolean =>
  content.every((i) => i >= from && i < to)
