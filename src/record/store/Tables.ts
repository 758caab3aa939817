import type { Generated } from 'kysely'

/**
 * The tables. What belongs to one report has the report first in its key: a cluster shards by report, and all rows of a report
 * then live together. `decisions` is small and goes everywhere. `data` columns hold the canonical JSON of the model's object;
 * the other columns repeat of it what queries look for. Yes and no are 1 and 0, so that both stores agree.
 */
export interface Tables {
  reports: ReportRow
  report_texts: ReportTextRow
  sources: SourceRow
  entities: EntityRow
  incidents: IncidentRow
  statements: StatementRow
  fingerprints: FingerprintRow
  copies: CopyRow
  decisions: DecisionRow
  decision_targets: DecisionTargetRow
  migrations: MigrationRow
}

export interface ReportRow {
  id: string
  hash: string
  title: string | null
  outlet: string | null
  published: string | null
  opening: string
  added: string
  reader: string
  /** hash of the reading: equal for equal readings */
  reading_hash: string
  characters: number
  fingerprints: number
  /** the report without its text */
  data: string
  /** the reading without what has tables of its own */
  layers: string
}

export interface ReportTextRow {
  report: string
  /** title, outlet and author: searched like the text */
  head: string
  text: string
  /** 1 where `text` is a JSON string, since the text has characters that a database does not take */
  escaped: number
  /** PostgreSQL only: what its text search looks in */
  words?: unknown
}

export interface SourceRow {
  report: string
  id: string
  ordinal: number
  kind: string
  name: string
  key: string
  protected: number
  /** statements that it is the innermost source of, and that it passes on */
  statements: number
  passed: number
  /** how often it does what: JSON */
  acts: string
  data: string
}

export interface EntityRow {
  report: string
  id: string
  ordinal: number
  kind: string
  name: string
  /** names and aliases as they are compared, with a line break between them */
  names: string
  mentions: number
  statements: number
  protected: number
  data: string
}

export interface IncidentRow {
  report: string
  id: string
  ordinal: number
  type: string
  stage: string
  label: string
  /** label as it is compared */
  words: string
  mentions: number
  statements: number
  sources: number
  disputed: number
  /** first day that its time can mean */
  day: string | null
  /** its time and place as lists show them: JSON */
  happened: string | null
  place: string | null
  data: string
}

export interface StatementRow {
  report: string
  id: string
  ordinal: number
  subject: string
  property: string
  /** the entity or incident that is its value */
  object: string | null
  data: string
}

export interface FingerprintRow {
  hash: number
  report: string
}

export interface CopyRow {
  report: string
  original: string
  share: number
}

export interface DecisionRow {
  n: Generated<number>
  id: string
  kind: string
  author: string
  time: string
  data: string
}

export interface DecisionTargetRow {
  target: string
  decision: string
}

export interface MigrationRow {
  number: number
  name: string
  checksum: string
  applied: string
}
