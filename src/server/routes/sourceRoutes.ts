import { Page } from '../../record/views/Page.ts'
import { SourceView } from '../../record/views/SourceView.ts'
import { ErrorBody } from '../contract/ErrorBody.ts'
import { SourcesQuery } from '../contract/listQueries.ts'
import type { Server } from '../createServer.ts'
import type { ServerOptions } from '../ServerOptions.ts'

/** Sources over all reports. */
export function sourceRoutes(server: Server, { record }: ServerOptions): void {
  server.get(
    '/api/sources',
    {
      schema: {
        summary: 'Sources, those with most statements first',
        tags: ['sources'],
        querystring: SourcesQuery,
        response: { 200: Page(SourceView), default: ErrorBody },
      },
    },
    async ({ query }) => record.sources(query),
  )
}
