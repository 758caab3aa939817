import type { Decision } from '../model/Decision.ts'
import type { EntityKind } from '../model/Entity.ts'
import type { Reading } from '../model/Reading.ts'
import type { Report } from '../model/Report.ts'
import type { EntitySummary, EntityView } from './views/EntityView.ts'
import type { IncidentSummary, IncidentView } from './views/IncidentView.ts'
import type { Page, PageQuery } from './views/Page.ts'
import type { RecordSummary } from './views/RecordSummary.ts'
import type { ReportSummary } from './views/ReportSummary.ts'
import type { ReportView } from './views/ReportView.ts'
import type { SourceView } from './views/SourceView.ts'
import type { StatementView } from './views/StatementView.ts'

/** Where a record lives: one SQLite file, or a PostgreSQL database. */
export type RecordLocation = { readonly file: string } | { readonly postgres: string }

/** What adding a reading did. `replaced`: an older reader's statements of the same report gave way to these. */
export interface Added {
  readonly report: string
  readonly added: boolean
  readonly replaced: boolean
}

type WithoutStamp<Kind> = Kind extends unknown ? Omit<Kind, 'id' | 'time'> : never
/** A decision before the record gives it its id and its time. */
export type NewDecision = WithoutStamp<Decision>

export interface ReportQuery extends PageQuery {
  /** words that the title, outlet or text must have */
  readonly query?: string
  /** only these */
  readonly ids?: readonly string[]
}
export interface IncidentQuery extends PageQuery {
  readonly report?: string
  /** key of the vocabulary incident-types */
  readonly type?: string
  readonly disputed?: boolean
  /** words that the label must have */
  readonly query?: string
}
export interface EntityQuery extends PageQuery {
  readonly report?: string
  readonly kind?: EntityKind
  /** part of a name or alias */
  readonly query?: string
}

/**
 * The database: statements in, decisions in, views out. Every method either does all of its work or none of it.
 * Methods that ask for one thing take its id, or a beginning that no other id has, and answer `undefined` where it is not there.
 */
export interface Record {
  /** Adds a report and its reading in one transaction. The same reading twice changes nothing. */
  addReading(report: Report, reading: Reading): Promise<Added>
  /** Newest publication first. */
  reports(query?: ReportQuery): Promise<Page<ReportSummary>>
  report(id: string): Promise<ReportView | undefined>
  /** Most recent first where dated. */
  incidents(query?: IncidentQuery): Promise<Page<IncidentSummary>>
  incident(id: string): Promise<IncidentView | undefined>
  /** Those with most statements first. */
  entities(query?: EntityQuery): Promise<Page<EntitySummary>>
  entity(id: string): Promise<EntityView | undefined>
  /** Those with most statements first. */
  sources(query?: PageQuery & { readonly report?: string }): Promise<Page<SourceView>>
  /** One statement with all that answers "why?". */
  statement(id: string): Promise<StatementView | undefined>
  /** All statements, report by report, for exports. */
  statements(query?: { readonly report?: string }): AsyncIterable<StatementView>
  summary(): Promise<RecordSummary>
  /** Appends a decision; nothing is ever erased. */
  addDecision(decision: NewDecision): Promise<Decision>
  /** All decisions in the order they were taken; or only those about one statement, source or report. */
  decisions(target?: string): Promise<Decision[]>
  close(): Promise<void>
}
