import { expect, it } from 'vitest'
import type { StatementView } from '../../record/views/StatementView.ts'
import { holdsWords } from './reportSummary.ts'

const holds = (edtf: string, phrase: string, quantityLabel?: string) =>
  holdsWords({
    interval: { type: 'interval', edtf, phrase, anchor: { kind: 'none' } },
    ...(quantityLabel === undefined ? {} : { quantityLabel }),
  } as StatementView)

it('tells of how many a relation holds, and when, in the words of the report, with the date they come to', () => {
  expect(holds('../2014', 'until 2014', 'most of them')).toBe('(most of them; until 2014)')
  expect(holds('', 'former')).toBe('(former)')
  expect(holds('../2013', 'two years ago')).toBe('(two years ago: ../2013)')
  expect(holdsWords({} as StatementView)).toBe('')
})
