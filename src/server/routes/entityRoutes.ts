import { z } from 'zod'
import { EntitySummary, EntityView } from '../../record/views/EntityView.ts'
import { Page } from '../../record/views/Page.ts'
import { notFound } from '../answerErrors.ts'
import { ErrorBody } from '../contract/ErrorBody.ts'
import { EntitiesQuery } from '../contract/listQueries.ts'
import type { Server } from '../createServer.ts'
import type { ServerOptions } from '../ServerOptions.ts'

/** Entities: the list, and one with what is stated of it. */
export function entityRoutes(server: Server, { record }: ServerOptions): void {
  const tags = ['entities']
  server.get(
    '/api/entities',
    {
      schema: {
        summary: 'Entities, those with most statements first',
        tags,
        querystring: EntitiesQuery,
        response: { 200: Page(EntitySummary), default: ErrorBody },
      },
    },
    async ({ query }) => record.entities(query),
  )
  server.get(
    '/api/entities/:id',
    {
      schema: {
        summary: 'One entity with what is stated of it',
        tags,
        params: z.object({ id: z.string() }),
        response: { 200: EntityView, default: ErrorBody },
      },
    },
    async ({ params: { id } }) => {
      const view = await record.entity(id)
      if (view === undefined) throw notFound('entity', id, '/api/entities')
      return view
    },
  )
}
