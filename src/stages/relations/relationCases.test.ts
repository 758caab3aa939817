import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { figuresOf, RelationCase, scoreRelationCase } from '../../../test/relationCases.ts'

const read = (file: string) =>
  z.array(RelationCase).parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')))

// Written by somebody who did not know the rules. What the reader is known to miss is marked in the file, nothing else may be.
describe.each([
  { file: 'relationCases.json', floor: 0.85 },
  // looked at last, when hardly a rule was to come
  { file: 'relationCasesAside.json', floor: 0.8 },
])('$file', ({ file, floor }) => {
  const scored = read(file).map(scoreRelationCase)

  it.each(scored.map((one) => [one.case.text, one] as const))('%s', (_, { case: { relations }, found, missed }) => {
    expect(missed.filter((relation) => !relation.missed)).toEqual([])
    for (const relation of relations) {
      const read = found.find((one) => one.relation === relation)
      expect(relation.wrong ?? [], relation.property).toEqual(expect.arrayContaining([...(read?.wrong ?? [])]))
    }
  })

  it('reads hardly any relation that the texts do not tell', () => {
    expect(figuresOf(scored).f, scored.flatMap(({ spurious }) => spurious).join('\n')).toBeGreaterThanOrEqual(floor)
  })
})
