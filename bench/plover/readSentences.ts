import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportOf } from '../../src/model/Report.ts'
import type { EnglishReader } from '../../src/reader/EnglishReader.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../../src/vocabulary/loadVocabulary.ts'
import { eventsOf } from './eventsOf.ts'
import type { PloverEvent } from './PloverEvent.ts'

/** One sentence with the events that it tells, by hand. */
interface GoldSentence {
  readonly id: string
  readonly text: string
  readonly published?: string
  readonly events: readonly PloverEvent[]
}

/** Sentences with what the reader makes of each, each read alone. */
export function readSentences(reader: EnglishReader, jsonl: string) {
  const folder = join(import.meta.dirname, '..', '..', 'vocabulary')
  const vocabulary = loadVocabulary(
    Object.fromEntries(VOCABULARY_FILES.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  )
  return jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, text, published, events: gold } = JSON.parse(line) as GoldSentence
      const document = reader.annotate(reportOf({ text, ...(published === undefined ? {} : { published }) }))
      return { id, text, gold, told: eventsOf(document, vocabulary) }
    })
}
