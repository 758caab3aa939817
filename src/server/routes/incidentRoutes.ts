import { z } from 'zod'
import { IncidentSummary, IncidentView } from '../../record/views/IncidentView.ts'
import { Page } from '../../record/views/Page.ts'
import { notFound } from '../answerErrors.ts'
import { ErrorBody } from '../contract/ErrorBody.ts'
import { IncidentsQuery } from '../contract/listQueries.ts'
import type { Server } from '../createServer.ts'
import type { ServerOptions } from '../ServerOptions.ts'

/** Incidents: the list, and one with all positions on its properties. */
export function incidentRoutes(server: Server, { record }: ServerOptions): void {
  const tags = ['incidents']
  server.get(
    '/api/incidents',
    {
      schema: {
        summary: 'Incidents, most recent first where dated',
        tags,
        querystring: IncidentsQuery,
        response: { 200: Page(IncidentSummary), default: ErrorBody },
      },
    },
    async ({ query }) => record.incidents(query),
  )
  server.get(
    '/api/incidents/:id',
    {
      schema: {
        summary: 'One incident with all positions on all its properties',
        tags,
        params: z.object({ id: z.string() }),
        response: { 200: IncidentView, default: ErrorBody },
      },
    },
    async ({ params: { id } }) => {
      const view = await record.incident(id)
      if (view === undefined) throw notFound('incident', id, '/api/incidents')
      return view
    },
  )
}
