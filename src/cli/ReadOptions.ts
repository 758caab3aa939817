import { AscribeError } from '../base/AscribeError.ts'
import { publishedDate } from '../intake/publishedDate.ts'
import type { ReportInput } from '../model/Report.ts'

/** What `ascribe read` is told of its reports by options. */
export interface ReadOptions {
  readonly published?: string
  readonly outlet?: string
  readonly title?: string
  readonly record?: string
  readonly store: boolean
  readonly json?: boolean
  readonly layers?: string
}

/** The options that go before what a report says of itself. */
export function metadataOf({
  published,
  outlet,
  title,
}: ReadOptions): Pick<ReportInput, 'published' | 'outlet' | 'title'> {
  const date = published === undefined ? undefined : publishedDate(published)
  if (published !== undefined && date === undefined) {
    throw new AscribeError(
      'usage-published',
      `--published ${published} is no date`,
      'write it as year-month-day: --published 2015-07-06',
    )
  }
  return {
    ...(date === undefined ? {} : { published: date }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(title === undefined ? {} : { title }),
  }
}
