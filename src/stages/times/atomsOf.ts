import type { Sentence, Tag, Token } from '../../document/Layers.ts'
import type { Atom, ClockDigits, Entry } from './Atom.ts'

/**
 * One expression that finds every atom, each kind a group; the alternatives exclude each other by their first letter, so it never backs
 * up far. Groups with names would take longer than all the rest.
 */
const PIECE = new RegExp(
  [
    // 2015-07-06, 2015-07-06T10:35Z
    /(\d{4}-\d{2}-\d{2}(?![\d-])(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)/,
    // 24.06.2015: where the parts are set apart by stops, the day stands first
    /((?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]*\d))/,
    // 10:35, 22:05:30
    /(\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))/,
    // 1,200 · 2.5 · 1990 · 25th
    /(\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,12}\.\d{1,6}(?!\.?\d)|\d+)/,
    // p.m. · B.C.E.: single letters, each with its stop
    /(\p{L}\.(?:\p{L}\.){1,3}|[ap]\.m(?!\p{L})|[BA]\.[CD](?!\p{L}))/u,
    /(\p{L}[\p{L}\p{M}]*)/u,
    /([^\s\p{L}\d])/u,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'gu',
)

const HALVES: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }
const APOSTROPHES = new Set(["'", '’', '‘', '`', 'ʼ'])
const HYPHENS = new Set(['-', '‐', '‑', '–'])
const HALVES_OF_DAY = new Set(['am', 'pm'])
const SUFFIXES = new Set(['st', 'nd', 'rd', 'th', 's'])

type Fields = Omit<Atom, 'start' | 'end' | 'sentence' | 'joined' | 'glued' | 'clipped' | 'token' | 'xpos'>

const fields = (kind: Atom['kind'], word: string, more: Partial<Fields> = {}): Fields => ({
  kind,
  word,
  entry: undefined,
  value: 0,
  digits: 0,
  suffix: '',
  clock: undefined,
  capital: false,
  ...more,
})

function clockOf(text: string): ClockDigits | undefined {
  const [hour, minute, second] = text.split(':').map(Number)
  if (hour > 24 || minute > 59 || (second ?? 0) > 59) return undefined
  return second === undefined ? { hour, minute } : { hour, minute, second }
}

function isoOf(dotday: string): string {
  const [day, month, year] = dotday.split('.')
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function numberOf(text: string): Fields {
  const plain = text.includes(',') || text.includes('.') ? 0 : text.length
  return fields('number', text, { value: Number(text.replace(/,/g, '')), digits: plain })
}

/**
 * Cuts the sentences of a text into atoms. Works on the characters, not on the tokens of the document, so it does not
 * matter how hyphens and apostrophes were cut there.
 *
 *     mid-September 1990 · 5 p.m. EST · the '30s
 *     ^^^ ^^^^^^^^^ ^^^^   ^ ^^^^ ^^^   ^^^  ^^^
 */
export function atomsOf(
  text: string,
  { sentences, tokens, tags }: { sentences: readonly Sentence[]; tokens: readonly Token[]; tags: readonly Tag[] },
  entries: ReadonlyMap<string, Entry>,
): Atom[] {
  const atoms: Atom[] = []
  let token = 0
  for (let index = 0; index < sentences.length; index++) {
    const { start, end } = sentences[index]
    let before = -1
    let joined = false
    let clipped = false
    const push = (from: number, to: number, what: Fields): void => {
      while (token < tokens.length && tokens[token].end <= from) token++
      const xpos = tags[token]?.xpos ?? ''
      const glued = from === before
      // "9 a.m. Tuesday" is one expression even where a sentence was thought to end
      if (atoms.at(-1)?.kind === 'break' && HALVES_OF_DAY.has(atoms.at(-2)?.word ?? '')) {
        const { weekday, month, zone } = what.entry ?? {}
        if (weekday !== undefined || month !== undefined || zone !== undefined) atoms.pop()
      }
      atoms.push({ ...what, start: from, end: to, sentence: index, joined, glued, clipped, token, xpos })
      before = to
      joined = false
      clipped = false
    }
    PIECE.lastIndex = start
    for (let match = PIECE.exec(text); match !== null && match.index < end; match = PIECE.exec(text)) {
      const [piece, iso, dotday, clock, number, dotted, word] = match as (string | undefined)[] & [string]
      const from = match.index
      const to = from + piece.length
      const after = text[to] ?? ''
      if (word !== undefined) {
        const lower = piece.toLowerCase()
        const last = atoms.at(-1)
        // 25th, 1990s: the letters belong to the digits
        if (last?.end === from && last.kind === 'number' && last.digits > 0 && SUFFIXES.has(lower)) {
          atoms[atoms.length - 1] = { ...last, end: to, suffix: lower }
          before = to
          continue
        }
        const entry = entries.get(lower)
        const stop = after === '.' && entry?.abbreviated === true ? 1 : 0
        push(from, to + stop, fields('word', lower, { entry, capital: piece[0] !== lower[0] }))
        if (stop === 1) PIECE.lastIndex = to + 1
      } else if (number !== undefined) {
        push(from, to, numberOf(piece))
      } else if (clock !== undefined) {
        const digits = clockOf(piece)
        push(from, to, digits ? fields('clock', piece, { clock: digits }) : fields('mark', piece))
      } else if (iso !== undefined) {
        push(from, to, fields('iso', piece))
      } else if (dotday !== undefined) {
        push(from, to, fields('iso', isoOf(dotday)))
      } else if (dotted !== undefined) {
        const lower = piece.replace(/\./g, '').toLowerCase()
        push(from, to, fields('word', lower, { entry: entries.get(lower), capital: piece[0] !== lower[0] }))
      } else if (HYPHENS.has(piece) && from === before && /[\p{L}\d]/u.test(after)) {
        joined = true
        before = to
      } else if (APOSTROPHES.has(piece) && /\d/.test(after)) {
        clipped = true
        before = to
      } else if (APOSTROPHES.has(piece) && from === before && /\p{L}/u.test(after)) {
        // 's and n't start a word of their own
        before = to
      } else if (HALVES[piece] !== undefined) {
        push(from, to, fields('number', piece, { value: HALVES[piece] }))
      } else {
        push(from, to, fields('mark', piece))
      }
    }
    atoms.push({ ...BREAK, start: end, end, sentence: index, token })
  }
  return atoms
}

const BREAK: Atom = {
  ...fields('break', ''),
  start: 0,
  end: 0,
  sentence: 0,
  token: 0,
  xpos: '',
  joined: false,
  glued: false,
  clipped: false,
}
