import type { Value } from '../../../src/server/contract/answers.ts'
import { edtfWords } from './edtfWords.ts'

/** `doubt`: what speaks against it, besides other sources. */
interface ValueWords {
  readonly main: string
  readonly quoted?: string
  /** what was counted, where neither says so: "soldiers" */
  readonly of?: string
  readonly doubt?: string
}

/** A value for the eye: what it comes to, and the words of the report where they say more or less than that. */
export function valueWords(value: Value, label: string): ValueWords {
  switch (value.type) {
    case 'interval':
      if (value.edtf === '') return { main: value.phrase }
      return beside(edtfWords(value.edtf), value.phrase)
    case 'count': {
      const { low, best, high, words, of } = value
      if (low === high) return { main: number(best), ...(of === undefined ? {} : { of }) }
      const counted = of === undefined || words.toLowerCase().includes(of.toLowerCase()) ? {} : { of }
      if (high === null)
        return {
          main: best > low ? `${number(low)}+, some ${number(best)}` : `${number(low)}+`,
          quoted: words,
          ...counted,
        }
      return { main: `${number(low)}–${number(high)}`, quoted: words, ...counted }
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

/** The words of the report, where they are others: not “2015” beside 2015. */
const beside = (main: string, quoted: string): ValueWords =>
  quoted.toLowerCase() === main.toLowerCase() ? { main } : { main, quoted }

const number = (value: number): string => value.toLocaleString('en')
const km = (value: number): string => `${number(Math.round(value))} km`
