import type { Trees } from '../../document/Trees.ts'
import type { Story } from './Story.ts'

/** Tokens between quotation marks: `from` is the opening mark, `to` the closing one. */
export interface Quotation {
  readonly from: number
  readonly to: number
}

/** Longest stretch taken for one quotation, in tokens: an unclosed mark does not swallow the report. */
const LONGEST = 300

/** The quotations of a document in order of the text. */
export function quotationsOf(trees: Trees): Quotation[] {
  const quotes: Quotation[] = []
  let open = -1
  for (let i = 0; i < trees.length; i++) {
    const { text } = trees.tokens[i]
    if (open >= 0 && i - open > LONGEST) open = -1
    if (text === '“' || text === '``' || (text === '"' && open < 0)) open = i
    else if (open >= 0 && (text === '”' || text === "''" || text === '"')) {
      quotes.push({ from: open, to: i })
      open = -1
    }
  }
  return quotes
}

const SPEAK =
  /^(say|tell|add|state|claim|write|tweet|declare|announce|recall|explain|insist|note|warn|reply|ask|shout|vow|argue|admit|continue|stress|comment|conclude|remark|respond|report|describe|confirm|deny|urge|exclaim|complain)$/

/** The candidate that speaks a quotation: the subject of the verb of saying in its sentence, or right before or after it. */
export function speakerOf({ candidates, trees, at, document }: Story, { from, to }: Quotation): number | undefined {
  const sentences = document.get('sentences')
  const first = trees.tokens[from].sentence
  const last = trees.tokens[to].sentence
  const outside = (verb: number): boolean => verb < from || verb > to
  // After the quotation first ("…," she said), then before it, then in the sentence before.
  const order = [
    sentences[last],
    sentences[first],
    ...(first > 0 && sentences[first - 1].paragraph === sentences[first].paragraph ? [sentences[first - 1]] : []),
  ]
  for (const sentence of order) {
    for (let verb = sentence.from; verb < sentence.to; verb++) {
      if (!outside(verb) || !SPEAK.test(trees.lemma(verb)) || !/^VB/.test(trees.tags[verb].xpos)) continue
      const subject = at.get(trees.child(verb, 'nsubj'))
      if (subject !== undefined && outside(candidates[subject].head) && candidates[subject].pronoun !== 'first')
        return subject
    }
  }
  return undefined
}
