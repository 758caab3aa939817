import type { Paragraph, Sentence, Token } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { SegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import { BoundaryFeatures, MOST_BOUNDARY_FEATURES } from './boundaryFeatures.ts'
import { isLower, isUpper } from './characters.ts'
import { findParagraphs } from './findParagraphs.ts'
import { Tokenizer } from './Tokenizer.ts'
import type { Truecaser } from './Truecaser.ts'

/** No sentence is longer, so that what comes after works on pieces of bounded length. */
export const LONGEST_SENTENCE = 400

/** How many letters a text must have for its capitals to be a habit and not a name. */
const FEWEST_LETTERS = 12

/**
 * Finds paragraphs, sentences and words. The model says where sentences end (classes "no" and "yes"). With a truecaser, the
 * words of paragraphs that are all in capitals (headlines, and the whole of old wire reports) get their ordinary case in
 * `token.text`; the spans stay.
 */
export function createSegmentStage(
  lexicon: SegmentationLexicon,
  boundaries: LinearModel,
  truecaser?: Truecaser,
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
      const all = isShouted(text)
      for (const paragraph of findParagraphs(text)) {
        const cuts = tokenizer.cut(text, paragraph.start, paragraph.end)
        if (cuts.starts.length === 0) continue
        const index = paragraphs.push(paragraph) - 1
        const shouted = all || isShouted(text.slice(paragraph.start, paragraph.end))
        const around = new BoundaryFeatures(text, cuts, shouted)
        let first = 0
        for (let k = 0; k < cuts.starts.length; k++) {
          if (k + 1 < cuts.starts.length && !ends(around, k, k + 1 - first)) continue
          const from = tokens.length
          const words = cuts.starts.slice(first, k + 1).map((start, i) => text.slice(start, cuts.ends[first + i]))
          for (const [i, word] of (shouted && truecaser ? truecaser.recase(words) : words).entries()) {
            tokens.push({
              start: cuts.starts[first + i],
              end: cuts.ends[first + i],
              text: word,
              sentence: sentences.length,
            })
          }
          sentences.push({ start: cuts.starts[first], end: cuts.ends[k], from, to: tokens.length, paragraph: index })
          first = k + 1
        }
      }
      return { paragraphs, sentences, tokens }
    },
  }
}

/** True for a text whose letters are nearly all capitals; a mark of the editor in lower case does not change it. */
function isShouted(text: string): boolean {
  let [upper, lower] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    if (isUpper(text, i)) upper++
    else if (isLower(text, i)) lower++
  }
  return upper >= FEWEST_LETTERS && upper > 9 * lower
}
