import type { Distance } from '../../model/Value.ts'
import { type DistanceUnit, type QuantityWords, DistanceUnit as Units } from '../../vocabulary/QuantityWords.ts'
import { Phrases } from './Phrases.ts'
import type { RangeReader } from './readRange.ts'
import type { Surroundings } from './Surroundings.ts'

/** Kilometres of one unit. The international yard and mile (1959), the international nautical mile (1929). */
const KILOMETRES: Record<DistanceUnit, number> = {
  km: 1,
  m: 0.001,
  mi: 1.609344,
  nmi: 1.852,
  ft: 0.0003048,
  yd: 0.0009144,
}

export const kilometres = ({ amount, unit }: Stated): number => Math.round(amount * KILOMETRES[unit] * 1000) / 1000

export type Stated = Distance['stated'][number]

export interface ReadDistance {
  readonly stated: Stated[]
  readonly to: number
}

/** "60km", "1.5mi"; "500m" only where the words are cut so: it may be a million. */
const GLUED = /^([\d,]+(?:\.\d+)?)(km|kms|mi|ft|yd)$/
const SMALL: ReadonlySet<DistanceUnit> = new Set(['m', 'ft', 'yd'])
/** Units that an article counts: "a mile from the gate"; "a yard", "a foot" and "a meter" are things. */
const ONE_OF: ReadonlySet<DistanceUnit> = new Set(['km', 'mi', 'nmi'])
const ONWARD =
  /^(from|away|off|outside|inside|down|up|further|farther|beyond|north|south|east|west|north\w+|south\w+|inland|offshore)$/
/** Rounded figures differ by this much: "60 miles (100 kilometers)" by 4 %. */
const ROUNDING = 0.15

/**
 * Reads distances: "60 miles (100 kilometers)", "2,000 meters", "10 to 15 km", "half a mile", "a few miles", "a 60-mile
 * road". Not areas ("30 square miles"), heights ("300 feet high", "a 300-foot tower"), lengths ("three feet of water"),
 * nor speeds ("60 miles per hour"). What takes two hours to drive is no distance: it depends on the road.
 */
export function createDistanceReader(lexicon: QuantityWords, readRange: RangeReader) {
  const units = new Phrases(Units.options.flatMap((unit) => lexicon.units[unit].map((words) => [words, unit] as const)))
  const fractions = new Phrases(
    lexicon.shares.flatMap(({ words, of }) => (typeof of === 'number' ? [[words, of] as const] : [])),
  )
  const notBefore = new Set(lexicon.notDistance.before)
  const notAfter = new Phrases(lexicon.notDistance.after.map((words) => [words, true]))
  const journeys = new Set(lexicon.notDistance.journeys)

  /** "half a mile", "a quarter of a mile", "half-mile" */
  function fraction(words: readonly string[], at: number): { stated: Stated; to: number } | undefined {
    const part = fractions.at(words, at)
    if (!part) return undefined
    let to = at + part.length
    if (words[to] === 'of' || words[to] === '-') to++
    if (words[to] === 'a' || words[to] === 'an') to++
    const unit = units.at(words, to)
    return unit && { stated: { amount: part.value, unit: unit.value }, to: to + unit.length }
  }

  /** "a mile from the gate", "a mile and a half away" */
  function single(words: readonly string[], at: number): { stated: Stated; to: number } | undefined {
    if (words[at] !== 'a') return undefined
    const unit = units.at(words, at + 1)
    if (!unit || !ONE_OF.has(unit.value)) return undefined
    const end = at + 1 + unit.length
    const half = words[end] === 'and' && words[end + 1] === 'a' && words[end + 2] === 'half' ? 3 : 0
    if (!half && !ONWARD.test(words[end] ?? '')) return undefined
    return { stated: { amount: half ? 1.5 : 1, unit: unit.value }, to: end + half }
  }

  function one({ words, xpos, joined }: Surroundings, at: number): { stated: Stated; to: number } | undefined {
    const [, digits, glued] = GLUED.exec(words[at]?.length < 24 ? words[at] : '') ?? []
    if (digits) {
      const unit = units.at([glued], 0)
      return unit && { stated: { amount: Number(digits.replaceAll(',', '')), unit: unit.value }, to: at + 1 }
    }
    const whole = fraction(words, at) ?? single(words, at)
    if (whole) return whole
    const number = readRange(words, xpos, at)
    if (!number || number.amount.high === null) return undefined
    const link = words[number.to] === '-' || words[number.to] === 'of' ? 1 : 0
    const at2 = number.to + link
    const unit = units.at(words, at2)
    if (!unit) return undefined
    const to = at2 + unit.length
    // "1.2m refugees" are a million and more.
    if (words[at2] === 'm' && joined[at2] && /^NNP?S$/.test(xpos[to] ?? '')) return undefined
    // "a 300-foot tower", "a 10-metre hole"
    if (words[number.to] === '-' && SMALL.has(unit.value) && !journeys.has(words[to])) return undefined
    return { stated: { amount: number.amount.best, unit: unit.value }, to }
  }

  /** `within` where words say that it is the reach and not the length: "within 5 km of the airport". */
  return function readDistance(around: Surroundings, at: number, within: boolean): ReadDistance | undefined {
    const { words, joined, sentence } = around
    const first = one(around, at)
    if (!first || first.to > sentence.to) return undefined
    const { unit } = first.stated
    const before = words[at - 1] ?? ''
    if (notBefore.has(before) || notBefore.has(`${words[at - 2] ?? ''} ${before}`)) return undefined
    if (unit === 'ft' && /^(at|to)$/.test(before)) return undefined
    if (notAfter.at(words, first.to)) return undefined
    // "one M-60 machine gun"
    if (/^[-–]$/.test(words[first.to] ?? '') && joined[first.to]) return undefined
    // "three feet of water", "20 miles of road"
    if (words[first.to] === 'of' && !within) return undefined
    // "60 miles (100 kilometers)", "60 miles / 100 km"
    const [open, close] = [words[first.to], words[first.to] === '(' ? 1 : 0]
    if (open === '(' || open === '/') {
      const about = /^(about|around|roughly|some|nearly)$/.test(words[first.to + 1] ?? '') ? 1 : 0
      const second = one(around, first.to + 1 + about)
      if (second && (close === 0 || words[second.to] === ')') && second.to + close <= sentence.to) {
        const to = second.to + close
        return notAfter.at(words, to) ? undefined : { stated: [first.stated, second.stated], to }
      }
    }
    return { stated: [first.stated], to: first.to }
  }
}

/** "60 miles (10 kilometers)": two units that are not the same distance, whichever of them was rounded. */
export function disagree([a, b]: readonly Stated[]): boolean {
  if (b === undefined) return false
  const [first, second] = [a.amount * KILOMETRES[a.unit], b.amount * KILOMETRES[b.unit]]
  const apart = Math.abs(first - second)
  return apart > ROUNDING * Math.max(first, second) && apart > roundingOf(a) + roundingOf(b)
}

/** Half of what the last figure written stands for, in kilometres: "a mile (2 km)" is no contradiction. */
function roundingOf({ amount, unit }: Stated): number {
  const step = amount >= 100 ? 10 : amount >= 1 && Number.isInteger(amount) ? 1 : 0.1
  return (step / 2) * KILOMETRES[unit]
}
