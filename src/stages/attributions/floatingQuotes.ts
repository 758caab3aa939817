import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'
import type { Quotation } from './Quotes.ts'

/** Words and marks that such a quotation has at least. */
const SHORTEST = 5

/**
 * Quotations that fill a sentence, with no verb of saying anywhere: the person spoke whom the sentence before is about.
 *
 *     Asked about the boxes, Commissioner Anwar smiled. “What boxes?”     Commissioner Anwar | | “What boxes?”
 *     The commission sat on Monday. “What boxes?”                         nobody is there who could speak
 */
export function floatingQuotes(context: Context, taken: ReadonlySet<number>): Candidate[] {
  const { trees, quotes, document } = context
  const sentences = document.get('sentences')
  const fresh = (i: number) => !taken.has(i)
  return quotes.list.flatMap((quotation) => {
    const { from, to } = quotation
    const at = trees.tokens[from].sentence
    const opens = sentences[at]?.from === from && to - from >= SHORTEST
    if (!opens || !/^[.!?…]$/.test(trees.tokens[to - 2].text) || !range(from, to - 1).every(fresh)) return []
    if (!endsSentence(context, quotation)) return []
    const source = at === 0 ? [] : whoIsSpokenOf(context, at)
    return source.length === 0 ? [] : [byRule('floating-quote', from, source, range(from, to - 1), [])]
  })
}

const endsSentence = ({ trees, document }: Context, { to }: Quotation): boolean =>
  document.get('sentences')[trees.tokens[to - 1].sentence]?.to === to

/** The person who is the subject of the sentence before, in the same paragraph or at the end of the one before. */
function whoIsSpokenOf({ trees, quotes, document }: Context, at: number): number[] {
  const sentences = document.get('sentences')
  const before = sentences[at - 1]
  if (sentences[at].paragraph - before.paragraph > 1) return []
  if (range(before.from, before.to - 1).some((i) => quotes.at[i] >= 0)) return []
  const root = range(before.from, before.to - 1).find((i) => trees.head(i) < before.from) ?? -1
  const subject = root < 0 ? -1 : (trees.children(root).find((c) => trees.relation(c).startsWith('nsubj')) ?? -1)
  if (subject < 0) return []
  const mentions = document.get('mentions')
  const person = mentions.find(
    ({ head, entity }) => head === subject && document.get('entities')[entity]?.kind === 'person',
  )
  if (person === undefined || ['NNS', 'NNPS'].includes(trees.tags[subject].xpos)) return []
  const name = trees.children(subject).filter((c) => c > subject && trees.plainRelation(c) === 'flat')
  return range(trees.left(subject), Math.max(subject, ...name))
}
