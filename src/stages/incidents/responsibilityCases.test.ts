import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type IncidentCase, incidentMarks, type Mark, summary } from '../../../test/incidentCases.ts'

// Short reports written by somebody who did not know the rules, with who is held to have done it, by whom and through what,
// the tolls with their sources, and what is no incident. What is not read right yet is listed in `responsibilityMisses.json`.
const read = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
const cases: IncidentCase[] = read('responsibilityCases.json')
const known: Record<string, string[]> = read('responsibilityMisses.json')
const marks = new Map(cases.map((one) => [one.id, incidentMarks(one)]))

const missOf = ({ field, told, spurious }: Mark): string => `${spurious ? 'spurious ' : ''}${field}: ${told}`

describe('incidents of reports written without knowing the rules', () => {
  it.each(cases.map(({ id, text }) => [id, text]))('%s is read no worse than before', (id) => {
    const misses = marks.get(id)!.filter(({ right }) => !right)
    expect(misses.map(missOf).filter((miss) => !(known[id] ?? []).includes(miss))).toEqual([])
  })

  it.each([
    ['incident', 0.86],
    ['responsibility', 0.74],
    ['by', 0.95],
    ['certainty', 0.95],
    ['channel', 0.9],
    ['number', 0.8],
    ['category', 0.9],
    ['one incident', 0.85],
    ['general talk', 0.9],
  ])('%s: the share of right answers', (field, floor) => {
    expect(summary([...marks.values()].flat())[field].share).toBeGreaterThanOrEqual(floor)
  })
})
