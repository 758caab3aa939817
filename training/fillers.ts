import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messagesOf } from '../bench/muc4/messages.ts'
import { reportOf } from '../src/model/Report.ts'
import { createReader } from '../src/reader/createReader.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { createIncidentsStage, lexiconsOf } from '../src/stages/incidents/createIncidentsStage.ts'
import { parseCircumstanceWords } from '../src/vocabulary/CircumstanceWords.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../src/vocabulary/loadVocabulary.ts'
import { parseParticipantWords } from '../src/vocabulary/ParticipantWords.ts'
import { parseResponsibilityWords } from '../src/vocabulary/ResponsibilityWords.ts'
import { parseSupportVerbs } from '../src/vocabulary/SupportVerbs.ts'
import { parseTollWords } from '../src/vocabulary/TollWords.ts'
import { writeFillerExamples } from './fillerExamples.ts'
import { inFolder } from './inFolder.ts'
import { muc4Keys } from './muc4Keys.ts'
import { runPython } from './runPython.ts'
import type { TrainingOptions } from './train.ts'

/** The sets of messages that are for development, but for two: `npm run score` measures on these. */
export const DEVELOPMENT = /^dev-muc3-(?!0301|0501)(\d{4})-/

/**
 * Trains the network that says which nouns have which part in an incident, and which incidents a report tells of as news, on the answer
 * keys of MUC-4's development messages. `heldOut` also trains five networks, each without every fifth set, measures them on that set and
 * leaves them beside the model as `fillers-0.bin` to `fillers-4.bin`.
 */
export async function train({ data, models, heldOut, work }: TrainingOptions): Promise<void> {
  const folder = join(data, 'tables/muc4/data')
  const words = incidentWords()
  const reader = createReader(
    openEnglishReader()
      .stages.filter(({ name }) => name !== 'relations')
      .map((other) => (other.name === 'incidents' ? createIncidentsStage(words) : other)),
  )
  const lessons = readdirSync(folder)
    .filter((file) => DEVELOPMENT.test(file))
    .sort()
    .flatMap((file, set) => {
      const keys = muc4Keys(readFileSync(join(folder, `key-dev-${DEVELOPMENT.exec(file)![1]}.muc4`), 'utf8'))
      return messagesOf(readFileSync(join(folder, file), 'utf8')).map(({ id, text, published }) => ({
        document: reader.annotate(reportOf({ text, ...(published === undefined ? {} : { published }) })),
        keys: keys.filter(({ message }) => message === id),
        set,
      }))
    })
  await inFolder(work, (at) => {
    writeFillerExamples(lessons, lexiconsOf(words), at)
    runPython('fillers.py', at, ...(heldOut ? ['--held-out'] : []))
    const names = ['fillers', ...(heldOut ? [0, 1, 2, 3, 4].map((fold) => `fillers-${fold}`) : [])]
    for (const name of names) copyFileSync(join(at, `${name}.bin`), join(models, `${name}.bin`))
  })
}

const vocabularyFile = (name: string): string => readFileSync(join('vocabulary', name), 'utf8')
const lexicon = (name: string): [string, string] => [vocabularyFile(`lexicons/${name}.json`), name]

export const incidentWords = () => ({
  vocabulary: loadVocabulary(Object.fromEntries(VOCABULARY_FILES.map((file) => [file, vocabularyFile(file)]))),
  supportVerbs: parseSupportVerbs(...lexicon('support-verbs')),
  circumstanceWords: parseCircumstanceWords(...lexicon('circumstance-words')),
  participantWords: parseParticipantWords(...lexicon('participant-words')),
  tollWords: parseTollWords(...lexicon('toll-words')),
  responsibilityWords: parseResponsibilityWords(...lexicon('responsibility-words')),
})
