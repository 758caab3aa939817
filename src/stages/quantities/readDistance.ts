import type { Distance } from '../../model/Value.ts'
import { type DistanceUnit, type QuantityWords, DistanceUnit as Units } from '../../vocabulary/QuantityWords.ts'
import { Phrases } from './Phrases.ts'
import type { ReadNumber } from './readNumber.ts'

/** Kilometres of one unit. The international yard and mile (1959), the international nautical mile (1929). */
const KILOMETRES: Record<DistanceUnit, number> = {
  km: 1,
  m: 0.001,
  mi: 1.609344,
  nmi: 1.852,
  ft: 0.0003048,
  yd: 0.0009144,
}

export const kilometres = (amount: number, unit: DistanceUnit): number =>
  Math.round(amount * KILOMETRES[unit] * 1000) / 1000

export type Stated = Distance['stated'][number]
type ReadNumberAt = (words: readonly string[], at: number) => ReadNumber | undefined

/** "60km", "1.5m"; the metre only where it is not a million. */
const GLUED = /^([\d,]+(?:\.\d+)?)(km|kms|mi|ft|yd)$/

/**
 * Reads distances: "60 miles (100 kilometers)", "2,000 meters", "a 60-mile road", "80km". Not areas ("30 square miles"), nor
 * speeds ("60 miles per hour", "90 km/h").
 */
export function createDistanceReader(lexicon: QuantityWords, readNumber: ReadNumberAt) {
  const units = new Phrases(Units.options.flatMap((unit) => lexicon.units[unit].map((words) => [words, unit] as const)))

  function one(words: readonly string[], at: number): { stated: Stated; to: number } | undefined {
    const [, digits, glued] = GLUED.exec(words[at]?.length < 24 ? words[at] : '') ?? []
    if (digits) {
      const unit = units.at([glued], 0)
      return unit && { stated: { amount: Number(digits.replaceAll(',', '')), unit: unit.value }, to: at + 1 }
    }
    const number = readNumber(words, at)
    if (!number || number.amount.high === null) return undefined
    const hyphen = words[number.to] === '-' ? 1 : 0
    const unit = units.at(words, number.to + hyphen)
    if (!unit) return undefined
    const to = number.to + hyphen + unit.length
    if (/^(per|an|a|\/)$/.test(words[to] ?? '') && /^(hour|h|second|s|minute)$/.test(words[to + 1] ?? ''))
      return undefined
    return { stated: { amount: number.amount.best, unit: unit.value }, to }
  }

  return function readDistance(words: readonly string[], at: number): { stated: Stated[]; to: number } | undefined {
    const first = one(words, at)
    if (!first) return undefined
    // "60 miles (100 kilometers)", "60 miles / 100 km"
    const [open, close] = [words[first.to], words[first.to] === '(' ? 1 : 0]
    if (open === '(' || open === '/') {
      const about = /^(about|around|roughly|some|nearly)$/.test(words[first.to + 1] ?? '') ? 1 : 0
      const second = one(words, first.to + 1 + about)
      if (second && (close === 0 || words[second.to] === ')')) {
        return { stated: [first.stated, second.stated], to: second.to + close }
      }
    }
    return { stated: [first.stated], to: first.to }
  }
}
