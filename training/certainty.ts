import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCertaintyWords } from '../src/vocabulary/CertaintyWords.ts'
import { parseReportingVerbs } from '../src/vocabulary/ReportingVerbs.ts'
import { NEWS, PLAIN_NEWS, WEB, writeCertaintyExamples } from './certaintyExamples.ts'
import { inFolder } from './inFolder.ts'
import { parsedDocuments } from './parsedDocuments.ts'
import { runPython } from './runPython.ts'
import type { TrainingOptions } from './train.ts'

/** A line of the corpora. */
export interface CertaintyLine {
  readonly text: string
  readonly predicates?: readonly { readonly start: number; readonly end: number; readonly value: number }[]
}

const CORPORA = [
  { file: 'certainty/dev/uw-train', kind: NEWS },
  { file: 'certainty/dev/uds-ih2-train', kind: WEB },
  { file: 'attribution/dev/train', kind: PLAIN_NEWS },
]

/**
 * Trains the network of the certainty of predicates on UW (news) and UDS-IH2 (web text); the texts of the attribution corpus, without
 * their gold, are more news to tell from web text. `heldOut` leaves one block of lines in ten out, and measures on these.
 */
export async function train({ data, models, heldOut, work }: TrainingOptions): Promise<void> {
  await inFolder(work, (folder) => {
    const corpora = CORPORA.map(({ file, kind }) => {
      const lines = readFileSync(join(data, `tables/${file}.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as CertaintyLine)
      return { kind, lines, documents: parsedDocuments(lines) }
    })
    writeCertaintyExamples(corpora, certaintyVocabulary(), folder)
    runPython('certainty.py', folder, ...(heldOut ? ['--held-out'] : []))
    copyFileSync(join(folder, 'certainty.bin'), join(models, 'certainty.bin'))
  })
}

const lexicon = (name: string): [json: string, file: string] => [
  readFileSync(`vocabulary/lexicons/${name}.json`, 'utf8'),
  name,
]

const certaintyVocabulary = () => ({
  verbs: new Map([
    ...parseReportingVerbs(...lexicon('reporting-verbs')),
    ...parseReportingVerbs(...lexicon('implicative-verbs')),
  ]),
  certaintyWords: parseCertaintyWords(...lexicon('certainty-words')),
})
