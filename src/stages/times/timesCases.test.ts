import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { edtfBounds, meet } from '../../model/edtfBounds.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

interface Expected {
  readonly phrase: string
  /** which of several */
  readonly nth?: number
  readonly type: string
  /** absent where it stays relative */
  readonly edtf?: string
  readonly or?: readonly string[]
  /** any EDTF that meets it will do: "the end of the month" */
  readonly near?: boolean
  readonly optional?: boolean
  /** `told`: a date or an incident that the text has named */
  readonly anchor: 'published' | 'none' | 'unresolved' | 'told'
}

/** Short reports written by somebody who did not know the rules, with the times and the dates of incidents that they tell. */
interface Case {
  readonly published?: string
  readonly text: string
  readonly times: readonly Expected[]
  /** what looks like a time and is none */
  readonly not?: readonly { phrase: string; nth?: number }[]
  readonly incidents?: readonly { word: string; nth?: number; edtf?: string }[]
}

const cases: Case[] = JSON.parse(readFileSync(join(import.meta.dirname, 'timesCases.json'), 'utf8'))
const reader = openEnglishReader()

function spanOf(text: string, phrase: string, nth = 1): { start: number; end: number } {
  let start = -1
  for (let count = 0; count < nth; count++) start = text.indexOf(phrase, start + 1)
  return { start, end: start + phrase.length }
}
const touch = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

const read = cases.map((one) => {
  const { text, published } = one
  const report = reportOf({ text, ...(published !== undefined && { published }) })
  return { one, document: reader.annotate(report), reading: reader.read(report) }
})

/** Share of right answers, with the wrong ones to read. */
class Tally {
  right = 0
  readonly wrong: string[] = []
  add(right: boolean, what: string): void {
    if (right) this.right++
    else this.wrong.push(what)
  }
  get share(): number {
    return this.right / (this.right + this.wrong.length)
  }
}

function sameDate({ edtf = '', or = [], near = false }: Expected, found: string): boolean {
  // what is said to be about a day or a month is that day or month here
  const plain = found.replace(/[~?]/g, '')
  if (plain === edtf || found === edtf || or.includes(found) || or.includes(plain)) return true
  const [a, b] = [edtfBounds(edtf), edtfBounds(found)]
  return near && (a === undefined || b === undefined ? edtf === '' : meet(a, b))
}

describe('times of reports written without knowing the rules', () => {
  const found = new Tally()
  const dates = new Tally()
  const anchors = new Tally()
  const others = new Tally()
  for (const { one, document } of read) {
    const times = document.get('times')
    for (const expected of one.times) {
      const span = spanOf(one.text, expected.phrase, expected.nth)
      const hits = times.filter((time) => touch(time, span))
      const hit = hits.find(({ start, end }) => start === span.start && end === span.end) ?? hits[0]
      if (hit === undefined && expected.optional === true) continue
      const told = `${expected.phrase} | ${expected.edtf} | ${expected.anchor}`
      found.add(hit !== undefined, told)
      if (hit === undefined) continue
      const kind = hit.anchor.kind === 'date' || hit.anchor.kind === 'incident' ? 'told' : hit.anchor.kind
      dates.add(sameDate(expected, hit.edtf), `${told} ≠ ${hit.edtf}`)
      anchors.add(kind === expected.anchor, `${told} ≠ ${hit.anchor.kind}`)
    }
    for (const { phrase, nth } of one.not ?? []) {
      const span = spanOf(one.text, phrase, nth)
      others.add(!times.some((time) => touch(time, span)), phrase)
    }
  }

  // Some answers follow another convention: ranges as one expression, the incident's words in the span, "annual" as a time.
  it.each([
    ['are found', found, 0.97],
    ['have their EDTF', dates, 0.9],
    ['hang on what they hang on', anchors, 0.92],
    ['are no other words', others, 0.94],
  ] as const)('%s', (_what, { share, wrong }, floor) => {
    expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(floor)
  })
})

describe('incidents of these reports', () => {
  it('have the date that their words give them, and no other', () => {
    const tally = new Tally()
    for (const { one, reading } of read) {
      for (const { word, nth, edtf } of one.incidents ?? []) {
        const span = spanOf(one.text, word, nth)
        const incident = reading.incidents.find(({ mentions }) => mentions.some((mention) => touch(mention, span)))
        // which words make an incident is another matter
        if (incident === undefined) continue
        const told = reading.statements.flatMap(({ subject, property, value }) =>
          subject.id === incident.id && property === 'date' && value.type === 'interval' ? [value.edtf] : [],
        )
        const right =
          edtf === undefined
            ? told.every((date) => date === '')
            : told.length > 0 && told.every((date) => date.startsWith(edtf))
        tally.add(right, `${word} ${edtf} ≠ ${told.join(', ')}`)
      }
    }
    expect(tally.share, tally.wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})

describe('a report without a day of publication', () => {
  const undated = read.filter(({ one }) => one.published === undefined)

  it('says of nothing that it hangs on that day', () => {
    expect(undated.length).toBeGreaterThan(0)
    for (const { reading, document } of undated) {
      for (const { anchor } of document.get('times')) expect(anchor.kind).not.toBe('published')
      for (const { value, said } of reading.statements) {
        if (value.type === 'interval') expect(value.anchor.kind).not.toBe('published')
        expect(said?.anchor.kind).not.toBe('published')
      }
    }
  })

  it('keeps the words of what stays relative, and takes no year from anywhere', () => {
    const text =
      'Three villagers were killed yesterday near Gao. Gunmen attacked a bus last month, police said on Friday. Four years ago rebels kidnapped a priest. In May a bomb exploded at a mill.'
    const { statements } = reader.read(reportOf({ text }))
    const dates = statements.flatMap(({ property, value }) =>
      property === 'date' && value.type === 'interval'
        ? [`${value.edtf} | ${value.phrase} | ${value.anchor.kind}`]
        : [],
    )
    expect(dates).toEqual(
      expect.arrayContaining([
        ' | yesterday | unresolved',
        ' | last month | unresolved',
        ' | Four years ago | unresolved',
        'XXXX-05 | May | unresolved',
      ]),
    )
    for (const { said } of statements) expect(said?.edtf ?? '').not.toMatch(/\d{4}/)
    // the same report with its day of publication has all of them on the calendar
    const dated = reader.read(reportOf({ text, published: '2024-03-14' })).statements
    for (const { value } of dated) if (value.type === 'interval') expect(value.edtf).toMatch(/^20[12]\d/)
  })
})
