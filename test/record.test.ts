import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openRecord } from '../src/record/openRecord.ts'
import type { Record, RecordLocation } from '../src/record/Record.ts'
import { EntityView } from '../src/record/views/EntityView.ts'
import { IncidentSummary, IncidentView } from '../src/record/views/IncidentView.ts'
import { RecordSummary } from '../src/record/views/RecordSummary.ts'
import { ReportView } from '../src/record/views/ReportView.ts'
import { SourceView } from '../src/record/views/SourceView.ts'
import { StatementView } from '../src/record/views/StatementView.ts'
import { exactly, type Handmade, handmade, on } from './support/handmade.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

const TEXT = `A bomb exploded at the bus station in Kandi on Tuesday, killing 14 people, police said.
A doctor at the hospital put the dead at 19. She asked not to be named.
The Northern Front claimed the attack; the interior ministry doubts that the Northern Front was behind it.`

const READING: Handmade = {
  entities: [{ name: 'Northern Front', kind: 'group' }],
  incidents: [{ label: 'bomb exploded', type: 'bombing' }],
  statements: [
    {
      about: 'bomb exploded',
      property: 'killed',
      value: exactly(14),
      words: 'killing 14 people',
      chain: [{ name: 'police', kind: 'role' }],
    },
    {
      about: 'bomb exploded',
      property: 'killed',
      value: exactly(19),
      words: 'put the dead at 19',
      chain: [{ name: 'A doctor at the hospital', kind: 'unnamed', protected: 'asked-not-to-be-named' }],
    },
    {
      about: 'bomb exploded',
      property: 'perpetrator',
      value: { type: 'entity', entity: 'Northern Front' },
      words: 'The Northern Front claimed the attack',
      chain: [{ name: 'Northern Front', kind: 'organisation', act: 'claims-responsibility' }],
    },
    {
      about: 'bomb exploded',
      property: 'perpetrator',
      value: { type: 'entity', entity: 'Northern Front' },
      words: 'the interior ministry doubts that the Northern Front was behind it',
      chain: [{ name: 'interior ministry', kind: 'organisation', act: 'doubts' }],
      certainty: 'possible',
      polarity: 'denied',
    },
    { about: 'bomb exploded', property: 'date', value: on('2024-05-07'), words: 'on Tuesday' },
  ],
}
const example = () =>
  handmade(
    { text: TEXT, outlet: 'Meridian Wire', published: '2024-05-08', title: 'Blast at Kandi bus station' },
    READING,
  )

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

