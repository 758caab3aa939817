import type { Reading } from '../model/Reading.ts'
import type { Report, ReportInput } from '../model/Report.ts'
import type { Record } from '../record/Record.ts'
import type { Terms } from './contract/Terms.ts'

/** What the server stands on; whoever starts it opens these and closes them. */
export interface ServerOptions {
  readonly record: Record
  readonly reader: { read(report: Report): Reading }
  /** Bytes of a file with its name to what a report is made from; throws `AscribeError` where they cannot be read. */
  readonly intake: (bytes: Uint8Array, name: string) => ReportInput | Promise<ReportInput>
  /** Terms of the vocabularies, for labels; those of the folder `vocabulary/` unless told. */
  readonly terms?: Terms
  /** Folder with the built workbench; without it only the API is served. */
  readonly webRoot?: string
  readonly host?: string
  /** 0 picks a free one. */
  readonly port?: number
  /** Print one line a request. */
  readonly log?: boolean
}
