import { expect, it } from 'vitest'
import type { ReportView } from '../../src/server/contract/answers.ts'
import { shielded } from '../src/report/shielded.ts'

it('a protected source has its pseudonym also where it is what a statement is about, or its value', () => {
  const source = { id: 's_1', key: 'k_1', kind: 'person', name: 'Amal Haddad', protected: { reason: 'minor' } }
  const about = { subject: { kind: 'entity', id: 'e_1', label: 'Amal Haddad' }, value: { type: 'text', text: '16' } }
  const fills = {
    subject: { kind: 'incident', id: 'i_1', label: 'arrest' },
    value: { type: 'entity', entity: 'e_1' },
    valueLabel: 'Amal Haddad',
  }
  const view = {
    sources: [source],
    reading: { sources: [{ ...source, entity: 'e_1', mentions: [] }] },
    statements: [{ ...about, valueLabel: '16' }, fills],
  } as unknown as ReportView
  const { statements } = shielded(view)
  expect(JSON.stringify(statements)).not.toContain('Amal')
  expect(statements[0].subject.label).toMatch(/^Protected source [A-Z]\d\d$/)
  expect(statements[1].valueLabel).toBe(statements[0].subject.label)
})
