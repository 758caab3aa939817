import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAnonymity, parseAnonymityTerms } from './Anonymity.ts'
import { parseAttributionWordLists } from './AttributionWords.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../vocabulary', file), 'utf8')
const { phrases: patterns, any } = parseAnonymity(read('anonymity.json'), 'anonymity.json')
const found = (text: string) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([words]) => words))

describe('the phrases of anonymity', () => {
  it.each(Object.entries(parseAnonymityTerms(read('anonymity.json'), 'anonymity.json')))(
    '%s: found in its examples, not in its near-miss',
    (_, { examples, nearMiss }) => {
      expect(examples.filter((example) => found(example).length === 0)).toEqual([])
      expect(found(nearMiss)).toEqual([])
    },
  )

  it('are told from other words at one look', () => {
    expect(any.test('A nurse asked not to be named.')).toBe(true)
    expect(any.test('The board asked her to name the ship.')).toBe(false)
  })

  it('take in the reason', () => {
    expect(found('She asked not to be named for fear of reprisals.')).toContain(
      'asked not to be named for fear of reprisals',
    )
    expect(found('It was said by a man whose name is being withheld to protect his children.')).toEqual([
      'whose name is being withheld to protect his children',
    ])
  })

  it('are written in the notation, in lower case, with a reason', () => {
    const term = { label: 'a', definition: 'b', examples: ['c'], nearMiss: 'd' }
    expect(() => parseAnonymity(JSON.stringify({ a: { ...term, phrases: ['asked Not'] } }), 'x.json')).toThrow(
      /x\.json/,
    )
    expect(() => parseAnonymity(JSON.stringify({ a: { ...term, phrases: ['asked'] } }), 'x.json')).toThrow(/reason/)
  })
})

describe('the words of attribution', () => {
  it.each(Object.entries(parseAttributionWordLists(read('lexicons/attribution-words.json'), 'attribution-words.json')))(
    '%s: each example has one of them',
    (_, { examples, words }) => {
      const stems = words.map((word) => word.replace(/(?:e|y)$/, ''))
      const has = (text: string) => stems.some((stem) => text.toLowerCase().includes(stem))
      expect(examples.filter((example) => !has(example))).toEqual([])
    },
  )
})
