import { describe, expect, it } from 'vitest'
import { reportOf } from '../../../model/Report.ts'
import { openEnglishReader } from '../../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** The entity that the first "they" or "it" of a text stands for. */
function whoAre(text: string): string | undefined {
  const document = reader.annotate(reportOf({ text }))
  const mention = document.get('mentions').find(({ start, end }) => /^(they|it)$/i.test(text.slice(start, end)))
  return mention && document.get('entities')[mention.entity].name
}

describe('whom a speaker blames', () => {
  it('is who did what is said to explain the blame', () => {
    expect(whoAre('The army blamed the rebels for the fire, saying that they had shelled the depot.')).toBe(
      'the rebels',
    )
    expect(whoAre('The minister criticised the union, saying it had blocked the road.')).toBe('the union')
  })

  it('is not, where nobody is blamed', () => {
    expect(whoAre('The union met the minister, saying it wanted higher wages.')).toBe('The union')
  })
})
