import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Document } from '../document/Document.ts'
import type { AnyStage } from '../document/Stage.ts'
import { reportOf } from '../model/Report.ts'
import { openEnglishReader } from '../reader/openEnglishReader.ts'
import type { PlacePrecisionTerm } from '../vocabulary/PlacePrecisionTerm.ts'
import { placePrecisionOf } from './placePrecisionOf.ts'

const terms: Record<string, PlacePrecisionTerm> = JSON.parse(
  readFileSync(new URL('../../vocabulary/place-precisions.json', import.meta.url), 'utf8'),
)

let stages: readonly AnyStage[]
beforeAll(() => {
  const needed = new Set(['segment', 'encode', 'tag', 'parse', 'names', 'quantities', 'places'])
  stages = openEnglishReader().stages.filter(({ name }) => needed.has(name))
})
function termsIn(text: string): (string | undefined)[] {
  const document = new Document(reportOf({ text }))
  for (const stage of stages) document.add(stage.run(document))
  return document.get('places').map(({ place }) => placePrecisionOf(place)?.key)
}

describe('the precision of a place', () => {
  it.each(Object.entries(terms))(
    '%s is what its examples have, and its near-miss has not',
    (key, { examples, nearMiss }) => {
      for (const example of examples) expect(termsIn(example), example).toContain(key)
      expect(termsIn(nearMiss), nearMiss).not.toContain(key)
    },
  )

  it('has the codes of other codebooks', () => {
    const codes = (relation: 'at' | 'near' | 'between') =>
      placePrecisionOf({ type: 'place', name: 'Tikrit', precision: 'town', relation })?.codes
    expect(codes('at')).toEqual({ acled: 1, ucdp: 1, gtd: 1 })
    expect(codes('near')).toEqual({ acled: 2, ucdp: 2, gtd: 1 })
    expect(codes('between')).toEqual({ acled: 2, ucdp: 5, gtd: 3 })
  })
})
