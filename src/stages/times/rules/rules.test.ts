import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTimesLexicon } from '../../../vocabulary/TimesLexicon.ts'
import { atomsOf } from '../atomsOf.ts'
import { entriesOf } from '../entriesOf.ts'
import { Recogniser } from '../Recogniser.ts'
import { spanEnd } from '../Rule.ts'
import { allRules } from './allRules.ts'

const file = 'vocabulary/lexicons/times.json'
const root = join(import.meta.dirname, '..', '..', '..', '..')
const entries = entriesOf(parseTimesLexicon(readFileSync(join(root, file), 'utf8'), file))

/** What one rule alone, or all together, find in a sentence. */
function found(sentence: string, rules: readonly (typeof allRules)[number][]): { rule: string; phrase: string }[] {
  const whole = { start: 0, end: sentence.length, from: 0, to: 0, paragraph: 0 }
  const atoms = atomsOf(sentence, { sentences: [whole], tokens: [], tags: [] }, entries)
  return new Recogniser(rules).matchesIn(atoms).map((match) => ({
    rule: match.rule.name,
    phrase: sentence.slice(atoms[match.from].start, atoms[spanEnd(match) - 1].end),
  }))
}

describe('every rule', () => {
  it('has a name of its own', () => {
    expect(new Set(allRules.map(({ name }) => name)).size).toBe(allRules.length)
  })

  for (const rule of allRules) {
    const phrases = [...rule.example.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1])
    const example = rule.example.replace(/[[\]]/g, '')
    it(`${rule.name} finds its example: ${rule.example}`, () => {
      expect(phrases).not.toEqual([])
      const phrasesFound = found(example, [rule]).map(({ phrase }) => phrase)
      expect(phrasesFound.length).toBeGreaterThan(0)
      for (const phrase of phrasesFound) expect(phrases).toContain(phrase)
    })
    it(`${rule.name} finds nothing in its near-miss: ${rule.nearMiss}`, () => {
      expect(found(rule.nearMiss, [rule])).toEqual([])
    })
    it(`${rule.name}: all rules together read the same phrase`, () => {
      const all = found(example, allRules).map(({ phrase }) => phrase)
      for (const phrase of phrases) expect(all).toContain(phrase)
    })
  }
})
