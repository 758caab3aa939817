import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AscribeError } from '../../base/AscribeError.ts'
import type { Decision } from '../../model/Decision.ts'
import type { ExportedReport } from '../../publishing/Export.ts'
import { exportCsv } from '../../publishing/exportCsv.ts'
import { exportGeoJson } from '../../publishing/exportGeoJson.ts'
import { exportJson } from '../../publishing/exportJson.ts'
import { ProtectedNames } from '../../publishing/ProtectedNames.ts'
import { redact } from '../../publishing/redact.ts'
import type { Record } from '../../record/Record.ts'
import { EXIT } from '../exitCodes.ts'
import { withRecord } from '../openRecordAt.ts'
import { writeOut } from '../writeOut.ts'

interface ExportOptions {
  readonly format: 'json' | 'csv' | 'geojson'
  readonly output?: string
  readonly report?: string
  readonly record?: string
}

/** `ascribe export`: a file appears under its name only once it is whole. */
export function exportRecord({ format, output, report, record: named }: ExportOptions): Promise<number> {
  return withRecord(named, async (record) => {
    const names = new ProtectedNames(protectedByDecision(await record.decisions()))
    const reports = exportedReports(record, names, report)
    const write = {
      json: () => exportJson(reports, () => names.count),
      csv: () => exportCsv(reports),
      geojson: () => exportGeoJson(reports),
    }
    const pieces = write[format]()
    if (output === undefined) for await (const piece of pieces) await writeOut(piece)
    else await writeWhole(pieces, output)
    return EXIT.ok
  })
}

async function* exportedReports(
  record: Record,
  names: ProtectedNames,
  only: string | undefined,
): AsyncIterable<ExportedReport> {
  if (only !== undefined) {
    const view = await record.report(only)
    if (view === undefined)
      throw new AscribeError('id-unknown', `the record has no report ${only}`, '`ascribe show` lists them')
    yield redact(view.report, view.reading, names)
    return
  }
  const { total } = await record.reports({ limit: 1 })
  for (let offset = 0; offset < total; offset += 100) {
    const { items } = await record.reports({ limit: 100, offset })
    for (const { id } of items) {
      const view = await record.report(id)
      if (view !== undefined) yield redact(view.report, view.reading, names)
    }
  }
}

/** Sources that reviewers protect, less those for which that was taken back. */
function protectedByDecision(decisions: readonly Decision[]): Set<string> {
  const undone = new Set(decisions.flatMap((decision) => (decision.kind === 'undo' ? [decision.decision] : [])))
  return new Set(
    decisions.flatMap((decision) => (decision.kind === 'protect' && !undone.has(decision.id) ? [decision.source] : [])),
  )
}

async function writeWhole(pieces: AsyncIterable<string>, output: string): Promise<void> {
  const partial = `${output}.partial`
  try {
    await pipeline(Readable.from(pieces), createWriteStream(partial))
    await rename(partial, output)
  } catch (error) {
    await rm(partial, { force: true })
    if (error instanceof AscribeError || (error as NodeJS.ErrnoException).code === undefined) throw error
    const remedy = 'check the folder and its permissions; nothing was written'
    throw new AscribeError(
      'output-unwritable',
      `${output} cannot be written: ${(error as Error).message}`,
      remedy,
      error,
    )
  }
}
