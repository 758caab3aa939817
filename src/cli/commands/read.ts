import { AscribeError } from '../../base/AscribeError.ts'
import { findFiles } from '../../intake/findFiles.ts'
import { readFileReport } from '../../intake/readFileReport.ts'
import { toReportInput } from '../../intake/toReportInput.ts'
import type { Reading } from '../../model/Reading.ts'
import { type ReportInput, reportOf } from '../../model/Report.ts'
import type { EnglishReader } from '../../reader/EnglishReader.ts'
import type { Added, Record } from '../../record/Record.ts'
import { reportLine } from '../display/reportLine.ts'
import { reportSummary } from '../display/reportSummary.ts'
import { styleFor } from '../display/Style.ts'
import { asAscribeError, EXIT } from '../exitCodes.ts'
import { openRecordAt } from '../openRecordAt.ts'
import { Progress } from '../Progress.ts'
import { metadataOf, type ReadOptions } from '../ReadOptions.ts'

interface Failure {
  readonly input: string
  readonly error: AscribeError
}

/** A report that was read; its reading is kept only where it is printed. */
interface Done {
  readonly added: Added
  readonly reading?: Reading
}

/** `ascribe read PATH…`: what cannot be read is said and passed over, all else is read and stored, a report at a time. */
export async function read(paths: readonly string[], options: ReadOptions): Promise<number> {
  const metadata = metadataOf(options)
  if (paths.length === 0) {
    throw new AscribeError(
      'usage-nothing-to-read',
      'nothing to read was named',
      'name files or folders, or - for standard input',
    )
  }
  const failures: Failure[] = []
  const inputs = paths.flatMap((path): string[] => {
    if (path === '-') return [path]
    try {
      return findFiles(path)
    } catch (error) {
      failures.push({ input: path, error: asAscribeError(error) })
      return []
    }
  })
  if (inputs.length === 0) return finish(failures, [], options)

  const record = await openRecordAt(options.store ? options.record : ':memory:', { mustExist: false })
  const done: Done[] = []
  const progress = new Progress(inputs.length, 'reports')
  try {
    let reader: EnglishReader | undefined
    for (const [index, input] of inputs.entries()) {
      progress.update(index, input)
      try {
        const report = reportOf({ ...(await reportInput(input)), ...metadata })
        reader ??= await openReader()
        const reading = reader.read(report)
        const added = await record.addReading(report, reading)
        done.push(options.json ? { added, reading } : { added })
      } catch (error) {
        const known = asAscribeError(error)
        if (known.code.startsWith('record-')) throw known
        failures.push({ input, error: known })
      }
    }
    progress.stop()
    if (!options.json) await showAll(record, done, options)
    return finish(failures, await asJson(record, done, options), options)
  } finally {
    progress.stop()
    await record.close()
  }
}

async function openReader(): Promise<EnglishReader> {
  return (await import('../../reader/openEnglishReader.ts')).openEnglishReader()
}

async function reportInput(input: string): Promise<ReportInput> {
  if (input !== '-') return readFileReport(input)
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return toReportInput(Buffer.concat(pieces), 'standard input')
}

/** One report is shown in full, several in a line each, in the order in which they were named. */
async function showAll(record: Record, done: readonly Done[], options: ReadOptions): Promise<void> {
  if (done.length === 0) return
  const style = styleFor(process.stdout)
  if (done.length === 1) {
    const view = await record.report(done[0].added.report)
    if (view !== undefined) process.stdout.write(reportSummary(view, style))
  }
  for (let start = 0; done.length > 1 && start < done.length; start += 100) {
    const part = done.slice(start, start + 100).map(({ added }) => added)
    const { items } = await record.reports({ ids: part.map(({ report }) => report), limit: 100 })
    const summaries = new Map(items.map((summary) => [summary.id, summary]))
    for (const added of part) {
      const summary = summaries.get(added.report)
      const news = added.added ? '' : added.replaced ? ', read anew' : ', known already'
      if (summary !== undefined) process.stdout.write(`${reportLine(summary, style)}${news}\n`)
    }
  }
  const { location } = await record.summary()
  const where = options.store ? `Stored in ${location}. ` : 'Nothing was stored. '
  const next = options.store
    ? 'Ask `ascribe why ID` of any statement, `ascribe show ID` of any report or incident.'
    : ''
  process.stdout.write(`\n${style.dim(`${where}${next}`.trim())}\n`)
}

async function asJson(record: Record, done: readonly Done[], { json }: ReadOptions): Promise<object[]> {
  if (!json) return []
  const reports = []
  for (const { added, reading } of done) {
    const view = await record.report(added.report)
    reports.push({ ...added, report: view?.report, reading })
  }
  return reports
}

function finish(failures: readonly Failure[], reports: readonly object[], { json }: ReadOptions): number {
  if (json) {
    const errors = failures.map(({ input, error }) => ({ input, ...error.toJSON() }))
    process.stdout.write(`${JSON.stringify({ reports, errors }, null, 2)}\n`)
  }
  for (const { error } of failures) process.stderr.write(`ascribe: ${error.message}\n  ${error.remedy}\n`)
  return failures.length > 0 ? EXIT.inputFailed : EXIT.ok
}
