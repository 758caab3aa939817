import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Reading } from '../src/model/Reading.ts'
import { Export } from '../src/publishing/Export.ts'
import { openRecord } from '../src/record/openRecord.ts'
import { exactly, handmade, on } from './support/handmade.ts'

const program = join(import.meta.dirname, '..', 'bin', 'ascribe')
const folder = mkdtempSync(join(tmpdir(), 'ascribe-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (...parts: string[]) => join(folder, ...parts)

interface Run {
  code: number | null
  out: string
  err: string
}
/** Runs the program as a person would: in a folder of its own, with nothing of this process's settings. */
function ascribe(
  args: string[],
  { input = '', env = {} }: { input?: string | Buffer; env?: Record<string, string> } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env },
  })
  return { code: status, out: stdout, err: stderr }
}

const STORY = 'Gunmen attacked a police post in Ayorou on Sunday, killing three officers, the interior ministry said.\n'
const { report, reading } = handmade(
  {
    title: 'Bus station bombed',
    outlet: 'Meridian Wire',
    published: '2024-05-08',
    text: 'A bomb exploded at the bus station in Kandi, killing 14 people, police said. Amina Sow, a nurse, put the dead at 19. =The Front claimed it; the ministry doubts that =The Front did it. Sow fled to Parakou.',
  },
  {
    entities: [
      { name: '=The Front', kind: 'group' },
      { name: 'Amina Sow', kind: 'person' },
    ],
    incidents: [{ label: 'bomb exploded', type: 'bombing' }],
    statements: [
      { about: 'bomb exploded', property: 'date', value: on('2024-05-07'), words: 'A bomb exploded' },
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
        chain: [{ name: 'Amina Sow', kind: 'person', protected: 'asked-not-to-be-named' }],
        certainty: 'probable',
      },
      {
        about: 'bomb exploded',
        property: 'perpetrator',
        value: { type: 'entity', entity: '=The Front' },
        words: '=The Front claimed it',
        chain: [{ name: '=The Front', act: 'claims-responsibility' }],
      },
      {
        about: 'bomb exploded',
        property: 'perpetrator',
        value: { type: 'entity', entity: '=The Front' },
        words: 'the ministry doubts that =The Front did it',
        chain: [{ name: 'the ministry', act: 'doubts' }],
        polarity: 'denied',
        certainty: 'possible',
      },
      {
        about: 'Amina Sow',
        property: 'travelled-to',
        value: { type: 'place', name: 'Parakou', precision: 'town', lat: 9.3, lon: 2.6, country: 'BJ', relation: 'at' },
        words: 'Sow fled to Parakou',
      },
    ],
  },
)
const stored = at('stored.ascribe')
beforeAll(async () => {
  const record = await openRecord({ file: stored })
  await record.addReading(report, reading)
  await record.close()
})

