import type { ReportInput } from '../model/Report.ts'
import type { EnglishReader } from '../reader/EnglishReader.ts'
import type { Record } from '../record/Record.ts'

/** What the command line is given by the program that holds it: the server stands beside it, not below it. */
export interface Surroundings {
  startServer(options: {
    record: Record
    reader: EnglishReader
    intake: (bytes: Uint8Array, name: string) => Promise<ReportInput>
    webRoot?: string
    host?: string
    port?: number
  }): Promise<{ url: string; close(): Promise<void> }>
}
