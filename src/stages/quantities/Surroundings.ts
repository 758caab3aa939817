import type { Document } from '../../document/Document.ts'
import type { Arc, Sentence } from '../../document/Layers.ts'

/** The words of a document as the readers of numbers see them, and the sentence at hand. */
export interface Surroundings {
  readonly document: Document
  /** every token in lower case; empty for what is too long to be a word */
  readonly words: readonly string[]
  readonly lemmas: readonly string[]
  readonly xpos: readonly string[]
  readonly trees: readonly Arc[]
  /** true where the token joins the one before without a space */
  readonly joined: readonly boolean[]
  readonly sentence: Sentence
}

const LONGEST = 40

export function surroundingsOf(document: Document): Omit<Surroundings, 'sentence'> {
  const tokens = document.get('tokens')
  const tags = document.get('tags')
  return {
    document,
    words: tokens.map(({ text }) => (text.length > LONGEST ? '' : text.toLowerCase())),
    lemmas: tags.map(({ lemma }) => lemma.toLowerCase()),
    xpos: tags.map(({ xpos }) => xpos),
    trees: document.get('trees'),
    joined: tokens.map(({ start }, i) => i > 0 && tokens[i - 1].end === start),
  }
}
