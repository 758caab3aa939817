import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTimesLexicon } from './TimesLexicon.ts'

const file = 'vocabulary/lexicons/times.json'
const json = readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8')

describe('the words of time', () => {
  it('are read from their file', () => {
    expect(parseTimesLexicon(json, file).months['sept']).toBe(9)
  })

  it('a month that is none is named with file and key', () => {
    expect(() => parseTimesLexicon(json.replace('"january": 1', '"january": 13'), file)).toThrow(
      /times\.json.*months > january/,
    )
  })
})
