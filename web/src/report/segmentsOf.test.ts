import { describe, expect, it } from 'vitest'
import { paragraphsOf } from './paragraphsOf.ts'
import { segmentsOf } from './segmentsOf.ts'

const TEXT = 'Police said two men fled.\n\n  A porter saw them.  \n'

describe('the report’s text', () => {
  it('is cut into its lines, with their places in it', () => {
    expect(paragraphsOf(TEXT).map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'Police said two men fled.',
      'A porter saw them.',
    ])
  })

  it('is cut where marks begin and end, the narrowest mark first', () => {
    const [block] = paragraphsOf(TEXT)
    const segments = segmentsOf(block, [
      { start: 12, end: 24, kind: 'content', id: 'a' },
      { start: 12, end: 19, kind: 'statement', id: 's' },
    ])
    expect(segments.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['Police said ', 'two men', ' fled', '.'])
    expect(segments[1].marks.map(({ id }) => id)).toEqual(['s', 'a'])
  })

  it('keeps a mark that runs over two lines within each of them', () => {
    const blocks = paragraphsOf(TEXT)
    const mark = { start: 20, end: 37, kind: 'statement', id: 's' } as const
    expect(blocks.map((block) => segmentsOf(block, [mark]).filter(({ marks }) => marks.length > 0).length)).toEqual([
      1, 1,
    ])
  })
})