describe('ascribe read', () => {
  it('stores a report once, and shows it by its title', () => {
    writeFileSync(
      at('story.txt'),
      `---\ntitle: Post attacked\noutlet: Sahel Quarterly\npublished: 2023-11-20\n---\n${STORY}`,
    )
    const record = at('once.ascribe')
    const first = ascribe(['read', 'story.txt', '--record', record])
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toMatch(/^Post attacked\nSahel Quarterly · 2023-11-20 · r_[0-9a-f]{16}\n/)
    expect(first.out).toContain(`Stored in ${record}`)
    ascribe(['read', 'story.txt', '--record', record])
    expect(JSON.parse(ascribe(['show', '--json', '--record', record]).out)).toMatchObject({ total: 1 })
  })

  it('lets options go before what the report says of itself, and reads standard input', () => {
    const { out, code } = ascribe(
      ['read', '-', '--no-store', '--json', '--outlet', 'Kivu Monitor', '--published', '2023-11-21', '--title', 'New'],
      {
        input: `---\noutlet: Other\n---\n${STORY}`,
      },
    )
    const { reports, errors } = JSON.parse(out)
    expect(code).toBe(0)
    expect(errors).toEqual([])
    expect(reports[0].report).toMatchObject({
      outlet: 'Kivu Monitor',
      published: '2023-11-21',
      title: 'New',
      text: STORY,
    })
    expect(Reading.parse(reports[0].reading).id).toBe(reports[0].report.id)
    expect(existsSync(at('.local'))).toBe(false)
  })

  it('reads all that can be read of a folder, and says what cannot', () => {
    const files: [string, string | Buffer][] = [
      ['a.txt', STORY],
      ['empty.txt', ''],
      ['latin.txt', Buffer.from('The caf\xe9 was hit.', 'latin1')],
      ['picture.md', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
      ['wide.txt', Buffer.from(`\uFEFF${STORY} Again.`, 'utf16le')],
    ]
    mkdirSync(at('mixed'))
    for (const [name, bytes] of files) writeFileSync(at('mixed', name), bytes)
    const { code, out, err } = ascribe(['read', 'mixed', 'gone.txt', '--record', at('mixed.ascribe')])
    expect(code).toBe(1)
    expect(out.split('\n').filter((line) => line.startsWith('r_'))).toHaveLength(3)
    expect(err).toContain('ascribe: mixed/empty.txt has no text in it\n  ')
    expect(err).toContain('ascribe: mixed/picture.md is a PNG picture, not text\n  ')
    expect(err).toContain('ascribe: gone.txt does not exist\n  ')
  })

  it('keeps its record where XDG says, unless it is told another', () => {
    writeFileSync(at('x.txt'), STORY)
    expect(ascribe(['read', 'x.txt'], { env: { XDG_DATA_HOME: at('data') } }).code).toBe(0)
    expect(existsSync(at('data', 'ascribe', 'record.ascribe'))).toBe(true)
    expect(ascribe(['read', 'x.txt'], { env: { ASCRIBE_RECORD: at('env.ascribe') } }).code).toBe(0)
    expect(existsSync(at('env.ascribe'))).toBe(true)
  })
})

describe('ascribe read --jsonl', () => {
  const lines = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))

  it('answers each line in order, a line that cannot be read with an error in its place', () => {
    const input = [
      JSON.stringify({ id: 'one', text: STORY, published: '2023-11-20', extra: 1 }),
      '',
      'not json',
      JSON.stringify({ id: 7, text: STORY }),
      JSON.stringify({ id: 'bad', title: 'no text' }),
      JSON.stringify({ text: STORY, published: '3/4/2023' }),
    ].join('\n')
    const { code, out } = ascribe(['read', '--jsonl'], { input })
    expect(code).toBe(1)
    const answers = lines(out)
    expect(answers.map(({ id, line, error }) => error?.code ?? id ?? line)).toEqual([
      'one',
      'line-json',
      '7',
      'line-shape',
      'published-unreadable',
    ])
    expect(answers[1]).toEqual({
      line: 3,
      error: { code: 'line-json', message: expect.any(String), remedy: expect.any(String) },
    })
    expect(answers[3].id).toBe('bad')
    expect(Reading.parse(answers[0]).words).toBeUndefined()
    expect(existsSync(at('.local'))).toBe(false)
  })

  it('reads a file, adds words where they are wanted, and gives the same bytes again', () => {
    writeFileSync(
      at('two.jsonl'),
      `${JSON.stringify({ id: 'a', text: STORY })}\r\n${JSON.stringify({ id: 'b', text: 'Rain.' })}\n`,
    )
    const { code, out } = ascribe(['read', '--jsonl', 'two.jsonl', '--layers', 'words'])
    expect(code).toBe(0)
    const [a, b] = lines(out).map((line) => Reading.parse(line))
    expect([a.id, b.id]).toEqual(['a', 'b'])
    expect(a.words?.length).toBeGreaterThan(15)
    expect(ascribe(['read', '--jsonl', 'two.jsonl', '--layers', 'words']).out).toBe(out)
  })
})

