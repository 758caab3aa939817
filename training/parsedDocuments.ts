import type { Document } from '../src/document/Document.ts'
import { reportOf } from '../src/model/Report.ts'
import { createReader } from '../src/reader/createReader.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'

const SYNTAX = ['segment', 'encode', 'tag', 'parse']

/** Texts with sentences, tags and trees, as the reader's own first stages give them: what later stages learn from. */
export function parsedDocuments(texts: readonly { readonly text: string }[]): Document[] {
  const reader = createReader(openEnglishReader().stages.filter(({ name }) => SYNTAX.includes(name)))
  return texts.map(({ text }) => reader.annotate(reportOf({ text })))
}
