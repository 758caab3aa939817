// MUC-4 response templates of message files: `npm run -s muc4 -- FILE…`
import { openEnglishReader } from '../../src/reader/openEnglishReader.ts'
import { responsesOf } from './responsesOf.ts'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run -s muc4 -- FILE…   (message files of MUC-4)')
  process.exit(2)
}
const reader = openEnglishReader()
for (const file of files) for (const response of responsesOf(reader, file)) process.stdout.write(response)