const folder = mkdtempSync(join(tmpdir(), 'ascribe-record-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

const stores: [string, () => Promise<RecordLocation>][] = [
  ['SQLite', async () => ({ file: join(folder, `${++files}.ascribe`) })],
  ['PostgreSQL', async () => ({ postgres: await postgres.newDatabase() })],
]

describe.each(stores)('a record in %s', (_name, newLocation) => {
  const opened: Record[] = []
  const open = async (location?: RecordLocation): Promise<Record> => {
    const record = await openRecord(location ?? (await newLocation()))
    opened.push(record)
    return record
  }
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((record) => record.close()))
  })

  it('gives back a report with its reading, to the letter', async () => {
    const record = await open()
    const { report, reading } = example()
    expect(await record.addReading(report, reading)).toEqual({ report: report.id, added: true, replaced: false })
    const view = ReportView.parse(await record.report(report.id))
    expect(view.report).toEqual(report)
    expect(view.reading).toEqual(reading)
    expect(view.orphans).toEqual([])
    expect(view.summary).toMatchObject({ incidents: 1, entities: 1, statements: 5, sources: 5, disputed: 1 })
    expect(view.statements[1]).toMatchObject({ valueLabel: '14', subject: { label: 'bomb exploded' } })
    expect(await record.report('r_nothing')).toBeUndefined()
  })

  it('shows rival counts and a doubted claim as disputed, each with who says so', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    const { items, total } = await record.incidents()
    expect(total).toBe(1)
    expect(IncidentSummary.parse(items[0])).toMatchObject({
      type: 'bombing',
      disputed: true,
      reportTitle: 'Blast at Kandi bus station',
      when: { edtf: '2024-05-07' },
      sources: 5,
    })
    const incident = IncidentView.parse(await record.incident(items[0].id))
    const killed = incident.properties.find(({ property }) => property === 'killed')
    expect(killed).toMatchObject({ disputed: true, count: { low: 14, best: 14, high: 19, rule: 'most-sources' } })
    expect(killed?.positions.map(({ label, independentSources: [{ name }] }) => [label, name])).toEqual([
      ['14', 'police'],
      ['19', 'A doctor at the hospital'],
    ])
    const perpetrator = incident.properties.find(({ property }) => property === 'perpetrator')
    expect(perpetrator?.positions).toHaveLength(1)
    expect(perpetrator?.positions[0]).toMatchObject({ label: 'Northern Front', affirmed: true, denied: true })
    expect(perpetrator?.positions[0].deniedBy.map(({ name }) => name)).toEqual(['interior ministry'])
    expect(incident.properties.find(({ property }) => property === 'date')?.disputed).toBe(false)
  })

  it('answers why: chain, checked passages and path', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    const { id } = reading.statements[1]
    const why = StatementView.parse(await record.statement(id))
    expect(why.chain.map(({ source }) => source.name)).toEqual(['Meridian Wire', 'A doctor at the hospital'])
    expect(why.chain[1].source.protected).toEqual({ reason: 'asked-not-to-be-named' })
    expect(why.passages).toMatchObject([{ exact: 'put the dead at 19', anchored: true }])
    expect((await record.statement(id.slice(0, -3)))?.id).toBe(id)
    await expect(record.statement('st_')).rejects.toMatchObject({ code: 'id-ambiguous' })
    expect(await record.statement('st_zzz')).toBeUndefined()
    expect(await record.statement('%')).toBeUndefined()
  })

  it('changes nothing when the same report is read twice', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    const before = await record.report(report.id)
    expect(await record.addReading(report, reading)).toEqual({ report: report.id, added: false, replaced: false })
    expect(await record.report(report.id)).toEqual(before)
  })

  it('gives way to a newer reader, not to an older one, and keeps decisions', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    const [first] = reading.statements
    await record.addDecision({ kind: 'accept', statement: first.id, author: 'Ada', reason: 'heard the recording' })
    const newer = handmade(report, {
      ...READING,
      statements: READING.statements.slice(0, 2),
      reader: 'ascribe-test/1.10.0',
    })
    expect(await record.addReading(report, newer.reading)).toEqual({ report: report.id, added: false, replaced: true })
    expect((await record.report(report.id))?.statements).toHaveLength(2)
    expect(await record.addReading(report, reading)).toEqual({ report: report.id, added: false, replaced: false })
    expect((await record.report(report.id))?.statements).toHaveLength(2)
    expect((await record.statement(first.id))?.decisions).toMatchObject([{ kind: 'accept', author: 'Ada' }])
  })

  it('takes all of a report or nothing', async () => {
    const record = await open()
    const { report, reading } = example()
    const broken = { ...reading, statements: [...reading.statements, reading.statements[0]] }
    await expect(record.addReading(report, broken)).rejects.toThrow()
    expect(await record.summary()).toMatchObject({ reports: 0, statements: 0, sources: 0, incidents: 0 })
    expect(await record.addReading(report, reading)).toMatchObject({ added: true })
  })

  it('refuses another text under a known id', async () => {
    const record = await open()
    const first = handmade({ id: 'story-1', text: 'A bomb exploded.' }, { statements: [] })
    const second = handmade({ id: 'story-1', text: 'A bomb was found.' }, { statements: [] })
    await record.addReading(first.report, first.reading)
    await expect(record.addReading(second.report, second.reading)).rejects.toMatchObject({ code: 'report-differs' })
    expect((await record.report('story-1'))?.report.text).toBe('A bomb exploded.')
  })

  it('adds a report once when many add it at the same time', async () => {
    const location = await newLocation()
    const records = [await open(location), await open(location)]
    const { report, reading } = example()
    const added = await Promise.all([0, 1, 0, 1].map((index) => records[index].addReading(report, reading)))
    expect(added.filter((one) => one.added)).toHaveLength(1)
    expect(await records[0].summary()).toMatchObject({ reports: 1, statements: 5 })
  })

  it('keeps what it was given when it is opened again', async () => {
    const location = await newLocation()
    const record = await openRecord(location)
    const { report, reading } = example()
    await record.addReading(report, reading)
    await record.close()
    expect((await (await open(location)).report(report.id))?.reading).toEqual(reading)
  })

  it('keeps texts that databases do not take: lone surrogates, U+0000', async () => {
    const record = await open()
    const { report, reading } = handmade(
      { text: 'A bomb\0 exploded \uD800 in Kandi.', title: 'x\0y' },
      { statements: [] },
    )
    await record.addReading(report, reading)
    expect((await record.report(report.id))?.report).toEqual(report)
  })

  it('finds reports by the beginnings of their words, whatever the query has in it', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    const other = handmade({ text: 'Rain fell on Tuesday.', published: '2024-06-01' }, { statements: [] })
    await record.addReading(other.report, other.reading)
    const found = async (query: string) => (await record.reports({ query })).items.map(({ id }) => id)
    expect(await found('explod kandi')).toEqual([report.id])
    expect(await found('meridian')).toEqual([report.id])
    expect(await found('TUESDAY')).toEqual([other.report.id, report.id])
    expect(await found(`"bomb' OR *) & | ! :* --`)).toEqual([])
    expect(await found('"')).toHaveLength(2)
    expect(await record.reports({ limit: 1, offset: 1 })).toMatchObject({ total: 2, items: [{ id: report.id }] })
  })

  it('lists incidents and entities by words, type and report', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    expect((await record.incidents({ query: 'BOMB' })).total).toBe(1)
    expect((await record.incidents({ query: 'flood' })).total).toBe(0)
    expect((await record.incidents({ type: 'bombing', report: report.id, disputed: true })).total).toBe(1)
    expect((await record.incidents({ type: 'kidnapping' })).total).toBe(0)
    const { items } = await record.entities({ query: 'front', kind: 'group' })
    expect(items).toMatchObject([{ name: 'Northern Front', statements: 2, mentions: 1 }])
    const entity = EntityView.parse(await record.entity(items[0].id))
    expect(entity.roles).toHaveLength(2)
    expect((await record.entities({ kind: 'person' })).total).toBe(0)
  })

  it('knows one outlet in all its reports, and keeps unnamed sources apart', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    const other = handmade(
      { text: 'Shots were heard, a resident said.', outlet: 'The Meridian Wire' },
      {
        incidents: [{ label: 'Shots', type: 'shooting' }],
        statements: [
          {
            about: 'Shots',
            property: 'type',
            value: { type: 'text', text: 'shots' },
            words: 'Shots were heard',
            chain: [{ name: 'a resident', kind: 'unnamed' }],
          },
        ],
      },
    )
    await record.addReading(other.report, other.reading)
    const { items } = await record.sources()
    const wire = items.find(({ kind }) => kind === 'outlet')
    expect(SourceView.parse(wire)).toMatchObject({ statements: 1, passed: 5, acts: { says: 6 } })
    expect(wire?.reports).toHaveLength(2)
    expect((await record.sources({ report: other.report.id })).items.map(({ name }) => name).sort()).toEqual([
      'The Meridian Wire',
      'a resident',
    ])
  })

  it('tells near copies, the earlier report being the original whichever was added first', async () => {
    const record = await open()
    const { report, reading } = example()
    const copy = handmade(
      { text: `${TEXT}\nOur correspondent adds nothing.`, outlet: 'Coast Daily', published: '2024-05-09' },
      { statements: [] },
    )
    await record.addReading(copy.report, copy.reading)
    await record.addReading(report, reading)
    const { items } = await record.reports()
    expect(items.map(({ id, copyOf }) => [id, copyOf?.report])).toEqual([
      [copy.report.id, report.id],
      [report.id, undefined],
    ])
    expect(items[0].copyOf?.share).toBeGreaterThan(0.8)
    expect((await record.summary()).copies).toBe(1)
  })

  it('appends decisions, and only about what is there', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    const [a, b] = reading.statements
    const accept = await record.addDecision({ kind: 'accept', statement: a.id, author: 'Ada', reason: '' })
    await record.addDecision({ kind: 'reject', statement: b.id, author: 'Ben', reason: 'misread' })
    const undo = await record.addDecision({ kind: 'undo', decision: accept.id, author: 'Ada', reason: 'too soon' })
    expect((await record.decisions()).map(({ kind }) => kind)).toEqual(['accept', 'reject', 'undo'])
    expect(await record.decisions(accept.id)).toEqual([undo])
    await expect(
      record.addDecision({ kind: 'accept', statement: 'st_none', author: 'Ada', reason: '' }),
    ).rejects.toMatchObject({ code: 'decision-target' })
    expect(RecordSummary.parse(await record.summary())).toMatchObject({ decisions: 3, protectedSources: 1, schema: 1 })
  })

  it('goes through all statements, or those of one report', async () => {
    const record = await open()
    const { report, reading } = example()
    await record.addReading(report, reading)
    const other = handmade({ text: 'Rain fell.' }, { statements: [] })
    await record.addReading(other.report, other.reading)
    expect(await all(record.statements())).toHaveLength(5)
    expect(await all(record.statements({ report: other.report.id }))).toEqual([])
  })
})

