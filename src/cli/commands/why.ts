import { AscribeError } from '../../base/AscribeError.ts'
import type { PassageView, StatementView } from '../../record/views/StatementView.ts'
import { propertyLabel } from '../../record/vocabularyTerms.ts'
import { sourceWords } from '../display/chainWords.ts'
import { printable } from '../display/printable.ts'
import { holdsWords } from '../display/reportSummary.ts'
import { type Style, styleFor } from '../display/Style.ts'
import { lineOf } from '../display/sureness.ts'
import { EXIT } from '../exitCodes.ts'
import { withRecord } from '../openRecordAt.ts'
import { printJson } from '../printJson.ts'

/** `ascribe why STATEMENT` */
export function why(id: string, options: { readonly record?: string; readonly json?: boolean }): Promise<number> {
  return withRecord(options.record, async (record) => {
    const statement = await record.statement(id)
    if (statement === undefined) {
      throw new AscribeError(
        'id-unknown',
        `the record has no statement ${id}`,
        '`ascribe show REPORT` shows the ids of its statements',
      )
    }
    if (options.json) printJson(statement)
    else process.stdout.write(`${whyLines(statement, styleFor(process.stdout)).join('\n')}\n`)
    return EXIT.ok
  })
}

function whyLines(statement: StatementView, style: Style): string[] {
  const { subject, property, valueLabel, certainty, certaintyWord, polarity, chain, passages, path, said } = statement
  const denied = polarity === 'denied'
  const claim = `${printable(subject.label)} · ${propertyLabel(property)} · ${printable(valueLabel)}`
  const holds = holdsWords(statement)
  const sure = `${denied ? 'denied, ' : ''}${certainty}${certaintyWord === undefined ? '' : ` (“${printable(certaintyWord)}”)`}`
  const lines = [
    `${lineOf(certainty, denied)} ${style.bold(denied ? style.struck(claim) : claim)}`,
    `   ${[sure, statement.responsibility, holds].filter(Boolean).join('  ')}  ${style.dim(statement.id)}`,
    '',
    style.bold('According to'),
  ]
  chain.forEach((link, depth) => {
    const cue = link.cue === undefined ? '' : `  “${printable(link.cue.exact)}”`
    const name = style.source(link.source.key, sourceWords(link.source))
    lines.push(
      `   ${'   '.repeat(depth)}${depth === 0 ? '' : '└─ '}${name} ${style.dim(`${link.act.replaceAll('-', ' ')}, ${link.certainty}`)}${cue}`,
    )
  })
  if (said !== undefined) lines.push(`   said ${said.edtf === '' ? `“${printable(said.phrase)}”` : said.edtf}`)
  lines.push('', style.bold(`In ${printable(statement.reportTitle)}`) + style.dim(`  ${statement.report}`))
  lines.push(...passages.map((passage) => passageLine(passage, style)))
  lines.push('', style.bold('Read by'))
  for (const { by, span, note } of path) {
    lines.push(`   ${by}${note === undefined ? '' : `: ${printable(note)}`}  ${style.dim(`${span.start}–${span.end}`)}`)
  }
  for (const { kind, author, time, reason } of statement.decisions) {
    lines.push('', `${style.bold(kind)} by ${printable(author)} on ${time.slice(0, 10)}: ${printable(reason)}`)
  }
  return lines
}

function passageLine({ start, end, prefix, exact, suffix, anchored }: PassageView, style: Style): string {
  const place = style.dim(`${start}–${end}`)
  if (!anchored) return `   ${style.alarm('orphan')}: the report no longer says “${printable(exact)}” here  ${place}`
  // A space that ends the words before would be lost to trimming.
  const before = printable(prefix) + (/\s$/.test(prefix) ? ' ' : '')
  const after = (/^\s/.test(suffix) ? ' ' : '') + printable(suffix)
  return `   ${style.dim(`…${before}`)}${style.bold(`[${printable(exact)}]`)}${style.dim(`${after}…`)}  ${place}`
}
