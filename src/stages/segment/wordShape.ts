import { classAt, DIGIT, isApostrophe, isLower, isUpper, LETTER } from './characters.ts'

/** What a word looks like, as far as it matters to where sentences end. Signs follow from `FIRST_SIGN`, runs of one sign from `FIRST_RUN`. */
export const SHAPE = {
  lower: 1,
  capital: 2,
  title: 3,
  upper: 4,
  mixed: 5,
  number: 6,
  /** "12." */
  numberedStop: 45,
  /** "1989" */
  year: 46,
  /** "5:30", "9/11" */
  clock: 47,
  web: 48,
  mail: 49,
  /** "J." */
  initial: 50,
  /** "U.S.", "Gen." */
  abbreviation: 51,
  /** "'S" */
  capitalClitic: 52,
  /** "#hope", "@someone" */
  tag: 53,
  otherSign: 54,
} as const

const RUNS = '.!?-*=…_~<>'
const SIGNS = '.!?:;,-–—"“”\'‘’()[]*…<>=|/&•`%#$'
const FIRST_RUN = 7
const FIRST_SIGN = 60
const LONGEST_ADDRESS_HEAD = 60

export function wordShape(text: string, start: number, end: number): number {
  const first = classAt(text, start)
  if (first === DIGIT) return numberShape(text, start, end)
  if (first === LETTER) return letterShape(text, start, end)
  if (end - start === 1) {
    const sign = SIGNS.indexOf(text[start])
    return sign < 0 ? SHAPE.otherSign : FIRST_SIGN + sign
  }
  if (isApostrophe(text.charCodeAt(start))) return isLower(text, end - 1) ? SHAPE.lower : SHAPE.capitalClitic
  if (text[start] === '#' || text[start] === '@') return SHAPE.tag
  return FIRST_RUN + RUNS.indexOf(text[start]) + 1
}

function numberShape(text: string, start: number, end: number): number {
  if (end - start === 1) return SHAPE.number
  if (text.charCodeAt(end - 1) === 0x2e) return SHAPE.numberedStop
  const head = text.slice(start, Math.min(end, start + 12))
  if (/^\d+$/.test(head)) return end - start === 4 ? SHAPE.year : SHAPE.number
  return /[:/]/.test(head) ? SHAPE.clock : SHAPE.number
}

function letterShape(text: string, start: number, end: number): number {
  if (end - start > 8) {
    const head = text.slice(start, Math.min(end, start + LONGEST_ADDRESS_HEAD))
    if (/^(?:https?:|www\.)/i.test(head)) return SHAPE.web
    if (head.includes('@')) return SHAPE.mail
  }
  if (!isUpper(text, start)) return SHAPE.lower
  if (end - start === 1) return SHAPE.capital
  if (text.charCodeAt(end - 1) === 0x2e) return end - start === 2 ? SHAPE.initial : SHAPE.abbreviation
  const last = classAt(text, end - 1) === LETTER ? end - 1 : end - 2
  if (isLower(text, last)) return isLower(text, start + 1) ? SHAPE.title : SHAPE.mixed
  return isUpper(text, start + 1) ? SHAPE.upper : SHAPE.mixed
}

/** True for what has letters or digits, false for signs. */
export const isWordShape = (shape: number): boolean =>
  shape <= SHAPE.number || (shape >= SHAPE.numberedStop && shape <= SHAPE.abbreviation)

/** True for ".", "!", "?" and what is written with several of them: "..." */
export const isStopShape = (shape: number): boolean =>
  isSingleStopShape(shape) || (shape > FIRST_RUN && shape <= FIRST_RUN + 3)

/** True for one ".", "!" or "?". */
export const isSingleStopShape = (shape: number): boolean => shape >= FIRST_SIGN && shape < FIRST_SIGN + 3

export const COMMA_SHAPE = FIRST_SIGN + SIGNS.indexOf(',')
