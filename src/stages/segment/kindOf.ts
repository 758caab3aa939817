import type { Paragraph } from '../../document/Layers.ts'
import { isLower, isUpper } from './characters.ts'

const LONGEST_HEADING = 120

/** "Reporting by Anna Hale in Tunis; editing by Ben Noor", "(Writing by …)" */
const CREDIT =
  /^[([]?(?:(?:additional |with )?reporting|reported|written|writing|editing|edited|compiled|compilation|story|translated|photographs?|photography|video) by[ :]+\p{L}[^.!?]*(?:\.|;.*)?[)\]]?$/iu
/** "Anna Hale in Tunis contributed to this report." */
const CONTRIBUTED =
  /^[([]?(?:\p{Lu}[^.!?]*? )?contributed (?:(?:to )?(?:the |this )?(?:report|article|story)|reporting|to (?:the |this )?reporting)\b[^.!?]*\.?[)\]]?$/u
const CORRESPONDENT = /^(?:by|from) (?:our|a) (?:\p{L}+ ){0,2}(?:correspondent|reporter|staff)\b[^.]*$/iu
const SIGNED = /^[-–—―]+ ?\p{Lu}[^.!?]*$/u
const BY = /^by[ :]+(?=\p{Lu})/iu
/** What is in lower case, and still part of a byline: "By Anna Hale and Ben van Noor, staff writers for the Outlet". */
const BETWEEN_NAMES =
  /^(?:and|in|of|for|the|at|to|with|al|el|bin|bint|ibn|abu|de|del|della|der|den|di|da|dos|du|la|le|van|von|ter|y|staff|special|senior|chief|our|foreign|correspondents?|reporters?|writers?|editors?|contributors?|news|agencies|agency)\b|^(?:al|el|ad|an|ar|as|ash|at|az)-/u
const WHEN =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|ramadan)\b/iu
/** "03:09 - Source: Channel 4" */
const SOURCE_LINE = /^(?:[\d:]+ *[-–—|]+ *)?(?:sources?|photos?|photographs?|images?|credit) *: *\S[^.!?]*$/i
const ENDS_LIKE_TEXT = /[.!…,;:][\s"'”’)\]]*$/

/** What a block is by its looks: who wrote it, a heading, or text. */
export function kindOf(text: string, start: number, end: number, last: boolean): Paragraph['kind'] {
  if (end - start > LONGEST_HEADING) return 'body'
  const block = text.slice(start, end)
  const words = block.split(/\s+/)
  if (words.length <= 18 && (CREDIT.test(block) || CONTRIBUTED.test(block))) return 'byline'
  if (words.length <= 14 && (isByline(block) || SOURCE_LINE.test(block))) return 'byline'
  if (last || words.length > 16 || ENDS_LIKE_TEXT.test(block) || isLower(text, start)) return 'body'
  if (/^["“'‘]/.test(block) && /["”'’]$/.test(block)) return 'body'
  return isUpper(text, start) || /^[\d"“'‘(¿[]/.test(block) ? 'heading' : 'body'
}

/** "By Anna Hale and Ben Noor", but not "By Friday the road was open" */
function isByline(block: string): boolean {
  if (CORRESPONDENT.test(block) || SIGNED.test(block)) return true
  const by = BY.exec(block)
  if (!by) return false
  const names = block.slice(by[0].length)
  if (WHEN.test(names) || /[!?]|\.$/.test(names)) return false
  return names.split(/[\s,;|/]+/u).every((word) => word === '' || /^[^\p{Ll}]/u.test(word) || BETWEEN_NAMES.test(word))
}
