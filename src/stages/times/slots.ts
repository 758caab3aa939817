import type { HolidayDay } from '../../vocabulary/TimesLexicon.ts'
import type { Atom } from './Atom.ts'
import type { DayPart, Season, Unit } from './Moment.ts'
import { type Found, type Quantity, readCardinal, readQuantity, startsQuantity } from './readQuantity.ts'

/** A time of day; `zone` is its offset from UTC where one was named. */
export interface ClockTime {
  readonly hour: number
  readonly minute?: number
  readonly second?: number
}

export interface UnitWord {
  readonly unit: Unit
  readonly plural: boolean
}

export interface WeekdayWord {
  readonly weekday: number
  readonly plural: boolean
}

export interface PartWord {
  readonly part: DayPart
  readonly plural: boolean
}

/** What each slot of a pattern yields. */
export interface SlotValues {
  /** how many */
  n: Quantity
  unit: UnitWord
  month: number
  /** day of the month */
  day: number
  year: number
  weekday: WeekdayWord
  season: Season
  part: PartWord
  /** ordinal: third, 20th */
  ord: number
  clock: ClockTime
  zone: string
  /** "Moscow" in "7:30 Moscow time": its offset, empty where that changes */
  townzone: string
  holiday: HolidayDay
  /** first year of a decade; below 100 where the century is not said */
  decade: number
  /** ISO 8601 date or date-time, as written */
  iso: string
  /** a whole number in one or two digits */
  num: number
  /** a whole number, digits or words */
  whole: number
  hijrimonth: number
}

export type SlotName = keyof SlotValues

/** The slots of one match by name; a second slot of a kind has a 2 behind it. */
export type Slots = { [Name in SlotName as Name | `${Name}2`]?: SlotValues[Name] }

export interface Captures {
  slots: Slots
  said: Record<string, string | undefined>
}

interface Slot<Value> {
  /** A cheap look at the first atom. */
  starts(atom: Atom): boolean
  read(atoms: readonly Atom[], at: number): Found<Value> | undefined
}

/** "may" and "sat" are times only with a capital. */
const isNamed = ({ entry, capital }: Atom): boolean => entry?.capitalised !== true || capital

const isOrdinal = ({ kind, suffix }: Atom): boolean => kind === 'number' && suffix !== '' && suffix !== 's'

function readOrdinal(atoms: readonly Atom[], at: number): Found<number> | undefined {
  const atom = atoms[at]
  if (isOrdinal(atom)) return { end: at + 1, value: atom.value }
  if (atom.entry?.ordinal !== undefined) return { end: at + 1, value: atom.entry.ordinal }
  // twenty-first
  const tens = atom.entry?.number
  const ones = atoms[at + 1]?.entry?.ordinal
  return tens !== undefined && tens >= 20 && ones !== undefined && ones < 10
    ? { end: at + 2, value: tens + ones }
    : undefined
}

const startsOrdinal = (atom: Atom): boolean =>
  isOrdinal(atom) || atom.entry?.ordinal !== undefined || (atom.entry?.number ?? 0) >= 20

/** Two words of a spelled year: nineteen ninety-four, twenty fifteen; two thousand (and) five. */
function readYear(atoms: readonly Atom[], at: number): Found<number> | undefined {
  const { kind, value, digits, suffix, clipped, entry } = atoms[at]
  if (kind === 'number') {
    if (suffix !== '') return undefined
    if (digits === 4 && value >= 1000 && value <= 2200) return { end: at + 1, value }
    if (clipped && digits === 2) return { end: at + 1, value }
    return undefined
  }
  const head = entry?.number
  if (head === undefined) return undefined
  if (head === 2 && atoms[at + 1].word === 'thousand') {
    const whole = readCardinal(atoms, at)
    return whole !== undefined && whole.value < 2100 ? { end: whole.end, value: whole.value } : undefined
  }
  const tail = head >= 11 && head <= 20 ? readCardinal(atoms, at + 1) : undefined
  return tail !== undefined && tail.value >= 10 && tail.value < 100 && atoms[at + 1].entry?.number !== undefined
    ? { end: tail.end, value: head * 100 + tail.value }
    : undefined
}

