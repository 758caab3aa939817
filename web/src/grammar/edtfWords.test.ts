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
    ['2019/..', 'since 2019'],
    ['../2022-11-09', 'until 9 Nov 2022'],
  ])('%s is %s', (edtf, words) => expect(edtfWords(edtf)).toBe(words))

  it('leaves what it does not know as it is', () => {
    expect(edtfWords('199X')).toBe('199X')
    expect(edtfWords('')).toBe('')
  })
})
