import type { Kysely } from 'kysely'
import { AscribeError } from '../base/AscribeError.ts'
import { canonicalJson, contentId } from '../base/contentId.ts'
import type { Reading } from '../model/Reading.ts'
import type { Report } from '../model/Report.ts'
import { type CopyCandidate, copyOf } from '../weighing/copyOf.ts'
import { fingerprintsOf } from '../weighing/fingerprintsOf.ts'
import { isNewerReader } from './isNewerReader.ts'
import { openingOf } from './openingOf.ts'
import type { Added } from './Record.ts'
import { readingRows } from './readingRows.ts'
import { storable } from './storable.ts'
import type { Store } from './store/Store.ts'
import type { Tables } from './store/Tables.ts'

/** Databases take a limited number of values in one statement; this many rows of at most 14 columns are safe in both. */
const ROWS = 500

/** Stores a report with its reading, all in one transaction. See `Record.addReading`. */
export async function addReading(store: Store, report: Report, reading: Reading): Promise<Added> {
  if (reading.id !== report.id) {
    throw new AscribeError('reading-mismatch', `the reading is of ${reading.id}, not of ${report.id}`, 'read it again')
  }
  const { words: _words, ...kept } = reading
  const hash = contentId('g', kept)
  // In order, since that is how an index takes them fastest.
  const prints = [...fingerprintsOf(report.text)].sort((a, b) => a - b)
  return store.transaction(async (db) => {
    const fresh = await insertReport(db, store, report, reading, hash, prints.length)
    if (fresh) {
      await insertAll(db, 'fingerprints', await linkCopies(db, report, prints))
    } else {
      const known = await db
        .selectFrom('reports')
        .select(['hash', 'reader', 'reading_hash'])
        .where('id', '=', report.id)
        .$if(store.kind === 'postgres', (query) => query.forUpdate())
        .executeTakeFirstOrThrow()
      if (known.hash !== report.hash) {
        throw new AscribeError(
          'report-differs',
          `the record has another text under the id ${report.id}`,
          'a published text never changes: give the new text an id of its own',
        )
      }
      if (known.reading_hash === hash || isNewerReader(known.reader, reading.reader)) {
        return { report: report.id, added: false, replaced: false }
      }
      for (const table of ['statements', 'incidents', 'entities', 'sources'] as const) {
        await db.deleteFrom(table).where('report', '=', report.id).execute()
      }
      const changed = { reader: reading.reader, reading_hash: hash, layers: layersOf(reading) }
      await db.updateTable('reports').set(changed).where('id', '=', report.id).execute()
    }
    const rows = readingRows(report, reading)
    await insertAll(db, 'sources', rows.sources)
    await insertAll(db, 'entities', rows.entities)
    await insertAll(db, 'incidents', rows.incidents)
    await insertAll(db, 'statements', rows.statements)
    return { report: report.id, added: fresh, replaced: !fresh }
  })
}

/** True where the report was not there yet. A second process that adds the same report waits here for the first. */
async function insertReport(
  db: Kysely<Tables>,
  store: Store,
  report: Report,
  reading: Reading,
  hash: string,
  fingerprints: number,
): Promise<boolean> {
  const { text, ...rest } = report
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reports')
    .values({
      id: report.id,
      hash: report.hash,
      title: storable(report.title),
      outlet: storable(report.outlet),
      published: report.published ?? null,
      opening: storable(openingOf(text)),
      added: new Date().toISOString(),
      reader: reading.reader,
      reading_hash: hash,
      characters: text.length,
      fingerprints,
      data: canonicalJson(rest),
      layers: layersOf(reading),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return false
  const escaped = storable(text) !== text
  const row = {
    report: report.id,
    head: storable([report.title, report.outlet, report.author].filter(Boolean).join('\n')),
    text: escaped ? JSON.stringify(text) : text,
    escaped: Number(escaped),
  }
  await db
    .insertInto('report_texts')
    .values(store.textRow(row, `${row.head}\n${storable(text)}`))
    .execute()
  return true
}

function layersOf({ words, sources, entities, incidents, statements, ...layers }: Reading): string {
  return canonicalJson(layers)
}

/** Finds the reports that this one copies or that copy it, notes them, and returns its fingerprints' rows. */
async function linkCopies(
  db: Kysely<Tables>,
  report: Report,
  hashes: readonly number[],
): Promise<Tables['fingerprints'][]> {
  const shared = new Map<string, number>()
  for (const part of chunks(hashes, 2000)) {
    const found = await db
      .selectFrom('fingerprints')
      .select(({ fn }) => ['report', fn.countAll().as('count')])
      .where('hash', 'in', part)
      .groupBy('report')
      .execute()
    for (const { report: other, count } of found) shared.set(other, (shared.get(other) ?? 0) + Number(count))
  }
  const me: CopyCandidate = { id: report.id, published: report.published, fingerprints: hashes.length }
  for (const [other, count] of shared) {
    if (count < hashes.length * 0.05) continue
    const { published, fingerprints } = await db
      .selectFrom('reports')
      .select(['published', 'fingerprints'])
      .where('id', '=', other)
      .executeTakeFirstOrThrow()
    const copy = copyOf(me, { id: other, published: published ?? undefined, fingerprints }, count)
    if (copy === undefined) continue
    const row = { report: copy.copy, original: copy.original, share: copy.share }
    await db.insertInto('copies').values(row).execute()
  }
  return hashes.map((hash) => ({ hash, report: report.id }))
}

async function insertAll<Table extends 'sources' | 'entities' | 'incidents' | 'statements' | 'fingerprints'>(
  db: Kysely<Tables>,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> {
  for (const part of chunks(rows, ROWS)) {
    await db
      .insertInto(table)
      .values(part as never)
      .execute()
  }
}

function* chunks<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
