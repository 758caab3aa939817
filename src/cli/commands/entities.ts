import { AscribeError } from '../../base/AscribeError.ts'
import { EntityKind } from '../../model/Entity.ts'
import { counted } from '../display/counted.ts'
import { column, shortened } from '../display/printable.ts'
import { styleFor } from '../display/Style.ts'
import { EXIT } from '../exitCodes.ts'
import { withRecord } from '../openRecordAt.ts'
import { printJson, printMore } from '../printJson.ts'

interface EntitiesOptions {
  readonly kind?: string
  readonly report?: string
  readonly limit: number
  readonly record?: string
  readonly json?: boolean
}

/** `ascribe entities [WORDS…]` */
export function entities(words: readonly string[], options: EntitiesOptions): Promise<number> {
  const kind = options.kind === undefined ? undefined : EntityKind.safeParse(options.kind)
  if (kind !== undefined && !kind.success) {
    const remedy = `use one of ${EntityKind.options.join(', ')}`
    throw new AscribeError('usage-kind', `there are no entities of the kind '${options.kind}'`, remedy)
  }
  return withRecord(options.record, async (record) => {
    const page = await record.entities({
      limit: Math.max(1, options.limit),
      query: words.join(' '),
      ...(kind === undefined ? {} : { kind: kind.data }),
      ...(options.report === undefined ? {} : { report: options.report }),
    })
    if (options.json) {
      printJson(page)
      return EXIT.ok
    }
    const style = styleFor(process.stdout)
    for (const { id, name, kind, statements, mentions, reportTitle, protected: hidden } of page.items) {
      process.stdout.write(
        `  ${style.dim(id)}  ${style.bold(column(name, 40))} ${column(kind, 13)} ${counted(statements, 'statement')}, ${counted(mentions, 'mention')}` +
          `${hidden ? style.alarm('  protected') : ''}  ${style.dim(shortened(reportTitle, 40))}\n`,
      )
    }
    printMore(page, 'entities')
    return EXIT.ok
  })
}
