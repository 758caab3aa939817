import { readFile } from 'node:fs/promises'
import type { ReportInput } from '../model/Report.ts'
import { fileError } from './findFiles.ts'
import { toReportInput } from './toReportInput.ts'

/** A file as what a report is made from. */
export async function readFileReport(path: string): Promise<ReportInput> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw fileError(error, path)
  }
  return toReportInput(bytes, path)
}
