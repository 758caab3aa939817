import type { Paragraph } from '../../document/Layers.ts'
import { isLower, isUpper } from './characters.ts'

const LONGEST_DATELINE = 120
const LONGEST_HEADING = 120

/** "BEIRUT (AP) — ", "TUNIS, July 6 (Outlet) -- ", "LIMA, 4 OCT 89 (EFE) -- [TEXT] "; the dash ends it. */
const DATELINE =
  /^(?<place>\p{Lu}[\p{L}\p{M} .,'’/-]{1,60}?)(?<date>,? +(?:\d{1,2} +)?\p{Lu}\p{L}{2,8}\.?(?: +\d{1,4})?(?:, \d{4})?)?(?<agency> *\([^()\n]{2,40}\)| +[A-Z]{2,5})? *(?<dash>--+|—|–|-)(?=\s|$)(?: *\[[A-Z ]+\])*/u
const MONTH =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|no date)\b/i

/** The length of the dateline at the head of `[start, end)`, its dash and what stands in brackets behind it included; 0 without one. */
export function datelineLength(text: string, start: number, end: number): number {
  const head = text.slice(start, Math.min(end, start + LONGEST_DATELINE))
  const match = DATELINE.exec(head)
  if (!match?.groups) return 0
  const { place, date, agency } = match.groups
  const rest = text.slice(start + match[0].length, Math.min(end, start + LONGEST_DATELINE))
  const city = place.split(',')[0]
  const shouted = city.length > 2 && city === city.toUpperCase()
  // In a text that is all capitals, capitals say nothing.
  if (shouted && rest !== rest.toUpperCase()) return match[0].length
  if (agency?.includes('(') && city.split(' ').length <= 4) return match[0].length
  // A line of its own: "Sousse, Tunisia CNN  —"
  if (agency !== undefined && start + match[0].length === end) return match[0].length
  return (agency !== undefined || date !== undefined) && MONTH.test(head.slice(0, match[0].length))
    ? match[0].length
    : 0
}

const BYLINE =
  /^(?:by|reported by|written by|reporting by|editing by|story by|photographs? by)[ :]+\p{Lu}[^.!?]*(?:\.|;.*)?$|^(?:by|from) (?:our|a) (?:\p{L}+ ){0,2}(?:correspondent|reporter|staff)\b[^.]*$|^[-–—―]+ ?\p{Lu}[^.!?]*$/iu
/** "03:09 - Source: Channel 4" */
const SOURCE_LINE = /^(?:[\d:]+ *[-–—|]+ *)?(?:sources?|photos?|credit) *: *\S[^.!?]*$/i
const ENDS_LIKE_TEXT = /[.!…,;:][\s"'”’)\]]*$/

/** What a block is by its looks: who wrote it, a heading, or text. */
export function kindOf(text: string, start: number, end: number, last: boolean): Paragraph['kind'] {
  if (end - start > LONGEST_HEADING) return 'body'
  const block = text.slice(start, end)
  const words = block.split(/\s+/)
  if (words.length <= 14 && (BYLINE.test(block) || SOURCE_LINE.test(block))) return 'byline'
  if (last || words.length > 16 || ENDS_LIKE_TEXT.test(block) || isLower(text, start)) return 'body'
  if (/^["“'‘]/.test(block) && /["”'’]$/.test(block)) return 'body'
  return isUpper(text, start) || /^[\d"“'‘(¿[]/.test(block) ? 'heading' : 'body'
}
