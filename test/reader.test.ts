import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hardTexts } from '../bench/hardTexts.ts'
import { isAnchored } from '../src/model/Passage.ts'
import { Reading } from '../src/model/Reading.ts'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'

const reader = openEnglishReader()
const folder = join(import.meta.dirname, '..', 'examples')
const examples = readdirSync(folder).map((name) => readFileSync(join(folder, name, 'report.md'), 'utf8'))

/** Reads the text and checks that the reading has the published shape and every span and passage stands in the text. */
function check(text: string): Reading {
  const reading = reader.read(reportOf({ text, published: '2024-03-12' }), { words: true })
  expect(Reading.safeParse(reading).error).toBeUndefined()
  const spans = [reading.sentences, reading.names, reading.times, reading.places, reading.words ?? []].flat()
  expect(spans.filter(({ start, end }) => start >= end || end > text.length)).toEqual([])
  const passages = reading.statements.flatMap((statement) => statement.passages)
  expect(passages.filter((passage) => !isAnchored(text, passage))).toEqual([])
  return reading
}

// Words that wake the rules, in any order: claims without claimants, verbs without objects, relative clauses of nothing.
const WORDS = examples
  .flatMap((text) => text.split(/\s+/))
  .concat(
    [
      'that',
      'was',
      'carried',
      'out',
      'by',
      'said',
      'told',
      ',',
      '.',
      '"',
      '“',
      '”',
      'who',
      'which',
      '(',
      ')',
      'of',
      'killing',
      'attack',
      'claimed',
    ],
    [
      'responsibility',
      'for',
      'the',
      'km',
      'miles',
      '20',
      'several',
      'hundred',
      'last',
      'month',
      'after',
      'near',
      'from',
      '-',
      '—',
      ':',
      ';',
      '\n\n',
    ],
  )

describe('the reader', () => {
  it('reads any order of the words that wake its rules', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }), (words) => {
        check(words.join(' '))
      }),
      { numRuns: 400 },
    )
  })

  it('reads any text at all', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 300 })
    const lone = fc.constantFrom('\ud800', '\u0000', '\u200f', '\ufeff', '\r\n', '\t', '…', '😀', 'ﷺ', 'İstanbul')
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, lone, fc.constantFrom(...WORDS)), { maxLength: 20 }), (pieces) => {
        check(pieces.join(' '))
      }),
      { numRuns: 200 },
    )
  })

  it('reads a report cut off anywhere, and in capitals', () => {
    for (const text of examples) {
      for (let end = 0; end <= text.length; end += 97) check(text.slice(0, end))
      check(text.toUpperCase())
    }
  })

  it('reads what nobody publishes', () => {
    for (const length of [1, 60, 3000]) for (const text of Object.values(hardTexts(length))) check(text)
  })

  it('finds the same in capitals: who did it, and how many died', () => {
    const text =
      'GUNMEN ATTACKED A POLICE STATION IN GAROUA ON SUNDAY, KILLING FOUR OFFICERS, THE INTERIOR MINISTRY SAID.'
    const { statements } = check(text)
    expect(
      statements.some(({ property, value }) => property === 'killed' && value.type === 'count' && value.best === 4),
    ).toBe(true)
    expect(statements.some(({ property }) => property === 'perpetrator')).toBe(true)
  })

  it('reads a clause whose verb lacks its object', () => {
    // "take" without "place": this once ended the reading.
    check('The attack that took. The raid that takes long was over. An explosion which had taken, police said.')
  })

  it('gives an empty reading for an empty text', () => {
    expect(check('')).toMatchObject({ sentences: [], statements: [], incidents: [] })
  })
})
