import type { Record } from '../record/Record.ts'
import { apiDocs } from './apiDocs.ts'
import { createServer } from './createServer.ts'

const nothing = (): never => {
  throw new Error('the page of the API asks nothing of a record')
}

/** The page `docs/api.md`, from a server that answers only what it can. */
export async function apiPage(): Promise<string> {
  const server = await createServer({ record: {} as Record, reader: { read: nothing }, intake: nothing, terms: {} })
  const { body } = await server.inject('/api/openapi.json')
  await server.close()
  return apiDocs(JSON.parse(body))
}
