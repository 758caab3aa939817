import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { depotFireReading, depotFireReport } from '../../test/browser/depotFire.ts'
import { AscribeError } from '../base/AscribeError.ts'
import { toReportInput } from '../intake/toReportInput.ts'
import type { Reading } from '../model/Reading.ts'
import type { Report } from '../model/Report.ts'
import { openRecord } from '../record/openRecord.ts'
import type { Record } from '../record/Record.ts'
import { createServer, type Server } from './createServer.ts'

/** A reader that finds nothing but sentences: what the routes do with a reading does not hang on what is in it. */
const reader = {
  read: (report: Report): Reading => ({
    ...depotFireReading,
    id: report.id,
    sentences: [{ start: 0, end: report.text.length }],
    attributions: [],
    sources: [],
    incidents: [],
    statements: [],
  }),
}

let folder: string
let record: Record
let server: Server
const statement = depotFireReading.statements[0]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-server-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Ascribe</title>')
  record = await openRecord({ file: join(folder, 'record.ascribe') })
  await record.addReading(depotFireReport, depotFireReading)
  server = await createServer({ record, reader, intake: toReportInput, webRoot: folder })
})
afterAll(async () => {
  await server.close()
  await record.close()
  rmSync(folder, { recursive: true })
})

const get = async (url: string, headers: { [name: string]: string } = {}) => {
  const response = await server.inject({ url, headers })
  return { status: response.statusCode, headers: response.headers, text: response.body, body: parsed(response.body) }
}
const post = async (url: string, payload: object | string, headers: { [name: string]: string } = {}) => {
  const response = await server.inject({ method: 'POST', url, payload, headers })
  return { status: response.statusCode, body: parsed(response.body) }
}
const parsed = (text: string) => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const form = (name: string, content: string, fields: { [name: string]: string } = {}) => {
  const parts = Object.entries(fields).map(
    ([field, value]) => `--x\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${content}\r\n--x--\r\n`
  return [parts.join('') + file, { 'content-type': 'multipart/form-data; boundary=x' }] as const
}

describe('what is in the record', () => {
  it('tells it in numbers', async () => {
    expect((await get('/api/summary')).body).toMatchObject({ statements: 20, incidents: 2, protectedSources: 1 })
  })

  it('lists reports, and finds them by words', async () => {
    expect((await get('/api/reports')).body.items[0]).toMatchObject({ id: depotFireReport.id, statements: 20 })
    expect((await get('/api/reports?query=pipeline')).body.items).toHaveLength(1)
    expect((await get('/api/reports?query=submarine')).body).toEqual({ items: [], total: 0 })
  })

  it('gives a report with its reading', async () => {
    const { body } = await get(`/api/reports/${depotFireReport.id}`)
    expect(body.report.text).toBe(depotFireReport.text)
    expect(body.statements).toHaveLength(20)
    expect(body.orphans).toEqual([])
  })

  it('gives incidents with their positions, the disputed ones apart', async () => {
    const { body } = await get('/api/incidents?disputed=true')
    expect(body.items.map(({ label }: { label: string }) => label)).toEqual(['fire at the Harran fuel depot'])
    const { body: incident } = await get(`/api/incidents/${body.items[0].id}`)
    const killed = incident.properties.find(({ property }: { property: string }) => property === 'killed')
    expect(killed).toMatchObject({ disputed: true })
    expect(killed.positions).toHaveLength(2)
  })

  it('lists sources and entities', async () => {
    expect((await get('/api/sources')).body.total).toBe(10)
    expect((await get('/api/entities')).body.total).toBe(2)
  })

  it('says why a statement was read', async () => {
    const { body } = await get(`/api/statements/${statement.id}`)
    expect(body.path[0].by).toBe('rule:incidents/hand')
    expect(body.chain.at(-1).cue.exact).toBe('said')
  })

  it('has the labels of the vocabulary', async () => {
    expect((await get('/api/terms')).body.properties.killed.label).toBe('killed')
  })
})

describe('reading a report', () => {
  it('reads text, and the same text twice changes nothing', async () => {
    const report = {
      text: 'A bridge fell. Nobody was hurt.',
      outlet: 'Bridge Gazette',
      published: '2021-03-04',
      title: '',
    }
    const first = await post('/api/reports', report)
    expect(first).toMatchObject({ status: 200, body: { added: true } })
    expect(await post('/api/reports', report)).toMatchObject({ body: { added: false, report: first.body.report } })
    const { body } = await get(`/api/reports/${first.body.report}`)
    expect(body.report).toMatchObject({ outlet: 'Bridge Gazette', published: '2021-03-04' })
    expect(body.report.title).toBeUndefined()
  })

  it('reads a file; what is given beside it goes before what the file says', async () => {
    const file = '---\ntitle: Ferry late\noutlet: Pier News\n---\nThe ferry was late.'
    const { status, body } = await post(
      '/api/files',
      ...form('ferry.md', file, { outlet: 'Harbour News', published: '' }),
    )
    expect(status).toBe(200)
    expect((await get(`/api/reports/${body.report}`)).body.report).toMatchObject({
      title: 'Ferry late',
      outlet: 'Harbour News',
      text: expect.stringContaining('The ferry was late.'),
    })
  })
})

describe('what cannot be done', () => {
  const shape = (code: string) => ({ error: { code, message: expect.any(String), remedy: expect.any(String) } })

  it('is told in one shape', async () => {
    expect(await get('/api/reports/r_none')).toMatchObject({ status: 404, body: shape('not-found') })
    expect(await get('/api/statements/st_none')).toMatchObject({ status: 404, body: shape('not-found') })
    expect(await get('/api/nothing')).toMatchObject({ status: 404, body: shape('not-found') })
    expect(await get('/api/reports?limit=0')).toMatchObject({ status: 400, body: shape('request-invalid') })
    expect(await post('/api/reports', { title: 'no text' })).toMatchObject({
      status: 400,
      body: shape('request-invalid'),
    })
    expect(await post('/api/reports', { text: ' \n ' })).toMatchObject({ status: 422, body: shape('text-empty') })
    expect(await post('/api/reports', '{"text":', { 'content-type': 'application/json' })).toMatchObject({
      status: 400,
      body: shape('request-invalid'),
    })
    expect(await post('/api/reports', 'text', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      body: shape('media-type-unknown'),
    })
    expect(await post('/api/files', { text: 'x' })).toMatchObject({ status: 415, body: shape('media-type-unknown') })
  })

  it('includes reading a binary file, which names the file and what to do', async () => {
    const { status, body } = await post('/api/files', ...form('scan.pdf', '%PDF-1.7\n\u0000\u0001\u0002'))
    expect(status).toBe(422)
    expect(body.error).toMatchObject({ code: 'file-binary', message: expect.stringContaining('scan.pdf') })
  })

  it('hides the insides of an unforeseen failure', async () => {
    const broken = await createServer({
      record: { ...record, summary: async () => Promise.reject(new Error('select secret from somewhere')) },
      reader,
      intake: toReportInput,
    })
    broken.log.level = 'silent'
    const response = await broken.inject('/api/summary')
    expect(response.statusCode).toBe(500)
    expect(response.json()).toMatchObject(shape('internal'))
    expect(response.body).not.toContain('secret')
    await broken.close()
  })

  it('keeps the code and remedy of failures from below', async () => {
    const locked = await createServer({
      record: {
        ...record,
        summary: async () =>
          Promise.reject(new AscribeError('record-locked', 'the record is in use', 'close the other')),
      },
      reader,
      intake: toReportInput,
    })
    expect((await locked.inject('/api/summary')).statusCode).toBe(409)
    await locked.close()
  })
})

describe('other sites', () => {
  it('are not answered under a name of their own', async () => {
    expect((await get('/api/summary', { host: 'evil.example' })).status).toBe(421)
    expect((await get('/', { host: 'evil.example:4747' })).status).toBe(421)
    expect((await get('/api/summary', { host: '127.0.0.1:4747' })).status).toBe(200)
    expect((await get('/api/summary', { host: '[::1]:4747' })).status).toBe(200)
  })

  it('cannot send reports here, nor read the record', async () => {
    const text = { text: 'Something happened.' }
    expect((await post('/api/reports', text, { origin: 'http://evil.example' })).status).toBe(403)
    expect((await post('/api/reports', text, { origin: 'null' })).status).toBe(403)
    expect((await post('/api/reports', text, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await get('/api/reports', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post('/api/reports', text, { host: 'localhost:4747', origin: 'http://localhost:4747' })).status).toBe(
      200,
    )
  })

  it('may link to the workbench', async () => {
    expect((await get('/reports', { 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })
})

describe('the workbench', () => {
  it('is the page for every address that is no file and not the API’s', async () => {
    const { status, headers, text } = await get('/reports/r_1?statement=st_1')
    expect(status).toBe(200)
    expect(text).toContain('<title>Ascribe</title>')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/)
    expect((await get('/assets/none.js')).status).toBe(404)
  })

  it('says how to build it where it is not', async () => {
    const bare = await createServer({ record, reader, intake: toReportInput, webRoot: join(folder, 'none') })
    expect((await bare.inject('/')).json().error.code).toBe('web-not-built')
    await bare.close()
  })
})
