import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../src/document/Document.ts'
import { Trees } from '../src/document/Trees.ts'
import { certaintyRows, MOST_CERTAINTY_ROWS } from '../src/stages/certainty/certaintyRows.ts'
import { certaintyViewOf } from '../src/stages/certainty/certaintyViewOf.ts'
import type { CertaintyVocabulary } from '../src/stages/certainty/RuleValue.ts'
import { REGISTER_COLUMNS, registerRows } from '../src/stages/certainty/registerRows.ts'
import type { CertaintyLine } from './certainty.ts'

/** What a corpus is: of web text or of news, whose predicates are marked, or of news without marks. */
export const [WEB, NEWS, PLAIN_NEWS] = [0, 1, 2]

/** Lines of one kind with their trees; lines without predicates are there to tell news from web text. */
export interface CertaintyCorpus {
  readonly kind: number
  readonly documents: readonly Document[]
  readonly lines: readonly CertaintyLine[]
}

/** One sentence in this many of the plain news is taken, to have about as much news as web text. */
const EVERY = 5
/** Nouns that news marks as events at least this often name events. */
const EVENT_SHARE = 0.15

/**
 * Writes what the network of certainty learns from, as arrays in files of their own, words numbered through all sentences:
 *
 *     values.i8, scales.f32      the words' vectors
 *     registerRows.u16           for each word, rows of the table of what tells news from web text
 *     heads.u32                  for each word, its governor, or the word itself where it has none
 *     sentences.u32              kind of corpus, number of the line, first word, end
 *     predicates.u32             words whose value is known, in order
 *     truths.f32                 their values
 *     rows.u16, rowStarts.u32    rows of the table of what is known of predicates
 *     meta.json                  what the model tells of itself
 */
export function writeCertaintyExamples(
  corpora: readonly CertaintyCorpus[],
  vocabulary: CertaintyVocabulary,
  folder: string,
): void {
  const names = ['values.i8', 'scales.f32', 'registerRows.u16', 'heads.u32']
  const files = new Map(names.map((name) => [name, openSync(join(folder, name), 'w')]))
  const append = (name: string, array: Int8Array | Uint16Array | Uint32Array | Float32Array) => {
    if (array.length > 0) writeSync(files.get(name)!, new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  }
  const [sentences, predicates, truths, rows]: [number[], number[], number[], number[]] = [[], [], [], []]
  const rowStarts = [0]
  const buffer = new Uint16Array(MOST_CERTAINTY_ROWS)
  let first = 0
  for (const { kind, documents, lines } of corpora) {
    documents.forEach((document, line) => {
      const trees = Trees.of(document)
      const { width, values, scales } = document.get('vectors')
      const view = certaintyViewOf(trees, document.get('sentences'), vocabulary)
      const marked = valuesOf(trees, lines[line])
      document.get('sentences').forEach(({ from, to }, number) => {
        if (kind === PLAIN_NEWS && number % EVERY !== 0) return
        append('values.i8', values.subarray(from * width, to * width))
        append('scales.f32', scales.subarray(from, to))
        const words = new Uint16Array((to - from) * REGISTER_COLUMNS)
        for (let i = from; i < to; i++) registerRows(trees, i, words, (i - from) * REGISTER_COLUMNS)
        append('registerRows.u16', words)
        const headOf = (i: number) => (trees.head(i) < from || trees.head(i) >= to ? i : trees.head(i))
        append(
          'heads.u32',
          Uint32Array.from({ length: to - from }, (_, k) => first + headOf(from + k) - from),
        )
        sentences.push(kind, line, first, first + to - from)
        for (let i = from; i < to; i++) {
          const value = marked.get(i)
          if (value === undefined) continue
          predicates.push(first + i - from)
          truths.push(value)
          rows.push(...buffer.subarray(0, certaintyRows(view, i, buffer)))
          rowStarts.push(rows.length)
        }
        first += to - from
      })
    })
  }
  for (const file of files.values()) closeSync(file)
  const write = (name: string, array: Uint16Array | Uint32Array | Float32Array) =>
    writeFileSync(join(folder, name), new Uint8Array(array.buffer))
  write('sentences.u32', Uint32Array.from(sentences))
  write('predicates.u32', Uint32Array.from(predicates))
  write('truths.f32', Float32Array.from(truths))
  write('rows.u16', Uint16Array.from(rows))
  write('rowStarts.u32', Uint32Array.from(rowStarts))
  const news = corpora.filter(({ kind }) => kind === NEWS)
  writeFileSync(join(folder, 'meta.json'), JSON.stringify({ eventNouns: news.flatMap(eventNounsOf).sort() }))
}

/** The values of a line by word; of two marks of a word the first stands. */
function valuesOf(trees: Trees, { predicates }: CertaintyLine): Map<number, number> {
  const values = new Map<number, number>()
  for (const { start, end, value } of predicates ?? []) {
    const i = trees.tokens.findIndex((token) => token.start < end && start < token.end)
    if (i >= 0 && !values.has(i)) values.set(i, value)
  }
  return values
}

/** Lemmas of the nouns that a corpus marks often enough. */
function eventNounsOf({ documents, lines }: CertaintyCorpus): string[] {
  const counts = new Map<string, { marked: number; all: number }>()
  documents.forEach((document, line) => {
    const trees = Trees.of(document)
    const marked = valuesOf(trees, lines[line])
    for (let i = 0; i < trees.length; i++) {
      if (trees.tags[i].upos !== 'NOUN') continue
      const count = counts.get(trees.lemma(i)) ?? { marked: 0, all: 0 }
      counts.set(trees.lemma(i), { marked: count.marked + (marked.has(i) ? 1 : 0), all: count.all + 1 })
    }
  })
  return [...counts].filter(([, { marked, all }]) => marked / all >= EVENT_SHARE).map(([lemma]) => lemma)
}
