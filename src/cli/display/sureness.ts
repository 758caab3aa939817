import type { Certainty } from '../../model/Certainty.ts'
import type { Style } from './Style.ts'

/** The line of the visual grammar: solid certain, dashed probable, dotted possible, crossed denied. */
const LINES: Record<Certainty, string> = { certain: '━━', probable: '╌╌', possible: '┈┈', unknown: '··' }

export const lineOf = (certainty: Certainty, denied: boolean): string => (denied ? '╳╳' : LINES[certainty])

/** A value with its line, struck through where it is denied; the blanks that fill its column are not. */
export function withLine(value: string, certainty: Certainty, denied: boolean, style: Style): string {
  const words = value.trimEnd()
  return `${lineOf(certainty, denied)} ${denied ? style.struck(words) : words}${value.slice(words.length)}`
}
