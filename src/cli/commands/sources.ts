import { sourceWords } from '../display/chainWords.ts'
import { counted } from '../display/counted.ts'
import { column } from '../display/printable.ts'
import { styleFor } from '../display/Style.ts'
import { EXIT } from '../exitCodes.ts'
import { withRecord } from '../openRecordAt.ts'
import { printJson, printMore } from '../printJson.ts'

interface SourcesOptions {
  readonly report?: string
  readonly limit: number
  readonly record?: string
  readonly json?: boolean
}

/** `ascribe sources` */
export function sources(options: SourcesOptions): Promise<number> {
  return withRecord(options.record, async (record) => {
    const { report, limit } = options
    const page = await record.sources({ limit: Math.max(1, limit), ...(report === undefined ? {} : { report }) })
    if (options.json) {
      printJson(page)
      return EXIT.ok
    }
    const style = styleFor(process.stdout)
    for (const source of page.items) {
      const { id, key, kind, reports, statements, passed, acts } = source
      const done = Object.entries(acts)
        .sort(([, a], [, b]) => b - a)
        .map(([act, times]) => `${act.replaceAll('-', ' ')} ${times}`)
        .join(', ')
      process.stdout.write(
        `  ${style.dim(id)}  ${style.source(key, column(sourceWords(source), 44))} ${column(kind, 13)} ${counted(statements, 'statement')}` +
          `${passed > 0 ? `, ${passed} passed on` : ''}, ${counted(reports.length, 'report')}  ${style.dim(done)}\n`,
      )
    }
    printMore(page, 'sources')
    return EXIT.ok
  })
}
