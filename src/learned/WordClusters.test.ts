import { describe, expect, it } from 'vitest'
import { AscribeError } from '../base/AscribeError.ts'
import { hashString } from './featureHash.ts'
import { encodeClusters, WordClusters } from './WordClusters.ts'

describe('WordClusters', () => {
  const [raided, bombed, river] = ['raided', 'bombed', 'river'].map((word) => hashString(word))
  const bytes = encodeClusters(
    [
      [0, 0],
      [0, 1],
      [3, 2],
    ],
    new Map([
      [raided, 0],
      [bombed, 1],
      [river, 2],
    ]),
  )

  it('knows each word by three groups, and no other word', () => {
    const clusters = WordClusters.parse(bytes)
    const levels = (word: number): number[] => [0, 1, 2].map((level) => clusters.at(word, level))
    expect(levels(raided)).toEqual([1, 1, 1])
    expect(levels(bombed)).toEqual([1, 2, 2])
    expect(levels(river)).toEqual([4, 3, 3])
    expect(levels(hashString('zyx'))).toEqual([0, 0, 0])
  })

  it('refuses damaged bytes', () => {
    expect(() => WordClusters.parse(bytes.slice(0, -1), 'clusters')).toThrow(AscribeError)
  })
})
