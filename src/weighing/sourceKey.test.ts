import { expect, it } from 'vitest'
import type { SourceKind } from '../model/Source.ts'
import { sourceKey } from './sourceKey.ts'

const key = (id: string, kind: SourceKind, name: string, hidden = false): string =>
  sourceKey({ id, kind, name, ...(hidden ? { protected: { reason: 'minor' } } : {}) })

it('is one for one name, however it is written', () => {
  expect(key('s_1', 'outlet', 'The Meridian  Wire')).toBe(key('s_2', 'organisation', 'Meridian Wire'))
  expect(key('s_1', 'person', 'Zoë Düring')).toBe(key('s_2', 'person', 'Zoe During'))
})

it('tells apart who goes by a description, and whoever is protected', () => {
  const own: [SourceKind, string, boolean?][] = [
    ['organisation', 'The army'],
    ['unnamed', 'a resident'],
    ['role', 'Police'],
    ['person', 'Amina Sow', true],
  ]
  for (const [kind, name, hidden] of own) expect(key('s_1', kind, name, hidden)).toBe('s_1')
})
