import type { Atom } from './Atom.ts'

/** How many: "three", "2 1/2", "a couple of", "several", "two to three". */
export interface Quantity {
  /** undefined where the text does not say: "several", "a few" */
  readonly count: number | undefined
  /** the upper end of "two to three", "12 or 13" */
  readonly high?: number
  /** it is "a", "an" or "one" */
  readonly single?: boolean
  /** written as digits or a number word, not as an article */
  readonly counted: boolean
}

export interface Found<Value> {
  readonly end: number
  readonly value: Value
}

/** No number is written in more words than these; bounds the work on texts that are nothing but numbers. */
const LONGEST = 12

export const startsQuantity = ({ kind, word, entry }: Atom): boolean =>
  kind === 'number' ||
  (kind === 'word' &&
    (entry?.number !== undefined ||
      entry?.scale !== undefined ||
      entry?.vague === true ||
      word === 'a' ||
      word === 'an' ||
      word === 'half' ||
      word === 'another' ||
      word === 'couple'))

/** Reads the number at `at`, with what may follow it: "and a half", "to three", "or so". */
export function readQuantity(atoms: readonly Atom[], at: number): Found<Quantity> | undefined {
  const first = readAmount(atoms, at)
  if (first === undefined || first.value.count === undefined) return first
  const { word } = atoms[first.end]
  const ranged = word === 'to' || word === 'or' ? first.end + 1 : atoms[first.end].joined ? first.end : -1
  if (ranged < 0 || !first.value.counted) return first
  const second = isCardinal(atoms[ranged]) ? readCardinal(atoms, ranged) : undefined
  return second === undefined || second.value <= first.value.count
    ? first
    : { end: second.end, value: { ...first.value, high: second.value, single: false } }
}

function readAmount(atoms: readonly Atom[], at: number): Found<Quantity> | undefined {
  const atom = atoms[at]
  const { word } = atom
  if (word === 'a' || word === 'an' || word === 'another' || word === 'half' || word === 'couple') {
    return readArticle(atoms, at)
  }
  if (atom.entry?.vague === true) {
    const scale = atoms[at + 1].entry?.scale
    return { end: scale === undefined ? at + 1 : at + 2, value: { count: undefined, counted: true } }
  }
  const cardinal = readCardinal(atoms, at)
  if (cardinal === undefined) return undefined
  const value = (count: number): Quantity => ({ count, single: count === 1, counted: true })
  const fraction = readFraction(atoms, cardinal.end)
  return fraction === undefined
    ? { end: cardinal.end, value: value(cardinal.value) }
    : { end: fraction.end, value: value(cardinal.value + fraction.value) }
}

/** "a", "a few", "a couple of", "a dozen", "half a", "a half", "another two". */
function readArticle(atoms: readonly Atom[], at: number): Found<Quantity> {
  const word = (index: number): string => atoms[index].word
  const article = word(at) === 'a' || word(at) === 'an'
  if (word(at) === 'another') {
    const more = isCardinal(atoms[at + 1]) ? readAmount(atoms, at + 1) : undefined
    return more ?? { end: at + 1, value: { count: 1, single: true, counted: false } }
  }
  if (word(at) === 'half') {
    const end = word(at + 1) === 'a' || word(at + 1) === 'an' ? at + 2 : at + 1
    return { end, value: { count: 0.5, counted: true } }
  }
  const noun = article ? at + 1 : at
  if (word(noun) === 'couple') {
    return { end: word(noun + 1) === 'of' ? noun + 2 : noun + 1, value: { count: 2, counted: true } }
  }
  if (word(noun) === 'few') return { end: noun + 1, value: { count: undefined, counted: true } }
  if (word(noun) === 'half') return { end: noun + 1, value: { count: 0.5, counted: true } }
  if (word(noun) === 'good' && word(noun + 1) === 'many')
    return { end: noun + 2, value: { count: undefined, counted: true } }
  if (atoms[noun].entry?.scale !== undefined) {
    const cardinal = readCardinal(atoms, noun)
    if (cardinal !== undefined) return { end: cardinal.end, value: { count: cardinal.value, counted: true } }
  }
  return { end: noun, value: { count: 1, single: true, counted: false } }
}

/** "and a half", "1/2", "½". */
function readFraction(atoms: readonly Atom[], at: number): Found<number> | undefined {
  const word = (index: number): string => atoms[index]?.word ?? ''
  if (word(at) === 'and' && word(at + 1) === 'a' && word(at + 2) === 'half') return { end: at + 3, value: 0.5 }
  if (word(at) === 'and' && word(at + 1) === 'half') return { end: at + 2, value: 0.5 }
  const atom = atoms[at]
  if (atom.kind !== 'number') return undefined
  if (atom.value > 0 && atom.value < 1) return { end: at + 1, value: atom.value }
  const bottom = atoms[at + 2]
  return word(at + 1) === '/' && bottom?.kind === 'number' && bottom.value > atom.value
    ? { end: at + 3, value: atom.value / bottom.value }
    : undefined
}

const isCardinal = ({ kind, entry, suffix }: Atom): boolean =>
  (kind === 'number' && suffix === '') || entry?.number !== undefined || entry?.scale !== undefined

/** "210", "twenty-four", "a hundred and thirty million", "2.5 million". */
export function readCardinal(atoms: readonly Atom[], at: number): Found<number> | undefined {
  const { kind, value, suffix } = atoms[at]
  let end = at
  let total = 0
  let group = 0
  if (kind === 'number') {
    if (suffix !== '') return undefined
    group = value
    end = at + 1
  }
  for (; end < at + LONGEST; end++) {
    const { word, entry } = atoms[end]
    const linked = end > at && atoms[end - 1].entry?.scale !== undefined && atoms[end + 1]?.entry?.number !== undefined
    if (word === 'and' && linked) continue
    if (entry?.number !== undefined && entry.unit === undefined) {
      // "twenty four" is one number, "four twenty" is two
      const fits =
        group === 0 ||
        (group % 100 === 0 && group >= 100) ||
        (entry.number < 10 && group % 10 === 0 && entry.number > 0)
      if (!fits || kind === 'number') break
      group += entry.number
    } else if (entry?.scale !== undefined) {
      if (entry.scale >= 1000) {
        total += (group === 0 ? 1 : group) * entry.scale
        group = 0
      } else group = (group === 0 ? 1 : group) * entry.scale
    } else break
  }
  return end === at ? undefined : { end, value: total + group }
}

/** "a year and a half" */
export const withHalf = (quantity: Quantity, half: string | undefined): Quantity =>
  half === undefined || quantity.count === undefined ? quantity : { ...quantity, count: quantity.count + 0.5 }
