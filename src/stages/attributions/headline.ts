import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

/**
 * Who speaks in a headline, before a colon:
 *
 *     Police: Two held after shooting     Police | : | Two held after shooting
 *     Analysis: Why the truce failed      nobody speaks
 */
export function headline(context: Context, { speakers }: AttributionVocabulary, i: number): Candidate | undefined {
  const { trees } = context
  if (trees.tokens[i].text !== ':') return undefined
  const paragraph = context.paragraph[i]
  const from = context.paragraphFrom[paragraph]
  const to = context.paragraphTo[paragraph]
  const kind = context.document.get('paragraphs')[paragraph]?.kind
  if ((paragraph !== 0 && kind !== 'heading') || i - from < 1 || i - from > 6 || to - i < 4 || to - from > 30)
    return undefined
  if (trees.tokens[to - 1].text === '.') return undefined
  const source = range(from, i - 1)
  if (source.some((k) => ['VERB', 'AUX', 'PUNCT', 'NUM'].includes(trees.tags[k].upos))) return undefined
  // "Analysis: …" and "Photos: …" name no speaker.
  const speaks = source.some((k) => {
    const lower = trees.lower(k)
    return (
      speakers.offices.has(trees.lemma(k)) ||
      speakers.groupWords.has(lower) ||
      speakers.outlets.has(lower) ||
      speakers.privatePeople.has(trees.lemma(k)) ||
      speakers.outletNouns.has(trees.lemma(k))
    )
  })
  return speaks ? byRule('headline', i, source, range(i + 1, to - 1)) : undefined
}
