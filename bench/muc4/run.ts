// MUC-4 response templates of message files: `npm run -s muc4 -- FILE…`
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportOf } from '../../src/model/Report.ts'
import { openEnglishReader } from '../../src/reader/openEnglishReader.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../../src/vocabulary/loadVocabulary.ts'
import { messagesOf } from './messages.ts'
import { Muc4Adapter } from './templatesOf.ts'
import { writeTemplates } from './writeTemplates.ts'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run -s muc4 -- FILE…   (message files of MUC-4)')
  process.exit(2)
}
const folder = join(import.meta.dirname, '../../vocabulary')
const vocabulary = loadVocabulary(
  Object.fromEntries(VOCABULARY_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
)
const adapter = new Muc4Adapter(vocabulary)
const reader = openEnglishReader()
for (const file of files) {
  for (const message of messagesOf(readFileSync(file, 'utf8'))) {
    const document = reader.annotate(
      reportOf({ text: message.text, ...(message.published ? { published: message.published } : {}) }),
    )
    process.stdout.write(`${writeTemplates(message.id, adapter.templatesOf(document, message))}\n\n`)
  }
}
