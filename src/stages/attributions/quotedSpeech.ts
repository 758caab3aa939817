import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

const NOMINAL = new Set(['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON', 'PART'])

/**
 * A verb that takes quotations, right behind one that nobody speaks yet:
 *
 *     “We will burn it,” the captain threatened.      the captain | threatened | “We will burn it,”
 *     The “moderates” burned the mill.                a name, no speech
 */
export function quotedSpeech(
  context: Context,
  { reportingVerbs }: AttributionVocabulary,
  i: number,
  taken: readonly Candidate[],
): Candidate | undefined {
  const { trees, quotes } = context
  if (quotes.at[i] >= 0 || !/^VB[DNZP]$/.test(trees.tags[i].xpos)) return undefined
  if (trees.child(i, 'aux') >= 0) return undefined
  if (!reportingVerbs.get(trees.lemma(i))?.takes.includes('quote')) return undefined
  let before = i - 1
  while (before >= 0 && i - before < 8 && quotes.at[before] < 0 && NOMINAL.has(trees.tags[before].upos)) before--
  const index = before < 0 ? -1 : quotes.at[before]
  if (index < 0) return undefined
  const { from, to } = quotes.list[index]
  // Short ones are names and irony: the “moderates” said nothing.
  if (to - from < 5 || !/[,?!.]/.test(trees.tokens[to - 2].text)) return undefined
  if (taken.some(({ content }) => content.some((k) => k >= from && k < to))) return undefined
  return byRule('quoted-speech', i, range(before + 1, i - 1), range(from, to - 1))
}
