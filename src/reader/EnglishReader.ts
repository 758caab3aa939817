import type { Document } from '../document/Document.ts'
import type { AnyStage } from '../document/Stage.ts'
import type { Reading } from '../model/Reading.ts'
import type { Report } from '../model/Report.ts'
import { createReader } from './createReader.ts'
import { readingOf } from './readingOf.ts'

/** Name and version of the reader; a record keeps it with every reading, so that a newer reader can read again. */
export const READER = 'ascribe-en/0.1.0'

/** Reads English reports. */
export interface EnglishReader {
  readonly stages: readonly AnyStage[]
  /** The document with every layer. */
  annotate(report: Report): Document
  /** All that was found; `words` adds words and trees. The same report gives the same bytes. */
  read(report: Report, options?: { words?: boolean }): Reading
}

/** The reader of an ordered list of stages that together assign every layer. */
export function englishReader(stages: readonly AnyStage[]): EnglishReader {
  const reader = createReader(stages)
  return {
    stages,
    annotate: (report) => reader.annotate(report),
    read: (report, options) => readingOf(reader.annotate(report), READER, options),
  }
}
