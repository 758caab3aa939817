import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assignHues, HUES } from '../src/grammar/assignHues.ts'
import { INK, PAGE, PALETTE } from '../src/grammar/palette.ts'
import { contrast, distance, SIGHT } from './colourVision.ts'

const pairs = PALETTE.flatMap((a, index) => PALETTE.slice(index + 1).map((b) => [a, b] as const))

describe.each(['light', 'dark'] as const)('the hues on a %s page', (page) => {
  it.each(Object.keys(SIGHT) as (keyof typeof SIGHT)[])('can be told apart by an eye with %s', (sight) => {
    const close = pairs
      .map(([a, b]) => ({ pair: `${a.name}, ${b.name}`, apart: distance(a[page], b[page], sight) }))
      .filter(({ apart }) => apart < (sight === 'normal' ? 0.12 : 0.075))
    expect(close).toEqual([])
  })

  it('stand out from the page as lines do (3:1)', () => {
    expect(PALETTE.filter((hue) => contrast(hue[page], PAGE[page]) < 3)).toEqual([])
  })

  it('have ink that reads (7:1)', () => {
    expect(contrast(INK[page], PAGE[page])).toBeGreaterThan(7)
  })
})

it('the styles have the hues of the palette', () => {
  const css = readFileSync(join(import.meta.dirname, '..', 'src', 'style', 'base.css'), 'utf8')
  const found = [...css.matchAll(/--hue-\d: (#\w+)/g)].map((match) => match[1])
  const [light, dark] = [PALETTE.map((hue) => hue.light), PALETTE.map((hue) => hue.dark)]
  expect(found).toEqual([...light, ...dark, ...dark])
  expect(css).toContain(`--page: ${PAGE.light}`)
})

describe('a source’s hue', () => {
  const source = (key: string, ...reports: string[]) => ({ key, reports })

  it('is the same whatever order the record lists its sources in', () => {
    const sources = ['army', 'police', 'wire', 'ministry', 'porter'].map((key) => source(key, 'r1'))
    expect([...assignHues(sources)].sort()).toEqual([...assignHues([...sources].reverse())].sort())
  })

  it('is its own among the first eight of a report', () => {
    const sources = Array.from({ length: HUES }, (_, index) => source(`source ${index}`, 'r1'))
    expect(new Set(assignHues(sources).values()).size).toBe(HUES)
  })

  it('is shared evenly where there are more', () => {
    const sources = Array.from({ length: 2 * HUES }, (_, index) => source(`source ${index}`, 'r1'))
    const counts = [...assignHues(sources).values()].reduce(
      (sum, hue) => sum.set(hue, (sum.get(hue) ?? 0) + 1),
      new Map(),
    )
    expect([...counts.values()]).toEqual(new Array(HUES).fill(2))
  })
})
