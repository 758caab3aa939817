import { describe, expect, it } from 'vitest'
import { edtfWords } from './edtfWords.ts'

describe('dates in words', () => {
  it.each([
    ['2022-11-07', '7 Nov 2022'],
    ['2022-11', 'Nov 2022'],
    ['2022', '2022'],
    ['2022-21~', 'about spring 2022'],
    ['2022-05?', 'perhaps May 2022'],
    ['2022-11-07T06:00', '7 Nov 2022, 06:00'],
    ['2022-11-02/2022-11-09', '2 – 9 Nov 2022'],
    ['2022-10-30/2022-11-09', '30 Oct – 9 Nov 2022'],
    ['2021-12-30/2022-01-02', '30 Dec 2021 – 2 Jan 2022'],
    ['2022-11-07T06:00:00+03:00', '7 Nov 2022, 06:00 (UTC+03:00)'],
    ['2022-11-07T06:00:00Z', '7 Nov 2022, 06:00 UTC'],
    ['2022-33', 'Q1 2022'],
    ['2022-41', 'second half of 2022'],
    ['199X', 'the 1990s'],
    ['XXXX-05-12', '12 May (year unknown)'],
    ['18XX', 'the 1800s'],
    ['[2021-08-14,2021-08-15]', '14 or 15 Aug 2021'],
    ['2022-11-02~/2022-11-09~', 'about 2 Nov 2022 – about 9 Nov 2022'],
    ['2019/..', 'since 2019'],
    ['../2022-11-09', 'until 9 Nov 2022'],
  ])('%s is %s', (edtf, words) => expect(edtfWords(edtf)).toBe(words))

  it('leaves what it does not know as it is', () => {
    expect(edtfWords('XXXX-XX-12')).toBe('XXXX-XX-12')
    expect(edtfWords('2022-99')).toBe('2022-99')
    expect(edtfWords('')).toBe('')
  })
})
