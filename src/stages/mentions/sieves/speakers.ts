import type { Sieve, Story } from '../Story.ts'

/** "I was afraid," [she] said: first-person words inside quotation marks stand for the one who speaks. */
export const speakers: Sieve = (story) => {
  const { candidates, clusters } = story
  const quotes = quotesOf(story)
  for (const { from, to } of quotes) {
    const inside = candidates.flatMap(({ pronoun, head }, i) =>
      pronoun === 'first' && head > from && head < to ? [i] : [],
    )
    if (inside.length === 0) continue
    const speaker = speakerOf(story, from, to)
    if (speaker === undefined) continue
    const { kinds } = clusters.of(speaker)
    for (const i of inside) {
      const single = candidates[i].number === 'singular'
      if (
        single
          ? kinds.has('person')
          : kinds.has('group') || kinds.has('people') || kinds.has('organisation') || kinds.has('public body')
      ) {
        clusters.merge(speaker, i, 'speaker')
      }
    }
  }
}

/** Longest stretch taken for one quotation, in tokens: an unclosed mark does not swallow the report. */
const LONGEST = 300

/** Token ranges between quotation marks. */
function quotesOf({ trees }: Story): { from: number; to: number }[] {
  const quotes: { from: number; to: number }[] = []
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

/** The subject of the verb of saying in the quotation's sentence, or right before or after it. */
function speakerOf({ candidates, trees, at, document }: Story, from: number, to: number): number | undefined {
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
