import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toReportInput } from '../src/intake/toReportInput.ts'
import { isAnchored } from '../src/model/Passage.ts'
import { Reading } from '../src/model/Reading.ts'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { ExpectedStatement, isFound } from './expectedStatement.ts'

const folder = join(import.meta.dirname, '..', 'examples')
const reader = openEnglishReader()

describe.each(readdirSync(folder))('the example %s', async (name) => {
  const file = join(folder, name, 'report.md')
  const report = reportOf(await toReportInput(readFileSync(file), file))
  const expected = z
    .array(ExpectedStatement)
    .parse(JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')))
  const reading = reader.read(report)

  it('is read as a careful reader reads it', () => {
    const lost = expected.filter((statement) => !statement.missed && !isFound(report.text, reading, statement))
    expect(lost).toEqual([])
  })

  it('is marked "missed" only where something is missed', () => {
    const found = expected.filter((statement) => statement.missed && isFound(report.text, reading, statement))
    expect(found).toEqual([])
  })

  it('gives a reading of the published shape, every passage in its place, and the same bytes again', () => {
    expect(Reading.parse(reading)).toEqual(reading)
    const orphans = reading.statements.flatMap(({ passages }) => passages.filter((p) => !isAnchored(report.text, p)))
    expect(orphans).toEqual([])
    expect(JSON.stringify(openEnglishReader().read(report))).toBe(JSON.stringify(reading))
  })
})
