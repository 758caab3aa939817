import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AttributionCase, checkCase } from '../../../test/attributionCases.ts'
import type { Document } from '../../document/Document.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { parseActs } from '../../vocabulary/Acts.ts'

const reader = openEnglishReader()
const annotate = (text: string): Document => reader.annotate(reportOf({ text }))
const casesOf = (file: string): AttributionCase[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as AttributionCase[]

/** Share of the questions asked of all cases that were answered rightly, and the wrong ones in words. */
function measure(cases: readonly AttributionCase[]): { share: number; wrong: string[] } {
  const outcomes = cases.flatMap((one) =>
    checkCase(annotate(one.text), one).map((outcome) => ({ ...outcome, text: one.text })),
  )
  const wrong = outcomes
    .filter(({ right }) => !right)
    .map(({ text, field, asked, found }) => `${text}\n  ${field}: asked '${asked}', found '${found}'`)
  return { share: 1 - wrong.length / outcomes.length, wrong }
}

describe('attributions', () => {
  it('answers nearly all questions of our own texts: acts, nesting, polarity, certainty, protection', () => {
    const { share, wrong } = measure(casesOf('cases.json'))
    expect(share, wrong.join('\n')).toBeGreaterThan(0.93)
  })

  it('answers most questions of texts that the rules were not written on', () => {
    const { share, wrong } = measure(casesOf('casesAside.json'))
    expect(share, wrong.join('\n')).toBeGreaterThan(0.75)
  })

  it('reads the act of every example of the vocabulary, and of few of the near-misses', () => {
    const acts = Object.entries(parseActs(readFileSync('vocabulary/acts.json', 'utf8'), 'acts.json'))
    const reads = (act: string, text: string) =>
      annotate(text)
        .get('attributions')
        .some((one) => one.act === act)
    const missed = acts.flatMap(([act, { examples }]) => examples.filter((text) => !reads(act, text)))
    expect(missed).toEqual([])
    // What is left: a siren that warns, clouds that promise, a signpost that says nothing.
    expect(acts.filter(([act, { nearMiss }]) => reads(act, nearMiss)).length).toBeLessThanOrEqual(4)
  })

  it('carries a quotation over a paragraph to the speaker before it', () => {
    const document = annotate(
      '“The bridge is gone,” the engineer said.\n\n“Nobody will mend it before the rains come this year.”',
    )
    const [attribution] = document.get('attributions')
    const words = attribution.content.map(({ start, end }) => document.text.slice(start, end)).join(' ')
    expect(words).toContain('The bridge is gone')
    expect(words).toContain('before the rains come')
  })

  it('protects a source wherever it speaks, once it has asked for it', () => {
    const document = annotate(
      '“They shot at the bus,” said a nurse, who asked not to be named. She said the driver died on the way to the clinic.',
    )
    const reasons = document.get('attributions').map((attribution) => attribution.protected?.reason)
    expect(reasons[0]).toBe('asked-not-to-be-named')
  })

  it('reads nothing where nobody speaks, and survives what is no text', () => {
    expect(annotate('The road was closed. Two trucks stood on the bridge.').get('attributions')).toEqual([])
    for (const text of ['', '“', '““““””””', ': : :', '\u0000\u0001', '\ud800', '“'.repeat(500), 'said '.repeat(300)]) {
      expect(() => annotate(text)).not.toThrow()
    }
  })

  it('takes time in proportion to the length of a report, even in one paragraph', () => {
    const seconds = (times: number): number => {
      const text = 'The mayor said that the river had risen. “It is bad,” she said. '.repeat(times)
      const started = performance.now()
      annotate(text)
      return performance.now() - started
    }
    seconds(20)
    expect(seconds(160) / seconds(40)).toBeLessThan(12)
  })
})