describe('a PostgreSQL that does not serve', () => {
  const raw = async (url: string, text: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }

  it('is named without its password', async () => {
    const attempt = openRecord({ postgres: 'postgres://ada:secret@127.0.0.1:1/none' })
    await expect(attempt).rejects.toMatchObject({
      code: 'record-unreachable',
      message: expect.not.stringContaining('secret'),
    })
  })

  it('has no such database', async () => {
    const url = `postgres://ascribe@127.0.0.1:${postgres.port}/nowhere`
    await expect(openRecord({ postgres: url })).rejects.toMatchObject({ code: 'record-missing' })
  })

  it('was written by a newer Ascribe', async () => {
    const url = await postgres.newDatabase()
    await (await openRecord({ postgres: url })).close()
    await raw(url, "insert into ascribe.migrations values (99, 'later', 'x', '2030-01-01')")
    await expect(openRecord({ postgres: url })).rejects.toMatchObject({ code: 'record-newer' })
  })

  it('keeps decisions even from those who speak SQL', async () => {
    const url = await postgres.newDatabase()
    const record = await openRecord({ postgres: url })
    const { report, reading } = example()
    await record.addReading(report, reading)
    await record.addDecision({ kind: 'accept', statement: reading.statements[0].id, author: 'Ada', reason: '' })
    await record.close()
    await expect(raw(url, 'delete from ascribe.decisions')).rejects.toThrow('never changed nor erased')
    await expect(raw(url, "update ascribe.decisions set author = 'Ben'")).rejects.toThrow('never changed nor erased')
  })
})
