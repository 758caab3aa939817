import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportOf } from '../../src/model/Report.ts'
import type { EnglishReader } from '../../src/reader/EnglishReader.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../../src/vocabulary/loadVocabulary.ts'
import { type AskedWeights, Muc4Adapter } from './Muc4Adapter.ts'
import { messagesOf } from './messages.ts'
import { writeTemplates } from './writeTemplates.ts'

/** The response templates of the messages of one MUC-4 text file, message by message, in the task's own form. */
export function* responsesOf(reader: EnglishReader, file: string): Generator<string> {
  const folder = join(import.meta.dirname, '..', '..', 'vocabulary')
  const vocabulary = loadVocabulary(
    Object.fromEntries(VOCABULARY_FILES.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  )
  const asked: AskedWeights = JSON.parse(readFileSync(join(import.meta.dirname, 'asked.json'), 'utf8'))
  const adapter = new Muc4Adapter(vocabulary, asked)
  for (const message of messagesOf(readFileSync(file, 'utf8'))) {
    const { text, published } = message
    const document = reader.annotate(reportOf({ text, ...(published === undefined ? {} : { published }) }))
    yield `${writeTemplates(message.id, adapter.templatesOf(document, message))}\n\n`
  }
}
