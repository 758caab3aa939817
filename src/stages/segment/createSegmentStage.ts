import type { Paragraph, Sentence, Token } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { SegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import { BoundaryFeatures } from './BoundaryFeatures.ts'
import type { BoundaryModel } from './BoundaryModel.ts'
import { classAt, isLower, isUpper, LETTER } from './characters.ts'
import { DocumentWords } from './DocumentWords.ts'
import { findParagraphs } from './findParagraphs.ts'
import { type Cuts, Tokenizer } from './Tokenizer.ts'
import type { Truecaser } from './Truecaser.ts'

/** No sentence is longer, so that what comes after works on pieces of bounded length. */
export const LONGEST_SENTENCE = 400

/** "Stop!" with a blank behind it */
const QUOTE_CLOSED = /^[.!?]["”] /

/** How many letters a text must have for its capitals to be a habit and not a name. */
const FEWEST_LETTERS = 12

/**
 * Finds paragraphs, sentences and words. The model says where sentences end. With a truecaser, the words of paragraphs that
 * are all in capitals (headlines, and the whole of old wire reports) get their ordinary case in `token.text`; the spans stay.
 */
export function createSegmentStage(
  lexicon: SegmentationLexicon,
  boundaries: BoundaryModel,
  truecaser?: Truecaser,
): Stage<never, 'paragraphs' | 'sentences' | 'tokens'> {
  const tokenizer = new Tokenizer(lexicon)
  const starters = new Set(lexicon.starters)
  const afterHour = new Set(lexicon.afterHour)
  const goesOn = (text: string, { starts, ends }: Cuts, k: number): boolean =>
    /^[ap]\.m\.$/i.test(text.slice(starts[k], ends[k])) &&
    afterHour.has(text.slice(starts[k + 1], ends[k + 1]).toLowerCase())
  const closes = (text: string, { starts, ends }: Cuts, k: number): boolean =>
    starters.has(text.slice(starts[k + 1], ends[k + 1])) &&
    (isAbbreviation(text, starts[k], ends[k]) || QUOTE_CLOSED.test(text.slice(Math.max(0, ends[k] - 2), starts[k + 1])))
  return {
    name: 'segment',
    requires: [],
    assigns: ['paragraphs', 'sentences', 'tokens'],
    run({ text }) {
      const paragraphs: Paragraph[] = []
      const cuts: Cuts = { starts: [], ends: [] }
      const bounds = [0]
      for (const paragraph of findParagraphs(text)) {
        tokenizer.cut(text, paragraph.start, paragraph.end, cuts)
        if (cuts.starts.length === bounds[paragraphs.length]) continue
        bounds.push(cuts.starts.length)
        paragraphs.push(paragraph)
      }
      const all = isShouted(text, 0, text.length)
      const shouted = paragraphs.map(({ start, end }) => all || isShouted(text, start, end))
      const features = new BoundaryFeatures(new DocumentWords(text, cuts, bounds, (p) => shouted[p]))
      const sentences: Sentence[] = []
      const tokens: Token[] = []
      for (let p = 0; p < paragraphs.length; p++) {
        features.begin(p)
        let from = bounds[p]
        for (let k = from; k < bounds[p + 1]; k++) {
          if (k + 1 < bounds[p + 1] && k + 1 - from < LONGEST_SENTENCE) {
            if (!features.possible(k)) continue
            features.fill(k)
            if (goesOn(text, cuts, k)) continue
            if (boundaries.score(features) <= 0 && !closes(text, cuts, k)) continue
          }
          features.end(k)
          const sentence = sentences.length
          for (let i = from; i <= k; i++) {
            const [start, end] = [cuts.starts[i], cuts.ends[i]]
            tokens.push({ start, end, text: text.slice(start, end), sentence })
          }
          if (shouted[p] && truecaser) {
            const words = tokens.slice(from).map((token) => token.text)
            for (const [i, word] of truecaser.recase(words).entries()) {
              tokens[from + i] = { ...tokens[from + i], text: word }
            }
          }
          sentences.push({ start: cuts.starts[from], end: cuts.ends[k], from, to: k + 1, paragraph: p })
          from = k + 1
        }
      }
      return { paragraphs, sentences, tokens }
    },
  }
}

/** "U.S.", "a.m.", "Corp.", but not "v." and not an initial: what may end a sentence with the stop that is its own. */
function isAbbreviation(text: string, start: number, end: number): boolean {
  if (end - start < 3 || end - start > 10 || text[end - 1] !== '.') return false
  return classAt(text, end - 2) === LETTER && (isUpper(text, start) || text[start + 1] === '.')
}

/** True for a part of a text whose letters are nearly all capitals; a mark of the editor in lower case does not change it. */
function isShouted(text: string, from: number, to: number): boolean {
  let [upper, lower] = [0, 0]
  for (let i = from; i < to; i++) {
    if (isUpper(text, i)) upper++
    else if (isLower(text, i)) lower++
  }
  return upper >= FEWEST_LETTERS && upper > 9 * lower
}
