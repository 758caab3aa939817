import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document } from '../src/document/Document.ts'
import { TensorFile } from '../src/learned/neural/TensorFile.ts'
import { reportOf } from '../src/model/Report.ts'
import { createEncodeStage } from '../src/stages/encode/createEncodeStage.ts'

/** A neural model of the project. */
export const tensorFile = (name: string): TensorFile =>
  TensorFile.parse(readFileSync(join(import.meta.dirname, '..', 'models', `${name}.bin`)), name)

/** Gives a document's words their vectors. */
export const encode = createEncodeStage(() => tensorFile('encoder'))

/** A document of one sentence, given as words with blanks between them, read as far as the words' vectors. */
export function encodedDocument(sentence: string): Document {
  const words = sentence.split(' ')
  const document = new Document(reportOf({ text: sentence }))
  let at = 0
  document.add({
    paragraphs: [{ start: 0, end: sentence.length, kind: 'body' }],
    sentences: [{ start: 0, end: sentence.length, from: 0, to: words.length, paragraph: 0 }],
    tokens: words.map((text) => {
      const start = at
      at += text.length + 1
      return { start, end: start + text.length, text, sentence: 0 }
    }),
  })
  return document.add(encode.run(document))
}
