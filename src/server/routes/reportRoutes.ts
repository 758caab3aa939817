import { z } from 'zod'
import { AscribeError } from '../../base/AscribeError.ts'
import { type ReportInput, reportOf } from '../../model/Report.ts'
import { Page } from '../../record/views/Page.ts'
import { ReportSummary } from '../../record/views/ReportSummary.ts'
import { ReportView } from '../../record/views/ReportView.ts'
import { notFound } from '../answerErrors.ts'
import { AddedBody } from '../contract/AddedBody.ts'
import { ErrorBody } from '../contract/ErrorBody.ts'
import { ReportsQuery } from '../contract/listQueries.ts'
import { NewFile, NewReport } from '../contract/NewReport.ts'
import type { Server } from '../createServer.ts'
import { readMultipart } from '../readMultipart.ts'
import type { ServerOptions } from '../ServerOptions.ts'

/** Reports: the list, one with its reading, and new ones to read. */
export function reportRoutes(server: Server, { record, reader, intake }: ServerOptions): void {
  const tags = ['reports']

  server.get(
    '/api/reports',
    {
      schema: {
        summary: 'Reports, newest publication first',
        tags,
        querystring: ReportsQuery,
        response: { 200: Page(ReportSummary), default: ErrorBody },
      },
    },
    async ({ query }) => record.reports(query),
  )

  server.get(
    '/api/reports/:id',
    {
      schema: {
        summary: 'One report with its reading and everything stated in it',
        tags,
        params: z.object({ id: z.string() }),
        response: { 200: ReportView, default: ErrorBody },
      },
    },
    async ({ params: { id } }) => {
      const view = await record.report(id)
      if (view === undefined) throw notFound('report', id, '/api/reports')
      return view
    },
  )

  const add = async (input: ReportInput) => {
    if (input.text.trim() === '') {
      throw new AscribeError('text-empty', 'there is no text to read', 'paste the text of a report')
    }
    const report = reportOf(input)
    return record.addReading(report, reader.read(report))
  }

  server.post(
    '/api/reports',
    {
      schema: {
        summary: 'Read a report given as text, and store its reading',
        tags,
        body: NewReport,
        response: { 200: AddedBody, default: ErrorBody },
      },
    },
    async ({ body }) => add(body),
  )

  server.post(
    '/api/files',
    {
      schema: {
        summary: 'Read a report given as a file, and store its reading',
        tags,
        consumes: ['multipart/form-data'],
        body: NewFile,
        response: { 200: AddedBody, default: ErrorBody },
      },
      preValidation: async (request) => {
        Object.assign(request, { body: await readMultipart(request) })
      },
    },
    async ({ body: { file, ...metadata } }) => {
      const given = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
      return add({ ...(await intake(file.bytes, file.name)), ...given })
    },
  )
}
