import { AscribeError } from '../../base/AscribeError.ts'
import { findFiles } from '../../intake/findFiles.ts'
import { readFileReport } from '../../intake/readFileReport.ts'
import { toReportInput } from '../../intake/toReportInput.ts'
import type { Reading } from '../../model/Reading.ts'
import { type ReportInput, reportOf } from '../../model/Report.ts'
import type { EnglishReader } from '../../reader/EnglishReader.ts'
import type { Added, Record } from '../../record/Record.ts'
import { printable, shortened } from '../display/printable.ts'
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

/** Above this many reports each gets one line instead of all that it states. */
const SHOWN_IN_FULL = 1

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
  const done: { added: Added; reading: Reading }[] = []
  const progress = new Progress(inputs.length, 'reports')
  try {
    let reader: EnglishReader | undefined
    for (const [index, input] of inputs.entries()) {
      progress.update(index, input)
      try {
        const report = reportOf({ ...(await reportInput(input)), ...metadata })
        reader ??= await openReader()
        const reading = reader.read(report)
        done.push({ added: await record.addReading(report, reading), reading })
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

async function showAll(
  record: Record,
  done: readonly { added: Added; reading: Reading }[],
  options: ReadOptions,
): Promise<void> {
  const style = styleFor(process.stdout)
  for (const { added } of done) {
    const view = await record.report(added.report)
    if (view === undefined) continue
    if (done.length <= SHOWN_IN_FULL) {
      process.stdout.write(reportSummary(view, style))
      continue
    }
    const { summary } = view
    const title = shortened(summary.title ?? summary.opening, 60)
    const news = added.added ? '' : added.replaced ? ', read anew' : ', known already'
    process.stdout.write(
      `${style.dim(summary.id)}  ${printable(summary.published ?? 'undated')}  ${title}: ${count(summary.incidents, 'incident')}, ` +
        `${count(summary.statements, 'statement')}${summary.disputed ? `, ${style.alarm(`${summary.disputed} disputed`)}` : ''}` +
        `${summary.copyOf ? `, copies ${summary.copyOf.report}` : ''}${news}\n`,
    )
  }
  if (done.length === 0) return
  const { location } = await record.summary()
  const where = options.store ? `Stored in ${location}. ` : 'Nothing was stored. '
  const next = options.store
    ? 'Ask `ascribe why ID` of any statement, `ascribe show ID` of any report or incident.'
    : ''
  process.stdout.write(`\n${style.dim(`${where}${next}`.trim())}\n`)
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

async function asJson(
  record: Record,
  done: readonly { added: Added; reading: Reading }[],
  { json }: ReadOptions,
): Promise<object[]> {
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
