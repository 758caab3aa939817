import { expect, it } from 'vitest'
import { publishedDate } from './publishedDate.ts'

it.each([
  ['2024-03-12', '2024-03-12'],
  ['2024-3-2', '2024-03-02'],
  ['2024/03/12', '2024-03-12'],
  ['20240312', '2024-03-12'],
  ['2024-03-12T08:30:00Z', '2024-03-12T08:30:00Z'],
  ['2024-03-12 08:30', '2024-03-12T08:30'],
  ['12 March 2024', '2024-03-12'],
  ['Tue, 12 Mar 2024 08:30:00 GMT', '2024-03-12'],
  ['Tuesday, March 12th, 2024', '2024-03-12'],
])('%s is %s', (words, date) => expect(publishedDate(words)).toBe(date))

it.each([
  '3/12/2024',
  '2024-02-30',
  '2023-02-29',
  'yesterday',
  '',
  '2024',
  'March 2024',
  '32 March 2024',
  '2024-13-01',
])('%j is no date', (words) => expect(publishedDate(words)).toBeUndefined())
