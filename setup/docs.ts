// Writes the generated pages of docs/: `npm run docs`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { accuracyPage } from '../bench/accuracyPage.ts'
import { cliPage } from '../src/cli/cliPage.ts'
import { createProgram } from '../src/cli/createProgram.ts'
import { schemaPages } from '../src/publishing/schemas.ts'
import { apiPage } from '../src/server/apiPage.ts'
import { parseActs } from '../src/vocabulary/Acts.ts'
import { parseAnonymityTerms } from '../src/vocabulary/Anonymity.ts'
import { parseAttributionWordLists } from '../src/vocabulary/AttributionWords.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../src/vocabulary/loadVocabulary.ts'
import { vocabularyPage } from '../src/vocabulary/vocabularyPage.ts'

const root = join(import.meta.dirname, '..')
const readRoot = (file: string): string => readFileSync(join(root, file), 'utf8')
const read = (file: string): string => readRoot(join('vocabulary', file))

/** The generated pages by path below the root, as they should stand now. */
export const pages = async (): Promise<Record<string, string>> => ({
  'docs/vocabulary.md': vocabularyPage(
    loadVocabulary(Object.fromEntries(VOCABULARY_FILES.map((file) => [file, read(file)]))),
    parseActs(read('acts.json'), 'acts.json'),
    parseAnonymityTerms(read('anonymity.json'), 'anonymity.json'),
    parseAttributionWordLists(read('lexicons/attribution-words.json'), 'lexicons/attribution-words.json'),
  ),
  'docs/api.md': await apiPage(),
  'docs/accuracy.md': accuracyPage(readRoot('docs/accuracy.md'), JSON.parse(readRoot('bench/recorded.json')).full),
  'docs/cli.md': cliPage(createProgram(noServer, () => {})),
  ...schemaPages(),
})

/** The pages say what the program can do; they start nothing. */
const noServer = {
  startServer: () => {
    throw new Error('the pages start no server')
  },
}

if (import.meta.main) {
  for (const [path, page] of Object.entries(await pages())) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), page)
  }
}
