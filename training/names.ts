import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SequenceLabeller } from '../src/learned/SequenceLabeller.ts'
import { WordClusters } from '../src/learned/WordClusters.ts'
import { allowedInNames, LABELS, labelsOf } from '../src/stages/names/labels.ts'
import { NameDictionary } from '../src/stages/names/NameDictionary.ts'
import { NameFeatures } from '../src/stages/names/NameFeatures.ts'
import { labelAll, TwoPassNames } from '../src/stages/names/TwoPassNames.ts'
import { parseNameWords, parseNationalities, parsePersonalNames } from '../src/vocabulary/NameLexicon.ts'
import type { AveragedPerceptron } from './AveragedPerceptron.ts'
import { type NamedDocument, readNamedDocuments } from './namedDocuments.ts'
import { scoreNames } from './scoreNames.ts'
import type { TrainingOptions } from './train.ts'
import { type LabelledSequence, trainSequenceLabeller } from './trainSequenceLabeller.ts'

const FOLDS = 3
const FIRST_ITERATIONS = 5
/** The first models of the folds are read for their mistakes, and need not be the best. */
const FOLD_ITERATIONS = 4
const SECOND_ITERATIONS = 5
/** Features seen to matter less often than this are dropped: a third of the size for a tenth of a point. */
const PRUNING = { updates: 2 }

/**
 * Trains `models/names-first.bin` and `models/names-second.bin`. The second model learns from what first models made of documents
 * they had not seen (each trained on two thirds), as it will have to at work.
 */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const folder = join(data, 'tables', 'names', 'dev')
  const all = readNamedDocuments(join(folder, 'train.jsonl'))
  const dev = readNamedDocuments(join(folder, 'dev.jsonl'))
  const documents = all.filter((_, i) => !heldOut || i % 10 !== 9)
  const dictionary = new NameDictionary(readLexicon())
  const clusters = WordClusters.parse(readFileSync(join(models, 'clusters.bin')))
  const featuresOf = ({ input }: NamedDocument): NameFeatures => new NameFeatures(input, dictionary, clusters)

  const found: Int32Array[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = documents.filter((_, i) => i % FOLDS !== fold)
    const labeller = labellerOf(
      learn(
        others.flatMap((document) => sequencesOf(document, featuresOf(document))),
        FOLD_ITERATIONS,
      ),
    )
    for (let i = fold; i < documents.length; i += FOLDS) {
      found[i] = labelAll(labeller, featuresOf(documents[i]), documents[i].input)
    }
    console.log(`names: fold ${fold + 1} of ${FOLDS}`)
  }
  const first = learn(
    documents.flatMap((document) => sequencesOf(document, featuresOf(document))),
    FIRST_ITERATIONS,
  )
  const second = learn(
    documents.flatMap((document, i) => sequencesOf(document, featuresOf(document), found[i])),
    SECOND_ITERATIONS,
  )

  if (!heldOut) {
    writeFileSync(join(models, 'names-first.bin'), first.toBytes(PRUNING))
    writeFileSync(join(models, 'names-second.bin'), second.toBytes(PRUNING))
  }
  const names = new TwoPassNames(dictionary, clusters, first.toModel(PRUNING), second.toModel(PRUNING))
  const score = (documents: readonly NamedDocument[]): string =>
    scoreNames(documents, ({ input }) => names.label(input))
  if (heldOut) console.log('a tenth of train, unseen:', score(all.filter((_, i) => i % 10 === 9)))
  console.log('dev:', score(dev))
}

const learn = (sequences: readonly LabelledSequence[], iterations: number): AveragedPerceptron =>
  trainSequenceLabeller(LABELS, sequences, { iterations, allowed: allowedInNames })

const labellerOf = (perceptron: AveragedPerceptron): SequenceLabeller =>
  new SequenceLabeller(perceptron.toModel(PRUNING), allowedInNames)

/** A sequence for each sentence, its features computed once and kept. */
function sequencesOf({ input, names }: NamedDocument, features: NameFeatures, found?: Int32Array): LabelledSequence[] {
  if (found) features.takeFirstPass(found)
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
