import { z } from 'zod'
import { StatementView } from '../../record/views/StatementView.ts'
import { notFound } from '../answerErrors.ts'
import { ErrorBody } from '../contract/ErrorBody.ts'
import type { Server } from '../createServer.ts'
import type { ServerOptions } from '../ServerOptions.ts'

/** One statement, with all that answers "why?". */
export function statementRoutes(server: Server, { record }: ServerOptions): void {
  server.get(
    '/api/statements/:id',
    {
      schema: {
        summary: 'Why a statement was read: its passages, chain of sources and path of rules',
        tags: ['statements'],
        params: z.object({ id: z.string().describe('a unique beginning of the id is enough') }),
        response: { 200: StatementView, default: ErrorBody },
      },
    },
    async ({ params: { id } }) => {
      const view = await record.statement(id)
      if (view === undefined) throw notFound('statement', id, '/api/reports/:id')
      return view
    },
  )
}
