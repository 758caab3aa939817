import { describe, expect, it } from 'vitest'
import { reportOf } from '../../../model/Report.ts'
import { openEnglishReader } from '../../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** The entity that the last "he" or "she" of a text stands for. */
function whoIs(text: string): string | undefined {
  const document = reader.annotate(reportOf({ text }))
  const mention = document.get('mentions').findLast(({ start, end }) => /^s?he$/i.test(text.slice(start, end)))
  return mention && document.get('entities')[mention.entity].name
}

describe('somebody new who is the subject of a sentence', () => {
  it('is who the next one speaks of', () => {
    const text =
      'Amir said little. One young man in Gulu described to the Herald a visit from his uncle. “I was afraid,” he said.'
    expect(whoIs(text)).toBe('One young man in Gulu')
  })

  it('is not, where another one is the subject between', () => {
    const text = 'A young man in Gulu described the raid. Amir Osman listened. Then he left.'
    expect(whoIs(text)).toBe('Amir Osman')
  })
})
