import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LinearModel } from '../src/learned/LinearModel.ts'
import { Truecaser } from '../src/stages/segment/Truecaser.ts'
import { readTreebank, type TreebankSentence } from './conllu.ts'
import { readClusters } from './readClusters.ts'

/** Of how many sentences one is shown again as it comes back from capitals, and one in lower case throughout. */
const [RECASED, LOWERED] = [8, 20]

/**
 * The sentences of EWT and GUM to train from, some of them a second time in another case, as the words of old wire reports
 * come (not without `cases`). With `heldOut`, every tenth document is set aside to choose by.
 */
export function treebankSentences(
  data: string,
  models: string,
  heldOut: boolean,
  cases = true,
): { training: TreebankSentence[]; tests: TreebankSentence[] } {
  const documents = ['ewt', 'gum'].flatMap((name) => readTreebank(join(data, 'corpora', 'ud', `${name}-train.conllu`)))
  const aside = (_: unknown, i: number): boolean => heldOut && i % 10 === 9
  const sentences = documents.filter((document, i) => !aside(document, i)).flatMap(({ sentences }) => sentences)
  const truecaser = new Truecaser(
    LinearModel.parse(readFileSync(join(models, 'truecaser.bin')), 'truecaser'),
    readClusters(models),
  )
  const copies = sentences.flatMap((sentence, i) => {
    const forms = sentence.words.map(({ form }) => form)
    if (i % RECASED === 1) return [withForms(sentence, truecaser.recase(forms.map((form) => form.toUpperCase())))]
    if (i % LOWERED === 0)
      return [
        withForms(
          sentence,
          forms.map((form) => form.toLowerCase()),
        ),
      ]
    return []
  })
  return {
    training: cases ? [...sentences, ...copies] : sentences,
    tests: documents.filter(aside).flatMap(({ sentences }) => sentences),
  }
}

const withForms = (sentence: TreebankSentence, forms: readonly string[]): TreebankSentence => ({
  ...sentence,
  words: sentence.words.map((word, i) => ({ ...word, form: forms[i] })),
})
