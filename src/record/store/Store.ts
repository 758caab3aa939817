import type { Insertable, Kysely, RawBuilder, Transaction } from 'kysely'
import type { ReportTextRow, Tables } from './Tables.ts'

export type StoreKind = 'sqlite' | 'postgres'

/** A database that a record can live in: Kysely over it, and the few things in which the two kinds differ. */
export interface Store {
  readonly kind: StoreKind
  /** where it is, for people: no password in it */
  readonly location: string
  readonly db: Kysely<Tables>
  /** does the work in one transaction that writes; waits for another process that is writing, without blocking this one */
  transaction<Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result>
  /** rows of `report_texts` with all the words, each as the beginning of a word */
  textHas(words: readonly string[]): RawBuilder<boolean>
  /** the row of a text with what this store's search needs */
  textRow(row: Omit<ReportTextRow, 'words'>, searched: string): Insertable<ReportTextRow>
  /** no other connection migrates until the transaction ends */
  lockForMigration(transaction: Kysely<Tables>): Promise<void>
  /** true where the tables of a record are there */
  isRecord(): Promise<boolean>
  /** an error of the database as one that says what to do; any other as it is */
  explain(error: unknown): unknown
  close(): Promise<void>
}

/** The words of a search: letters and digits only, so that nothing of a query language is left in them. */
export const searchWords = (query: string): string[] => query.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