function readDay(atoms: readonly Atom[], at: number): Found<number> | undefined {
  const atom = atoms[at]
  const whole = atom.kind === 'number' && atom.suffix === '' && atom.digits > 0 && atom.digits <= 2
  const found = whole ? { end: at + 1, value: atom.value } : readOrdinal(atoms, at)
  return found !== undefined && found.value >= 1 && found.value <= 31 ? found : undefined
}

/** Reads "am" or "pm" at `at` and puts the hour into it. */
function withHalf(atoms: readonly Atom[], at: number, hour: number, minute = 0): Found<ClockTime> | undefined {
  const { word } = atoms[at]
  if ((word !== 'am' && word !== 'pm') || hour > 12 || hour < 1) return undefined
  return { end: at + 1, value: { hour: (hour % 12) + (word === 'pm' ? 12 : 0), minute } }
}

function readClock(atoms: readonly Atom[], at: number): Found<ClockTime> | undefined {
  const atom = atoms[at]
  const after = atoms[at + 1]
  if (atom.kind === 'clock' && atom.clock !== undefined) {
    const { hour, minute, second } = atom.clock
    const half = withHalf(atoms, at + 1, hour, minute)
    if (half !== undefined) return second === undefined ? half : { ...half, value: { ...half.value, second } }
    return { end: after.word === 'hours' || after.word === 'hrs' ? at + 2 : at + 1, value: atom.clock }
  }
  if (atom.kind === 'number') {
    // 10.30 pm
    const [hour, minute] = atom.word.split('.').map(Number)
    if (minute !== undefined)
      return atom.word.length <= 5 && minute < 60 ? withHalf(atoms, at + 1, hour, minute) : undefined
    if (atom.digits > 0 && atom.digits <= 2)
      return withHalf(atoms, at + 1, atom.value) ?? readHourOfClock(atoms, at, atom.value)
    // 0735 GMT, 1400 hours
    const military = atom.digits === 4 && atom.value < 2400 && atom.value % 100 < 60
    const value = { hour: Math.floor(atom.value / 100), minute: atom.value % 100 }
    if (!military) return undefined
    if (after.word === 'hours' || after.word === 'hrs') return { end: at + 2, value }
    return after.entry?.zone !== undefined && isNamed(after) ? { end: at + 1, value } : undefined
  }
  if (atom.word === 'noon') return { end: at + 1, value: { hour: 12 } }
  if (atom.word === 'midnight') return { end: at + 1, value: { hour: 24 } }
  const hour = atom.entry?.number
  return hour === undefined ? undefined : (withHalf(atoms, at + 1, hour) ?? readHourOfClock(atoms, at, hour))
}

/** five o'clock */
const readHourOfClock = (atoms: readonly Atom[], at: number, hour: number): Found<ClockTime> | undefined =>
  atoms[at + 1].word === 'o' && atoms[at + 2]?.word === 'clock' && hour <= 24
    ? { end: at + 3, value: { hour } }
    : undefined

/** GMT, EST, UTC+3, GMT-05:00. */
function readZone(atoms: readonly Atom[], at: number): Found<string> | undefined {
  const zone = atoms[at].entry?.zone
  if (zone === undefined || !atoms[at].capital) return undefined
  const sign = atoms[at + 1].word === '+' ? '+' : atoms[at + 1].joined ? '-' : undefined
  const hours = atoms[sign === '+' ? at + 2 : at + 1]
  if (zone !== 'Z' || sign === undefined || hours === undefined) return { end: at + 1, value: zone }
  const end = sign === '+' ? at + 3 : at + 2
  const { hour, minute } = hours.clock ?? { hour: hours.value, minute: 0 }
  const fits = (hours.kind === 'clock' || hours.digits === 1 || hours.digits === 2) && hour <= 14
  return fits
    ? { end, value: `${sign}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` }
    : { end: at + 1, value: zone }
}