describe('looking at a record', () => {
  const look = (...args: string[]) => ascribe([...args, '--record', stored])

  it('shows a report: how sure, who says so, what is disputed, who is protected', () => {
    const { out, code } = look('show', report.id)
    expect(code).toBe(0)
    const line = (words: string) => out.split('\n').find((candidate) => candidate.includes(words)) ?? ''
    expect(line('bombing')).toMatch(/^! bomb exploded {2}bombing {2}i_/)
    expect(line(' 14 ')).toMatch(/! killed +━━ 14 +certain +police {2}st_/)
    expect(line(' 19 ')).toMatch(/╌╌ 19 +probable +Amina Sow ⚿ {2}st_/)
    expect(line('claims responsibility')).toMatch(
      /! perpetrator +━━ =The Front +claimed +=The Front claims responsibility/,
    )
    expect(line('doubts')).toMatch(/╳╳ =The Front +doubted +the ministry doubts/)
    expect(line('travelled to')).toContain('Amina Sow ━━ travelled to ━━ Parakou')
    expect(line('protected:')).toMatch(/Amina Sow ⚿ +person +1 statement {2}protected: asked not to be named/)
    expect(out).not.toContain('\x1b')
  })

  it('lists reports, incidents, entities and sources', () => {
    expect(look('show').out).toMatch(
      /^r_\S+ {2}2024-05-08 {2}Bus station bombed · Meridian Wire: 1 incident, 6 statements, 1 disputed\n$/,
    )
    expect(look('incidents', 'bomb', '--disputed').out).toMatch(/^! i_\S+ {2}2024-05-07 .*bomb exploded/)
    expect(look('incidents', '--type', 'kidnapping')).toMatchObject({ code: 0, out: '', err: 'no incidents\n' })
    expect(look('entities', 'front').out).toMatch(/=The Front +group +2 statements/)
    expect(look('entities', '--kind', 'ship')).toMatchObject({ code: 2, err: expect.stringContaining('person, group') })
    expect(look('sources').out).toMatch(/Meridian Wire +outlet +2 statements, 4 passed on, 1 report/)
    expect(JSON.parse(look('incidents', '--json').out).items[0]).toMatchObject({ type: 'bombing', disputed: true })
    expect(look('show', 'i_', '--json').code).toBe(0)
    expect(look('show', 'nothing')).toMatchObject({ code: 1, out: '' })
  })

  it('says why a statement was read', () => {
    const { id } = reading.statements[2]
    const { out, code } = look('why', id.slice(0, 9))
    expect(code).toBe(0)
    expect(out).toContain('╌╌ bomb exploded · killed · 19\n   probable')
    expect(out).toContain('   Meridian Wire says, certain\n      └─ Amina Sow ⚿ says, certain\n')
    expect(out).toContain('Amina Sow, a nurse, [put the dead at 19]. =The')
    expect(out).toContain('rule:test/handmade')
    expect(look('why', 'st_none')).toMatchObject({ code: 1, err: expect.stringContaining('no statement st_none') })
  })

  it('exports every statement, and nobody who is protected', () => {
    const json = look('export')
    expect(json.code).toBe(0)
    const { reports, protectedSources } = Export.parse(JSON.parse(json.out))
    expect(protectedSources).toBe(1)
    expect(reports[0].statements).toHaveLength(6)
    expect(json.out).not.toMatch(/Amina|Sow|Parakou|dead at 19/)
    const csv = look('export', '--format', 'csv')
    expect(csv.out.split('\r\n')).toHaveLength(8)
    expect(csv.out).toContain(",'=The Front,")
    expect(csv.out).toContain('protected source 1')
    expect(csv.out).not.toMatch(/Amina|Sow|Parakou/)
    expect(look('export', '--output', at('out.json'))).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(at('out.json'), 'utf8')).toBe(json.out)
    expect(look('export', '--output', at('no', 'where.json'))).toMatchObject({ code: 1 })
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('does not mind a reader that has seen enough', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${program}" export --record "${stored}" | head -c 10 >/dev/null`],
      { encoding: 'utf8' },
    )
    expect([status, stderr]).toEqual([0, ''])
  })

  it('shows a passage that no longer matches its report as an orphan', async () => {
    const tampered = at('tampered.ascribe')
    const record = await openRecord({ file: tampered })
    await record.addReading(report, reading)
    await record.close()
    const database = new DatabaseSync(tampered)
    database.exec("update report_texts set text = replace(text, 'dead at 19', 'dead at 20')")
    database.close()
    const { out } = ascribe(['why', reading.statements[2].id, '--record', tampered])
    expect(out).toContain('orphan: the report no longer says “put the dead at 19” here')
  })
})

