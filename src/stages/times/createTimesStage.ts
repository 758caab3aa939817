import type { Document } from '../../document/Document.ts'
import type { Time, Token } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { TimesLexicon } from '../../vocabulary/TimesLexicon.ts'
import { atomsOf } from './atomsOf.ts'
import { entriesOf } from './entriesOf.ts'
import { isHistory } from './isHistory.ts'
import { isBeforeNoun, type Match, spanEnd } from './Rule.ts'
import { Recogniser } from './recognise.ts'
import { allRules } from './rules/allRules.ts'
import { Story } from './Story.ts'
import { tenseOf } from './tenseOf.ts'

/** Finds the time expressions and works out what they mean, in the order of the story. */
export function createTimesStage(lexicon: TimesLexicon): Stage<'tokens' | 'sentences' | 'tags', 'times'> {
  const entries = entriesOf(lexicon)
  const recogniser = new Recogniser(allRules)
  return {
    name: 'times',
    requires: ['tokens', 'sentences', 'tags'],
    assigns: ['times'],
    run(document) {
      const sentences = document.get('sentences')
      const tokens = document.get('tokens')
      const atoms = atomsOf(document.text, { sentences, tokens, tags: document.get('tags') }, entries)
      const matches = recogniser.matchesIn(atoms)
      const { published } = document.report
      const story = new Story(published, isHistory(matches, published))
      const times: Time[] = []
      for (const match of matches) {
        const time = resolve(document, match, story, tokens)
        if (time !== undefined) times.push(time)
      }
      return { times }
    },
  }
}

function resolve(document: Document, match: Match, story: Story, tokens: readonly Token[]): Time | undefined {
  const { atoms, from, rule } = match
  const end = spanEnd(match)
  const { sentence } = atoms[from]
  const { paragraph } = document.get('sentences')[sentence]
  story.turnTo(sentence, paragraph, () => tenseOf(document, sentence, atoms[from].token, atoms[end].token))
  const resolved = rule.mean(match, story)
  if (resolved === undefined) return undefined
  const { type, value, edtf, anchor, moment, aside } = resolved
  if (moment !== undefined && type !== 'DURATION' && aside !== true) story.note(moment, anchor.kind === 'none')
  const bare = rule.attributive === true && ARTICLES.has(atoms[from].word) && end - from > 1 && isBeforeNoun(match)
  const span = { start: atoms[bare ? from + 1 : from].start, end: atoms[end - 1].end }
  return { ...span, ...rangeOf(tokens, span), type, value, edtf, anchor, by: `rule:times/${rule.name}` }
}

const ARTICLES = new Set(['the', 'its', 'their', 'his', 'her', 'a', 'an'])

/** The tokens that a span touches. */
function rangeOf(
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
): { from: number; to: number } {
  const firstEndingAfter = (at: number): number => {
    let [low, high] = [0, tokens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (tokens[middle].end > at) high = middle
      else low = middle + 1
    }
    return low
  }
  const from = firstEndingAfter(start)
  let to = from
  while (to < tokens.length && tokens[to].start < end) to++
  return { from, to }
}
