import type { Proposition } from '../../src/document/Layers.ts'
import type { Message } from './messages.ts'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const shown = (day: string): string => `${day.slice(8, 10)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(2, 4)}`

/** The day, the span of days, or the task's default: up to the day of the message. */
export function dateOf(dates: readonly Proposition[], { published }: Message): string {
  const days = dates.flatMap(({ value }) =>
    value.type === 'interval' ? [value.edtf.replace(/[?~%]/g, '').slice(0, 21)] : [],
  )
  const exact = days.find((edtf) => /^\d{4}-\d{2}-\d{2}/.test(edtf) && !edtf.includes('/'))
  if (exact) return shown(exact)
  const range = days.find((edtf) => /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}/.test(edtf))
  if (range) return `${shown(range.slice(0, 10))} - ${shown(range.slice(11, 21))}`
  return published ? `- ${shown(published)}` : '-'
}
