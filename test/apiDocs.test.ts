import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Record } from '../src/record/Record.ts'
import { apiDocs } from '../src/server/apiDocs.ts'
import { createServer } from '../src/server/createServer.ts'

const nothing = (): never => {
  throw new Error('the description of the API asks nothing of the record')
}

// To write the page again: node_modules/.bin/vitest run test/apiDocs.test.ts -u
it('docs/api.md says what the routes are', async () => {
  const server = await createServer({ record: {} as Record, reader: { read: nothing }, intake: nothing })
  const { body } = await server.inject('/api/openapi.json')
  await server.close()
  await expect(apiDocs(JSON.parse(body))).toMatchFileSnapshot(join(import.meta.dirname, '..', 'docs', 'api.md'))
})
