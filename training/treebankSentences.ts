import { join } from 'node:path'
import { readTreebank, type TreebankSentence } from './conllu.ts'

/** The sentences of EWT and GUM to train from; with `heldOut`, every tenth document is set aside to choose by. */
export function treebankSentences(
  data: string,
  heldOut: boolean,
): { training: TreebankSentence[]; tests: TreebankSentence[] } {
  const documents = ['ewt', 'gum'].flatMap((name) => readTreebank(join(data, 'corpora', 'ud', `${name}-train.conllu`)))
  const aside = (_: unknown, i: number): boolean => heldOut && i % 10 === 9
  return {
    training: documents.filter((document, i) => !aside(document, i)).flatMap(({ sentences }) => sentences),
    tests: documents.filter(aside).flatMap(({ sentences }) => sentences),
  }
}
