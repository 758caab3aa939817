import { RecordSummary } from '../../record/views/RecordSummary.ts'
import { ErrorBody } from '../contract/ErrorBody.ts'
import { Terms } from '../contract/Terms.ts'
import type { Server } from '../createServer.ts'
import { openTerms } from '../openTerms.ts'
import type { ServerOptions } from '../ServerOptions.ts'

/** What the record holds in all, and the words it uses. */
export function recordRoutes(server: Server, { record, terms = openTerms() }: ServerOptions): void {
  server.get(
    '/api/summary',
    {
      schema: {
        summary: 'What is in the record, in numbers',
        tags: ['record'],
        response: { 200: RecordSummary, default: ErrorBody },
      },
    },
    async () => record.summary(),
  )
  server.get(
    '/api/terms',
    {
      schema: {
        summary: 'The terms of all vocabularies: labels and definitions',
        tags: ['record'],
        response: { 200: Terms, default: ErrorBody },
      },
    },
    async () => terms,
  )
}
