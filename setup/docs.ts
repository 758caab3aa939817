// Writes the generated pages of docs/: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseActs } from '../src/vocabulary/Acts.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../src/vocabulary/loadVocabulary.ts'
import { vocabularyPage } from '../src/vocabulary/vocabularyPage.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, 'vocabulary', file), 'utf8')

/** The generated pages by path below the root, as they should stand now. */
export const pages = (): Record<string, string> => ({
  'docs/vocabulary.md': vocabularyPage(
    loadVocabulary(Object.fromEntries(VOCABULARY_FILES.map((file) => [file, read(file)]))),
    parseActs(read('acts.json'), 'acts.json'),
  ),
})

if (import.meta.main) {
  for (const [path, page] of Object.entries(pages())) writeFileSync(join(root, path), page)
}
