import { expect, it } from 'vitest'
import { column, printable, shortened } from './printable.ts'

it('keeps the words of a report from moving the cursor or turning lines around', () => {
  expect(printable('a\x1b[2Jb\x07\u202ec\r\nd\u009be\u2066\uD800')).toBe('a[2Jbc de')
})

it('shortens by letters, not in the middle of one', () => {
  expect(shortened('𝔄𝔅ℭ𝔇', 3)).toBe('𝔄𝔅…')
  expect(column('ab', 4)).toBe('ab  ')
  expect(column('abcdef', 4)).toBe('abc…')
})
