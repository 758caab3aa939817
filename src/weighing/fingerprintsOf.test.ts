import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyOf } from './copyOf.ts'
import { fingerprintsOf } from './fingerprintsOf.ts'

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ')
const shared = (a: string, b: string) => {
  const [first, second] = [fingerprintsOf(a), fingerprintsOf(b)]
  return [...first].filter((print) => second.has(print)).length
}

describe('fingerprints', () => {
  it('find any 13 words in a row that two texts share, wherever they stand', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (before, after, offset) => {
        const common = words(1000, 1013)
        const a = `${words(0, before)} ${common} ${words(100, 100 + after)}`
        const b = `${words(200, 200 + offset)} ${common}`
        expect(shared(a, b)).toBeGreaterThan(0)
      }),
    )
  })

  it('do not see case, punctuation and layout', () => {
    const text = 'Gunmen attacked the gendarmerie post in Ayorou before dawn on Sunday, officials said.'
    expect([...fingerprintsOf(text.toUpperCase().replaceAll(' ', '\n * '))]).toEqual([...fingerprintsOf(text)])
  })

  it('are few, and take time that grows with the text', () => {
    expect(fingerprintsOf('').size).toBe(0)
    expect(fingerprintsOf('One word.').size).toBe(1)
    expect(fingerprintsOf(words(0, 900)).size).toBeLessThan(300)
    expect(fingerprintsOf('a '.repeat(300_000)).size).toBe(1)
  })
})

describe('copies', () => {
  const report = (id: string, fingerprints: number, published?: string) => ({
    id,
    fingerprints,
    ...(published ? { published } : {}),
  })

  it('are the later of two', () => {
    const [wire, daily] = [report('b', 100, '2024-03-12'), report('a', 110, '2024-03-13')]
    const copy = { copy: 'a', original: 'b', share: 90 / 110 }
    expect([copyOf(wire, daily, 90), copyOf(daily, wire, 90)]).toEqual([copy, copy])
  })

  it('are the shorter of two of one day: copies are cut', () => {
    const [whole, cut] = [report('a', 100, '2024-03-12T08:00'), report('b', 30, '2024-03-12')]
    expect(copyOf(whole, cut, 29)).toMatchObject({ copy: 'b', original: 'a' })
  })

  it('are not stories that quote an earlier one, nor short notes', () => {
    expect(copyOf(report('a', 20, '2024-03-12'), report('b', 100, '2024-03-13'), 20)).toBeUndefined()
    expect(copyOf(report('a', 4), report('b', 4), 4)).toBeUndefined()
  })
})
