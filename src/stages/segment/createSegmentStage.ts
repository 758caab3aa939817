import type { Paragraph, Sentence, Token } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { SegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import { BoundaryFeatures, MOST_BOUNDARY_FEATURES } from './boundaryFeatures.ts'
import { findParagraphs } from './findParagraphs.ts'
import { type Cuts, Tokenizer } from './Tokenizer.ts'

/** No sentence is longer, so that what comes after works on pieces of bounded length. */
export const LONGEST_SENTENCE = 400

/** Finds paragraphs, sentences and words. The model says where sentences end (classes "no" and "yes"). */
export function createSegmentStage(
  lexicon: SegmentationLexicon,
  boundaries: LinearModel,
): Stage<never, 'paragraphs' | 'sentences' | 'tokens'> {
  const tokenizer = new Tokenizer(lexicon)
  const scores = new Float32Array(boundaries.classes.length)
  const features = new Int32Array(MOST_BOUNDARY_FEATURES)
  const ends = (around: BoundaryFeatures, k: number, begun: number): boolean => {
    if (begun >= LONGEST_SENTENCE) return true
    if (!around.possible(k)) return false
    boundaries.scores(features, around.fill(k, begun, features), scores)
    return scores[1] > scores[0]
  }
  return {
    name: 'segment',
    requires: [],
    assigns: ['paragraphs', 'sentences', 'tokens'],
    run({ text }) {
      const paragraphs: Paragraph[] = []
      const sentences: Sentence[] = []
      const tokens: Token[] = []
      for (const paragraph of findParagraphs(text)) {
        const cuts = tokenizer.cut(text, paragraph.start, paragraph.end)
        if (cuts.starts.length === 0) continue
        const index = paragraphs.push(paragraph) - 1
        const around = new BoundaryFeatures(text, cuts)
        let first = 0
        for (let k = 0; k < cuts.starts.length; k++) {
          tokens.push(tokenOf(text, cuts, k, sentences.length))
          if (k + 1 < cuts.starts.length && !ends(around, k, k + 1 - first)) continue
          const from = tokens.length - (k + 1 - first)
          sentences.push({ start: cuts.starts[first], end: cuts.ends[k], from, to: tokens.length, paragraph: index })
          first = k + 1
        }
      }
      return { paragraphs, sentences, tokens }
    },
  }
}

const tokenOf = (text: string, { starts, ends }: Cuts, k: number, sentence: number): Token => ({
  start: starts[k],
  end: ends[k],
  text: text.slice(starts[k], ends[k]),
  sentence,
})
