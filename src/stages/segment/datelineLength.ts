import { isLower } from './characters.ts'

const LONGEST_DATELINE = 120

/** "BEIRUT (AP) — ", "TUNIS, July 6 (Outlet) -- ", "LIMA, 4 OCT 89 (EFE) -- [TEXT] ", "NEW DELHI: "; a dash or a colon ends it. */
const DATELINE =
  /^(?<place>\p{Lu}[\p{L}\p{M} .,'’/-]{1,60}?)(?<date>,? +(?:\d{1,2} +)?\p{Lu}\p{L}{2,8}\.?(?: +\d{1,4})?(?:, \d{4})?)?(?<agency> *\([^()\n]{2,40}\)| +[A-Z]{2,5})? *(?<mark>--+|—|–|-|_|:)(?=\s|$)(?: *\[[A-Z ]+\])*/u
/** "(Outlet) - " */
const AGENCY_ALONE = /^\((?:\p{Lu}[\p{L}\d.]*[ /-]?){1,4}\) *(?:--+|—|–|-|_)(?=\s)/u
/** "Islamabad, Aug 9 (IANS) A bomber …" */
const WITHOUT_MARK =
  /^\p{Lu}[\p{L}\p{M} .'’/-]{1,40}, +(?:\d{1,2} +)?(?<month>\p{Lu}\p{L}{2,8})\.?(?: +\d{1,2})?(?:, \d{4})? +\([A-Z][^()\n]{1,30}\)(?= +\p{Lu})/u
/** "Sousse, Tunisia — " */
const CITY_AND_COUNTRY =
  /^\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]+){0,2}, \p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}\p{L}+){0,2}$/u
const MONTH =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|no date)\b/i
/** What stands in capitals before a colon or a dash without being a place. */
const LABEL =
  /^(?:breaking|update|updated|correction|corrected|clarification|warning|note|notice|alert|urgent|exclusive|analysis|opinion|comment|editorial|video|watch|photos?|read|live|listen|text|question|answer|moderator|reporter|interviewer|host|speaker|sources?|subject|from|to|date|re|cc|summary|background|timeline|factbox|explainer|important)(?![\w-])|^[a-z]{1,3}$/i

/**
 * The length of the dateline at the head of `[start, end)`, its mark and what stands in brackets behind it included; 0 without
 * one. In the `opening` of a report a place in ordinary letters will do: "Sousse, Tunisia — Nobody was hurt."
 */
export function datelineLength(text: string, start: number, end: number, opening: boolean): number {
  const head = text.slice(start, Math.min(end, start + LONGEST_DATELINE))
  const alone = AGENCY_ALONE.exec(head) ?? withoutMark(head)
  if (alone) return alone[0].length
  const match = DATELINE.exec(head)
  if (!match?.groups) return 0
  const { place, date, agency, mark } = match.groups
  const length = match[0].length
  const rest = head.slice(length)
  // "NATO - which runs the base - gave no comment."
  const body = rest.trimStart()
  if (body !== '' && isLower(body, 0)) return 0
  const [city] = place.split(',')
  const shouted = city.length > 2 && city === city.toUpperCase()
  // In a text that is all capitals, capitals say nothing.
  const stands = shouted && rest !== rest.toUpperCase()
  if (mark === ':') return stands && !LABEL.test(city) && city.split(' ').length <= 3 ? length : 0
  if (stands && !(LABEL.test(city) && agency === undefined && date === undefined && !place.includes(','))) return length
  if (agency?.includes('(') && city.split(' ').length <= 4) return length
  // A line of its own: "Sousse, Tunisia CNN  —"
  if (agency !== undefined && start + length === end) return length
  if (opening && agency === undefined && CITY_AND_COUNTRY.test(place + (date ?? ''))) return length
  return (agency !== undefined || date !== undefined) && MONTH.test(head.slice(0, length)) ? length : 0
}

function withoutMark(head: string): RegExpExecArray | undefined {
  const match = WITHOUT_MARK.exec(head)
  return match?.groups && MONTH.test(match.groups['month']) ? match : undefined
}
