import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TensorFile } from '../src/learned/neural/TensorFile.ts'
import { SequenceLabeller } from '../src/learned/SequenceLabeller.ts'
import { WordClusters } from '../src/learned/WordClusters.ts'
import { allowedInNames, LABELS, labelsOf } from '../src/stages/names/labels.ts'
import { NameDictionary } from '../src/stages/names/NameDictionary.ts'
import { NameFeatures } from '../src/stages/names/NameFeatures.ts'
import type { NameGuesses } from '../src/stages/names/NameGuesses.ts'
import { NameHead } from '../src/stages/names/NameHead.ts'
import { labelAll, TwoPassNames } from '../src/stages/names/TwoPassNames.ts'
import { parseNameWords, parseNationalities, parsePersonalNames } from '../src/vocabulary/NameLexicon.ts'
import { inFolder } from './inFolder.ts'
import { writeNameExamples, writeTreeExamples, writeWordList } from './languageExamples.ts'
import { type NamedDocument, readNamedDocuments } from './namedDocuments.ts'
import { runPython } from './runPython.ts'
import { scoreNames } from './scoreNames.ts'
import type { TrainingOptions } from './train.ts'
import { type LabelledSequence, trainSequenceLabeller } from './trainSequenceLabeller.ts'

/** What the names are read from. */
const STAGES = ['segment', 'encode', 'tag']
const ITERATIONS = 5
const FOLDS = 3
/** The first models of the folds are read for their mistakes, and need not be the best. */
const FOLD_ITERATIONS = 4
/** Features seen to matter less often than this are dropped: a third of the size for a tenth of a point. */
const PRUNING = { updates: 2 }

/**
 * Trains `models/names-first.bin` and `models/names-second.bin`, which read a document after the vectors have been asked for names
 * (`names-head.bin`, made with the vectors by `language`). Each learns from what the models before it made of documents they had not seen,
 * as it will have to at work: three small language models are trained for that (`training/language/name_folds.py`), and three first models.
 */
export async function train({ data, models, embeddings, heldOut, work }: TrainingOptions): Promise<void> {
  const folder = join(data, 'tables', 'names', 'dev')
  const all = readNamedDocuments(join(folder, 'train.jsonl'), STAGES)
  const dev = readNamedDocuments(join(folder, 'dev.jsonl'), STAGES)
  const guesses = work ? readGuesses(work, all) : await guessAnew(data, models, embeddings, all)
  const dictionary = new NameDictionary(readLexicon())
  const clusters = WordClusters.parse(readFileSync(join(models, 'clusters.bin')))
  const known = [...all.keys()].filter((i) => !heldOut || i % 10 !== 9)
  const featuresOf = (i: number) => new NameFeatures(all[i].input, guesses[i], dictionary, clusters)

  const found: Int32Array[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = known.filter((i) => i % FOLDS !== fold)
    const labeller = new SequenceLabeller(
      learn(
        others.flatMap((i) => sequencesOf(all[i], featuresOf(i))),
        FOLD_ITERATIONS,
      ).toModel(PRUNING),
      allowedInNames,
    )
    for (const i of known) if (i % FOLDS === fold) found[i] = labelAll(labeller, featuresOf(i), all[i].input)
    console.log(`names: part ${fold + 1} of ${FOLDS} read by a model that has not seen it`)
  }
  const first = learn(
    known.flatMap((i) => sequencesOf(all[i], featuresOf(i))),
    ITERATIONS,
  )
  const second = learn(
    known.flatMap((i) => {
      const features = featuresOf(i)
      features.takeFirstPass(found[i])
      return sequencesOf(all[i], features)
    }),
    ITERATIONS,
  )
  if (!heldOut) {
    writeFileSync(join(models, 'names-first.bin'), first.toBytes(PRUNING))
    writeFileSync(join(models, 'names-second.bin'), second.toBytes(PRUNING))
  }
  const head = new NameHead(TensorFile.parse(readFileSync(join(models, 'names-head.bin')), 'names-head'))
  const names = new TwoPassNames(dictionary, clusters, head, first.toModel(PRUNING), second.toModel(PRUNING))
  console.log(
    'dev:',
    scoreNames(dev, ({ input, vectors }) => names.label(input, vectors)),
  )
}

const learn = (sequences: readonly LabelledSequence[], iterations: number) =>
  trainSequenceLabeller(LABELS, sequences, { iterations, allowed: allowedInNames })

/** What students that had not seen the documents made of them. */
async function guessAnew(
  data: string,
  models: string,
  embeddings: string | undefined,
  documents: readonly NamedDocument[],
): Promise<NameGuesses[]> {
  return inFolder(undefined, async (folder) => {
    const numbersOf = writeWordList(embeddings, folder)
    await writeTreeExamples(data, models, numbersOf, folder)
    await writeNameExamples(data, numbersOf, folder)
    runPython('name_folds.py', folder)
    return readGuesses(folder, documents)
  })
}

function readGuesses(folder: string, documents: readonly NamedDocument[]): NameGuesses[] {
  const bytes = readFileSync(join(folder, 'guesses.u8'))
  let at = 0
  return documents.map(({ input: { words } }) => {
    const labels = Int32Array.from(words, (_, i) => bytes[at + i * 2])
    const sureness = Uint8Array.from(words, (_, i) => bytes[at + i * 2 + 1])
    at += words.length * 2
    return { labels, sureness }
  })
}

/** A sequence for each sentence, its features computed once and kept. */
function sequencesOf({ input, names }: NamedDocument, features: NameFeatures): LabelledSequence[] {
  const labels = labelsOf(names, input.words.length)
  const buffer = new Int32Array(512)
  return input.sentences.map(({ from, to }) => {
    const rows = Array.from({ length: to - from }, (_, i) => buffer.slice(0, features.fill(from + i, buffer)))
    return {
      labels: labels.slice(from, to),
      features: (i, out) => {
        out.set(rows[i])
        return rows[i].length
      },
    }
  })
}

function readLexicon() {
  const read = (name: string): [json: string, file: string] => {
    const file = `vocabulary/lexicons/${name}.json`
    return [readFileSync(join(import.meta.dirname, '..', file), 'utf8'), file]
  }
  return {
    nationalities: parseNationalities(...read('nationalities')),
    personal: parsePersonalNames(...read('personal-names')),
    words: parseNameWords(...read('name-words')),
  }
}
