import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BoundaryFeatures } from '../src/stages/segment/BoundaryFeatures.ts'
import { BoundaryModel } from '../src/stages/segment/BoundaryModel.ts'
import { DocumentWords } from '../src/stages/segment/DocumentWords.ts'
import { findParagraphs } from '../src/stages/segment/findParagraphs.ts'
import { type Cuts, Tokenizer } from '../src/stages/segment/Tokenizer.ts'
import { parseSegmentationLexicon } from '../src/vocabulary/SegmentationLexicon.ts'
import { readTreebank, type TreebankDocument } from './conllu.ts'
import { random } from './random.ts'
import type { TrainingOptions } from './train.ts'
import { type Gap, trainBoundaryModel } from './trainBoundaryModel.ts'

/** In copies, the share of sentences that lose their stop, and of those that lose their capital. */
const [STOPLESS, LOWERED] = [0.2, 0.1]

/** A document cut into paragraphs and words as the stage does it. */
interface Segmented {
  readonly words: DocumentWords
  /** 1 for each word that ends a sentence */
  readonly ends: Uint8Array
  readonly sentences: ReadonlySet<string>
}

/** Trains `models/segmenter.bin`: where sentences end, from the raw text of EWT and GUM with their paragraphs. */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const file = join(import.meta.dirname, '..', 'vocabulary', 'lexicons', 'segmentation.json')
  const tokenizer = new Tokenizer(parseSegmentationLexicon(readFileSync(file, 'utf8'), file))
  const corpora = ['ewt', 'gum'].map((name) =>
    readTreebank(join(data, 'corpora', 'ud', `${name}-train.conllu`)).map((document) => segment(document, tokenizer)),
  )
  const isTest = (_: unknown, i: number): boolean => heldOut && i % 10 === 9
  const training = corpora.flatMap((documents) => documents.filter((document, i) => !isTest(document, i)))
  const gaps = training.flatMap((document, i) => [
    ...gapsOf(document, true),
    ...gapsOf(carelessCopy(document, random(i + 1)), false),
  ])
  const bytes = trainBoundaryModel(gaps, 1, (epoch) => console.log(`segmenter ${epoch}: ${gaps.length} gaps`))
  if (heldOut) {
    const model = BoundaryModel.parse(bytes)
    for (const [i, name] of ['EWT', 'GUM'].entries()) {
      console.log(`held out: F1 of sentences ${name} ${sentenceF1(corpora[i].filter(isTest), model).toFixed(2)}`)
    }
    return
  }
  writeFileSync(join(models, 'segmenter.bin'), bytes)
  console.log(`segmenter: ${bytes.length} bytes`)
}

function segment({ text, sentences }: TreebankDocument, tokenizer: Tokenizer): Segmented {
  const cuts: Cuts = { starts: [], ends: [] }
  const paragraphs = [0]
  for (const { start, end } of findParagraphs(text)) {
    tokenizer.cut(text, start, end, cuts)
    if (cuts.starts.length > paragraphs[paragraphs.length - 1]) paragraphs.push(cuts.starts.length)
  }
  const ends = new Set(sentences.map((sentence) => sentence.end))
  return {
    words: new DocumentWords(text, cuts, paragraphs, () => false),
    ends: Uint8Array.from(cuts.ends, (end) => (ends.has(end) ? 1 : 0)),
    sentences: new Set(sentences.map(({ start, end }) => `${start} ${end}`)),
  }
}

/** The document as a hasty writer would have put it: "He left. They stayed." may become "He left they stayed." */
function carelessCopy({ words, ends }: Segmented, next: () => number): Segmented {
  const cuts: Cuts = { starts: [], ends: [] }
  const [paragraphs, copied]: [number[], number[]] = [[0], []]
  let text = ''
  for (let p = 0; p + 1 < words.paragraphs.length; p++) {
    const [from, to] = [words.paragraphs[p], words.paragraphs[p + 1]]
    for (let i = from; i < to; i++) {
      let word = words.text.slice(words.starts[i], words.ends[i])
      if (i > from && ends[i - 1] === 1 && next() < LOWERED) word = word.toLowerCase()
      const spaced = i + 1 < to && words.starts[i + 1] > words.ends[i]
      const stop = /^[.!?]$/.test(word) && ends[i] === 1 && i > from && ends[i - 1] === 0 && i + 1 < to
      if (stop && next() < STOPLESS) {
        copied[copied.length - 1] = 1
        if (!text.endsWith(' ')) text += ' '
        continue
      }
      cuts.starts.push(text.length)
      text += word
      cuts.ends.push(text.length)
      copied.push(ends[i])
      if (spaced) text += ' '
    }
    paragraphs.push(cuts.starts.length)
    text += '\n\n'
  }
  return {
    words: new DocumentWords(text, cuts, paragraphs, () => false),
    ends: Uint8Array.from(copied),
    sentences: new Set(),
  }
}

function gapsOf({ words, ends }: Segmented, original: boolean): Gap[] {
  const gaps: Gap[] = []
  const features = new BoundaryFeatures(words)
  for (let p = 0; p + 1 < words.paragraphs.length; p++) {
    features.begin(p)
    for (let k = words.paragraphs[p]; k + 1 < words.paragraphs[p + 1]; k++) {
      if (features.possible(k)) {
        features.fill(k)
        features.deepen()
        const { wide, wideCount, deep, deepCount } = features
        gaps.push({ wide: wide.slice(0, wideCount), deep: deep.slice(0, deepCount), ends: ends[k] === 1, original })
      }
      if (ends[k] === 1) features.end(k)
    }
  }
  return gaps
}

function sentenceF1(documents: readonly Segmented[], model: BoundaryModel): number {
  let [right, guessed, all] = [0, 0, 0]
  for (const { words, sentences } of documents) {
    all += sentences.size
    const features = new BoundaryFeatures(words)
    for (let p = 0; p + 1 < words.paragraphs.length; p++) {
      features.begin(p)
      const to = words.paragraphs[p + 1]
      let first = words.paragraphs[p]
      for (let k = first; k < to; k++) {
        if (k + 1 < to) {
          if (!features.possible(k)) continue
          features.fill(k)
          if (model.score(features) <= 0) continue
        }
        features.end(k)
        guessed++
        if (sentences.has(`${words.starts[first]} ${words.ends[k]}`)) right++
        first = k + 1
      }
    }
  }
  return (200 * right) / (guessed + all)
}
