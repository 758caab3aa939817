import type { Value } from '../../../src/server/contract/answers.ts'
import { edtfWords } from './edtfWords.ts'

/** `doubt`: what speaks against it, besides other sources. */
interface ValueWords {
  readonly main: string
  readonly quoted?: string
  readonly doubt?: string
}

/** A value for the eye: what it comes to, and the words of the report where they say more or less than that. */
export function valueWords(value: Value, label: string): ValueWords {
  switch (value.type) {
    case 'interval':
      if (value.edtf === '') return { main: value.phrase }
      return { main: edtfWords(value.edtf), quoted: value.phrase }
    case 'count': {
      const { low, best, high, words } = value
      if (low === high) return { main: number(best) }
      if (high === null)
        return { main: best > low ? `${number(low)}+, some ${number(best)}` : `${number(low)}+`, quoted: words }
      return { main: `${number(low)}–${number(high)}`, quoted: words }
    }
    case 'distance':
      return { main: `${number(Math.round(value.km * 10) / 10)} km`, quoted: value.words }
    case 'place': {
      const { contradicts } = value
      if (contradicts === undefined) return { main: label }
      const { of, statedKm, mapKm } = contradicts
      return { main: label, doubt: `the report has it ${km(statedKm)} from ${of}, the map ${km(mapKm)}` }
    }
    default:
      return { main: label }
  }
}

const number = (value: number): string => value.toLocaleString('en')
const km = (value: number): string => `${number(Math.round(value))} km`
