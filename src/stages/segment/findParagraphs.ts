import type { Paragraph } from '../../document/Layers.ts'
import { BLANK, classAt, isLower } from './characters.ts'
import { datelineLength } from './datelineLength.ts'
import { kindOf } from './kindOf.ts'

/** One line without the blanks around it. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly indent: number
}

/** Old wire text is set in lines of 60 to 80 characters; lines longer than this were never wrapped by hand. */
const WIDEST_WRAP = 100
const NARROWEST_WRAP = 45
/** How many characters short of the full width a wrapped line may be. */
const RAGGED = 6
const ENDS_SENTENCE = /[.!?:…]["'”’)\]]*$/

/**
 * Paragraphs: blocks set apart by empty lines; where lines were wrapped by hand, the lines of one block are joined, and
 * otherwise each line is a paragraph of its own. A dateline at the head of a paragraph is set apart from its body:
 *
 *     TUNIS, July 6 (Outlet) -- The ministry said …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^ dateline
 */
export function findParagraphs(text: string): Paragraph[] {
  const blocks = blocksOf(text)
  const paragraphs: Paragraph[] = []
  let opening = true
  for (const [i, { start, end }] of blocks.entries()) {
    const prefix = datelineLength(text, start, end, opening)
    if (prefix > 0) {
      const last = skipBack(text, start, start + prefix)
      paragraphs.push({ start, end: last, kind: 'dateline' })
      const body = skip(text, start + prefix, end)
      if (body < end) paragraphs.push({ start: body, end, kind: 'body' })
      opening = false
    } else {
      const kind = kindOf(text, start, end, i === blocks.length - 1)
      paragraphs.push({ start, end, kind })
      if (kind === 'body') opening = false
    }
  }
  return paragraphs
}

function blocksOf(text: string): { start: number; end: number }[] {
  const groups: Line[][] = [[]]
  for (const line of linesOf(text)) {
    if (line.end > line.start) groups[groups.length - 1].push(line)
    else if (groups[groups.length - 1].length > 0) groups.push([])
  }
  const width = wrapWidth(text, groups)
  const blocks: { start: number; end: number }[] = []
  for (const group of groups) {
    let open: { start: number; end: number } | undefined
    for (const [i, line] of group.entries()) {
      if (open && joins(text, group[i - 1], line, width)) open.end = line.end
      else {
        open = { start: line.start, end: line.end }
        blocks.push(open)
      }
    }
  }
  return blocks
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let next = 0
  for (const match of text.matchAll(/\r\n|[\n\r\f\v\u0085\u2028\u2029]|$/g)) {
    const from = next
    next = match.index + match[0].length
    const start = skip(text, from, match.index)
    lines.push({ start, end: skipBack(text, start, match.index), indent: start - from })
  }
  return lines
}

/** The width at which the lines of the text were wrapped by hand, or 0 where they were not. */
function wrapWidth(text: string, groups: readonly (readonly Line[])[]): number {
  const widths = groups.flat().map((line) => line.end - line.start + line.indent)
  const width = widths.reduce((most, one) => Math.max(most, one), 0)
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return 0
  let [full, pairs] = [0, 0]
  for (const group of groups) {
    for (let i = 1; i < group.length; i++) {
      pairs++
      if (fills(text, group[i - 1], group[i], width)) full++
    }
  }
  return pairs >= 2 && full >= pairs * 0.5 ? width : 0
}

/** True where the first word of `line` would not have fitted on the line before. */
function fills(text: string, before: Line, line: Line, width: number): boolean {
  let word = line.start
  while (word < line.end && word - line.start < WIDEST_WRAP && classAt(text, word) !== BLANK) word++
  return before.end - before.start + before.indent + 1 + (word - line.start) > width - RAGGED
}

function joins(text: string, before: Line, line: Line, width: number): boolean {
  const ends = ENDS_SENTENCE.test(text.slice(Math.max(before.start, before.end - 8), before.end))
  if (!ends && isLower(text, line.start)) return true
  if (width === 0) return false
  if (line.indent >= before.indent + 2 && ends) return false
  return fills(text, before, line, width)
}

const skip = (text: string, from: number, to: number): number => {
  let at = from
  while (at < to && classAt(text, at) === BLANK) at++
  return at
}

const skipBack = (text: string, from: number, to: number): number => {
  let at = to
  while (at > from && classAt(text, at - 1) === BLANK) at--
  return at
}
