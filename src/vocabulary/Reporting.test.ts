import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AscribeError } from '../base/AscribeError.ts'
import { Act } from '../model/Attribution.ts'
import { parseActs } from './Acts.ts'
import { Icd203, parseCertaintyWords } from './CertaintyWords.ts'
import { parseReportingNouns } from './ReportingNouns.ts'
import { parseReportingVerbs } from './ReportingVerbs.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../vocabulary', file), 'utf8')

describe('the words of reporting', () => {
  it('has a term for every act', () => {
    expect(Object.keys(parseActs(read('acts.json'), 'acts.json')).sort()).toEqual([...Act.options].sort())
  })

  it('has every word of ICD 203', () => {
    const words = parseCertaintyWords(read('lexicons/certainty-words.json'), 'certainty-words.json')
    const mapped = new Set([...words.values()].flatMap((readings) => readings.map(({ icd203 }) => icd203)))
    expect(Icd203.options.filter((word) => !mapped.has(word))).toEqual([])
  })

  it('tells verbs that report from those that only govern', () => {
    const verbs = parseReportingVerbs(read('lexicons/reporting-verbs.json'), 'reporting-verbs.json')
    expect(verbs.get('deny')).toMatchObject({ act: 'denies', polarity: 'denied' })
    expect(verbs.get('manage')).toMatchObject({ signature: '+/-' })
    expect(verbs.get('manage')?.act).toBeUndefined()
    const nouns = parseReportingNouns(read('lexicons/reporting-nouns.json'), 'reporting-nouns.json')
    expect(nouns.phrases.get('according to')?.act).toBe('says')
  })

  it('names file and key of what is wrong, with a remedy', () => {
    const wrong = '{"say": {"act": "sings", "takes": [], "signature": "o/o"}}'
    expect(() => parseReportingVerbs(wrong, 'verbs.json')).toThrow(/verbs\.json: 'say > act'/)
    expect(() => parseReportingVerbs('{', 'verbs.json')).toThrow(AscribeError)
  })
})
