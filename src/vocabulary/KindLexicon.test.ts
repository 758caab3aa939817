import { describe, expect, it } from 'vitest'
import { KindLexicon } from './KindLexicon.ts'
import type { WordKind } from './WordKind.ts'

const kind = (words: string[], broader?: string): WordKind => ({
  label: words[0],
  definition: words[0],
  examples: [words[0]],
  nearMiss: words[0],
  words,
  ...(broader === undefined ? {} : { broader }),
})
const lexicon = new KindLexicon(
  new Map([
    ['government', kind(['mayor', 'official'])],
    ['judiciary', kind(['judge', 'court official'], 'government')],
  ]),
)
const words =
  (...phrase: string[]) =>
  (before: number) =>
    phrase.at(-1 - before)

describe('kinds', () => {
  it('are named by the last words of a phrase, the longest entry first', () => {
    expect(lexicon.finestKindOf(words('a', 'court', 'official'))).toBe('judiciary')
    expect(lexicon.finestKindOf(words('a', 'party', 'official'))).toBe('government')
    expect(lexicon.finestKindOf(words('judge', 'maker'))).toBeUndefined()
  })

  it('have wider kinds', () => {
    expect(lexicon.kindOf(words('judge'))).toBe('government')
    expect(lexicon.kindOf(words('mayor'))).toBe('government')
    expect(lexicon.kindsOver('judiciary')).toEqual(['judiciary', 'government'])
  })
})
