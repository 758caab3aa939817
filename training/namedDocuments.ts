import { readFileSync } from 'node:fs'
import type { Document } from '../src/document/Document.ts'
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
  /** gold names that no run of our words covers exactly */
  readonly lost: number
}

/** Segments and tags the documents of a table of names, and lays the gold names on the tokens. */
export function readNamedDocuments(file: string): NamedDocument[] {
  const reader = createReader(openEnglishReader().stages.filter(({ name }) => name === 'segment' || name === 'tag'))
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
      xpos: document.get('tags').map(({ xpos }) => xpos),
      sentences: document.get('sentences'),
    },
    names,
    lost,
  }
}
