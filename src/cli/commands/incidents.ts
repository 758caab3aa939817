import { counted } from '../display/counted.ts'
import { edtfWords } from '../display/edtfWords.ts'
import { column, printable, shortened } from '../display/printable.ts'
import { styleFor } from '../display/Style.ts'
import { EXIT } from '../exitCodes.ts'
import { withRecord } from '../openRecordAt.ts'
import { printJson, printMore } from '../printJson.ts'

interface IncidentsOptions {
  readonly type?: string
  readonly report?: string
  readonly disputed?: boolean
  readonly limit: number
  readonly record?: string
  readonly json?: boolean
}

/** `ascribe incidents [WORDS…]` */
export function incidents(words: readonly string[], options: IncidentsOptions): Promise<number> {
  return withRecord(options.record, async (record) => {
    const { type, report, disputed, limit } = options
    const page = await record.incidents({
      limit: Math.max(1, limit),
      query: words.join(' '),
      ...(type === undefined ? {} : { type }),
      ...(report === undefined ? {} : { report }),
      ...(disputed === undefined ? {} : { disputed }),
    })
    if (options.json) {
      printJson(page)
      return EXIT.ok
    }
    const style = styleFor(process.stdout)
    for (const incident of page.items) {
      const { id, label, type, stage, when, where, statements, sources, reportTitle } = incident
      const kind = stage === 'accomplished' ? type : `${type}, ${stage}`
      process.stdout.write(
        `${incident.disputed ? style.alarm('!') : ' '} ${style.dim(id)}  ${column(edtfWords(when), 14)} ${column(where?.name ?? '', 18)} ` +
          `${style.bold(column(label, 34))} ${column(kind.replaceAll('-', ' '), 20)} ${counted(statements, 'statement')}, ${counted(sources, 'source')}  ` +
          `${style.dim(shortened(printable(reportTitle), 40))}\n`,
      )
    }
    printMore(page, 'incidents')
    return EXIT.ok
  })
}
