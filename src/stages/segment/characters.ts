/** What a character is to the tokeniser. Kept as a table for ASCII and Latin-1, and asked of Unicode beyond. */
export const BLANK = 0
export const LETTER = 1
export const DIGIT = 2
export const OTHER = 3

const WORD_LETTER = /[\p{L}\p{M}\p{Nl}]/u
const WORD_DIGIT = /\p{N}/u
/** White space, control characters, and marks without width that only set the direction of the text. */
const NOTHING = /[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
/** Without width, but inside a word: soft hyphen, joiners. */
const INSIDE = /[\u00AD\u200C\u200D]/

const classify = (character: string): number => {
  if (NOTHING.test(character)) return BLANK
  if (INSIDE.test(character) || WORD_LETTER.test(character)) return LETTER
  return WORD_DIGIT.test(character) ? DIGIT : OTHER
}

const TABLE = Uint8Array.from({ length: 0x600 }, (_, code) => classify(String.fromCharCode(code)))

/** Classes of the characters beyond the table plus one, 0 until they are asked for. */
const FURTHER = new Uint8Array(0x10000)

/** The class of the character at `at`; a half of a surrogate pair counts as what the pair is, a lone one as OTHER. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < TABLE.length) return TABLE[code]
  if (Number.isNaN(code)) return BLANK
  if (code >= 0xd800 && code <= 0xdfff) return classOfHalf(text, code < 0xdc00 ? at : at - 1)
  if (FURTHER[code] === 0) FURTHER[code] = classify(text[at]) + 1
  return FURTHER[code] - 1
}

/** The class of the surrogate pair that begins at `at`. */
function classOfHalf(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0
  return point > 0xffff ? classify(String.fromCodePoint(point)) : OTHER
}

/** True for the straight and the curly apostrophe and what is typed in their place. */
export const isApostrophe = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x60 || code === 0xb4 || code === 0x2018

/** True for a letter that has a lower case other than itself. */
export function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return code >= 65 && code <= 90
  const character = text[at]
  return character !== character.toLowerCase()
}

/** True for a letter that has an upper case other than itself. */
export function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return code >= 97 && code <= 122
  const character = text[at]
  return character !== character.toUpperCase()
}

export function isWordAt(text: string, at: number): boolean {
  const kind = classAt(text, at)
  return kind === LETTER || kind === DIGIT
}

export const lowered = (text: string, from: number, to: number): string => text.slice(from, to).toLowerCase()
