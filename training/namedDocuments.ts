import { readFileSync } from 'node:fs'
import type { Document } from '../src/document/Document.ts'
import type { TokenVectors } from '../src/document/Layers.ts'
import { reportOf } from '../src/model/Report.ts'
import { createReader } from '../src/reader/createReader.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { KINDS, type LabelledName } from '../src/stages/names/labels.ts'
import type { NameInput } from '../src/stages/names/NameFeatures.ts'

/** One document with the gold names on our own words. */
export interface NamedDocument {
  readonly id: string
  readonly input: NameInput
  readonly names: readonly LabelledName[]
  /** empty where the words were not encoded */
  readonly vectors: TokenVectors
  /** gold names that no run of our words covers exactly */
  readonly lost: number
}

/** Reads the documents of a table of names by the reader's first stages, and lays the gold names on the tokens. */
export function readNamedDocuments(file: string, stages: readonly string[]): NamedDocument[] {
  const reader = createReader(openEnglishReader().stages.filter(({ name }) => stages.includes(name)))
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { id, text, names } = JSON.parse(line)
      return { id, ...align(reader.annotate(reportOf({ id, text })), names) }
    })
}

function align(document: Document, gold: { start: number; end: number; kind: (typeof KINDS)[number] }[]) {
  const tokens = document.get('tokens')
  const starts = new Map(tokens.map(({ start }, i) => [start, i]))
  const ends = new Map(tokens.map(({ end }, i) => [end, i + 1]))
  const sorted = gold.toSorted((a, b) => a.start - b.start)
  const names: LabelledName[] = []
  let lost = 0
  let last = 0
  for (const { start, end, kind } of sorted) {
    const [from, to] = [starts.get(start), ends.get(end)]
    if (
      from === undefined ||
      to === undefined ||
      from >= to ||
      from < last ||
      tokens[from].sentence !== tokens[to - 1].sentence
    ) {
      if (kind !== 'Date' && kind !== 'Money') lost++
      continue
    }
    names.push({ from, to, kind: KINDS.indexOf(kind) })
    last = to
  }
  return {
    input: {
      words: tokens.map(({ text }) => text),
      xpos: document.has('tags') ? document.get('tags').map(({ xpos }) => xpos) : [],
      sentences: document.get('sentences'),
    },
    names,
    vectors: document.has('vectors') ? document.get('vectors') : NO_VECTORS,
    lost,
  }
}

const NO_VECTORS: TokenVectors = { width: 0, values: new Int8Array(0), scales: new Float32Array(0) }