describe('records that cannot be opened', () => {
  it.each<[string, (file: string) => void, string]>([
    ['a missing one', () => {}, 'there is no record'],
    [
      'a file that is no database',
      (file) => writeFileSync(file, 'minutes of the meeting\n'.repeat(99)),
      'no record of Ascribe',
    ],
    [
      'the database of another program',
      (file) => new DatabaseSync(file).exec('create table moz_places (id); insert into moz_places values (1)'),
      'not a record of Ascribe',
    ],
  ])('says so of %s, and leaves it as it is', (name, make, words) => {
    const file = at(`${name.replaceAll(' ', '-')}.ascribe`)
    make(file)
    const before = existsSync(file) ? readFileSync(file) : undefined
    const { code, err, out } = ascribe(['show', '--record', file])
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain(words)
    expect(existsSync(file) ? readFileSync(file) : undefined).toEqual(before)
  })

  it('refuses one that a newer Ascribe wrote', async () => {
    const file = at('newer.ascribe')
    await (await openRecord({ file })).close()
    const database = new DatabaseSync(file)
    database.exec("insert into migrations values (99, 'later', 'x', '2030-01-01')")
    database.close()
    writeFileSync(at('y.txt'), STORY)
    const { code, err } = ascribe(['read', 'y.txt', '--record', file])
    expect(code).toBe(3)
    expect(err).toContain('newer Ascribe')
    expect(err).toContain('update Ascribe')
  })

  it('waits for one that is being written, then says that it is locked, and loses nothing', async () => {
    const file = at('locked.ascribe')
    await (await openRecord({ file })).close()
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    writeFileSync(at('z.txt'), STORY)
    const { code, err } = ascribe(['read', 'z.txt', '--record', file])
    other.exec('rollback')
    other.close()
    expect(code).toBe(3)
    expect(err).toContain('is being written by another process')
    expect(ascribe(['read', 'z.txt', '--record', file]).code).toBe(0)
  })
})

describe('the program', () => {
  it('runs from any folder and through symbolic links', () => {
    symlinkSync(program, at('link'))
    symlinkSync('link', at('link-to-link'))
    const { status, stdout } = spawnSync(at('link-to-link'), ['--version'], { cwd: '/', encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, '0.1.0\n'])
  })

  it('says what to do where its packages are missing', () => {
    mkdirSync(at('bare', 'bin'), { recursive: true })
    writeFileSync(at('bare', 'bin', 'ascribe'), readFileSync(program), { mode: 0o755 })
    const { status, stderr } = spawnSync(at('bare', 'bin', 'ascribe'), [], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toContain("run 'npm install'")
  })

  it('teaches, and ends with 2 where it is misunderstood', () => {
    expect(ascribe(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Examples:\n  ascribe read') })
    expect(ascribe(['read', '--help']).out).toContain('published: 2024-03-12')
    expect(ascribe(['raed'])).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean read?') })
    expect(ascribe(['read'])).toMatchObject({ code: 2, err: expect.stringContaining('nothing to read') })
    expect(ascribe(['read', 'x', '--published', 'May'])).toMatchObject({ code: 2 })
    expect(ascribe(['export', '--format', 'xml'])).toMatchObject({ code: 2 })
    expect(ascribe(['read', '--jsonl', '.'])).toMatchObject({ code: 2, err: expect.stringContaining('is a folder') })
  })

  it('serves until it is interrupted, and ends well', async () => {
    const server = spawn(program, ['serve', '--port', '0', '--record', at('served.ascribe')], { cwd: folder })
    const url = await new Promise<string>((resolve, reject) => {
      let seen = ''
      server.stdout.on('data', (piece) => {
        seen += piece
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(seen) ?? []
        if (found) resolve(found)
      })
      server.once('exit', () => reject(new Error(seen)))
    })
    expect((await fetch(`${url}/api/reports`)).status).toBe(200)
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    expect(await ended).toBe(0)
  })
})