function readNamed<Value>(
  atoms: readonly Atom[],
  at: number,
  names: readonly { readonly words: readonly string[]; readonly value: Value }[] | undefined,
): Found<Value> | undefined {
  const name = names?.find(({ words }) => words.every((word, index) => atoms[at + index]?.word === word))
  return name && { end: at + name.words.length, value: name.value }
}

/** A slot that is one word of the lexicon. */
const single = <Value>(valueFrom: (atom: Atom) => Value | undefined): Slot<Value> => ({
  starts: (atom) => valueFrom(atom) !== undefined,
  read(atoms, at) {
    const value = valueFrom(atoms[at])
    return value === undefined ? undefined : { end: at + 1, value }
  },
})

export const SLOTS: { readonly [Name in SlotName]: Slot<SlotValues[Name]> } = {
  n: { starts: startsQuantity, read: readQuantity },
  unit: single(({ entry }) => entry?.unit && { unit: entry.unit, plural: entry.plural === true }),
  month: single((atom) => (isNamed(atom) ? atom.entry?.month : undefined)),
  day: { starts: (atom) => atom.kind === 'number' || startsOrdinal(atom), read: readDay },
  year: { starts: ({ kind, entry }) => kind === 'number' || entry?.number !== undefined, read: readYear },
  weekday: single((atom) =>
    atom.entry?.weekday !== undefined && isNamed(atom)
      ? { weekday: atom.entry.weekday, plural: atom.entry.plural === true }
      : undefined,
  ),
  season: single(({ entry }) => entry?.season),
  part: single(({ entry }) => entry?.part && { part: entry.part, plural: entry.plural === true }),
  ord: { starts: startsOrdinal, read: readOrdinal },
  clock: {
    starts: ({ kind, word, entry }) =>
      kind === 'clock' || kind === 'number' || word === 'noon' || word === 'midnight' || entry?.number !== undefined,
    read: readClock,
  },
  townzone: single(({ entry, capital }) => (capital ? entry?.townZone : undefined)),
  zone: { starts: (atom) => atom.entry?.zone !== undefined && atom.capital, read: readZone },
  holiday: {
    starts: ({ entry }) => entry?.holidays !== undefined,
    read: (atoms, at) =>
      atoms[at].capital || atoms[at].word === 'the'
        ? readNamed(
            atoms,
            at,
            atoms[at].entry?.holidays?.map(({ words, on }) => ({ words, value: on })),
          )
        : undefined,
  },
  decade: single(({ kind, value, digits, suffix, clipped, entry }) => {
    if (entry?.decade !== undefined) return entry.decade
    if (kind !== 'number' || suffix !== 's' || value % 10 !== 0) return undefined
    if (digits === 4 && value >= 1000 && value <= 2200) return value
    return digits === 2 && (clipped || value >= 20) ? value : undefined
  }),
  iso: single(({ kind, word }) => (kind === 'iso' ? word : undefined)),
  num: single(({ kind, value, digits, suffix }) =>
    kind === 'number' && suffix === '' && digits > 0 && digits <= 2 ? value : undefined,
  ),
  whole: {
    starts: ({ kind, entry }) => kind === 'number' || entry?.number !== undefined,
    read: readCardinal,
  },
  hijrimonth: {
    starts: ({ entry }) => entry?.hijriMonths !== undefined,
    read: (atoms, at) =>
      readNamed(
        atoms,
        at,
        atoms[at].entry?.hijriMonths?.map(({ words, month }) => ({ words, value: month })),
      ),
  },
}

export const isSlot = (name: string): name is SlotName => name in SLOTS
