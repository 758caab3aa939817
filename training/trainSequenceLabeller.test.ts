import { describe, expect, it } from 'vitest'
import { feature, hashString } from '../src/learned/featureHash.ts'
import { SequenceLabeller } from '../src/learned/SequenceLabeller.ts'
import { trainSequenceLabeller } from './trainSequenceLabeller.ts'

const CLASSES = ['O', 'B', 'I']
const allowed = (previous: string | undefined, label: string): boolean =>
  label !== 'I' || previous === 'B' || previous === 'I'
const featuresOf = (words: string[]) => (i: number, out: Int32Array) => {
  out[0] = feature(1, hashString(words[i]))
  out[1] = feature(2, hashString(words[i - 1] ?? ''))
  return 2
}
const sequences = ['a b i o', 'o b i i', 'b o o b', 'o a b i'].map((line) => {
  const words = line.split(' ')
  return { labels: words.map((word) => Math.max(0, 'obi'.indexOf(word))), features: featuresOf(words) }
})

describe('trainSequenceLabeller', () => {
  it('learns labels and transitions, the same each time', () => {
    const bytes = trainSequenceLabeller(CLASSES, sequences, { iterations: 5, allowed }).toBytes()
    expect(trainSequenceLabeller(CLASSES, sequences, { iterations: 5, allowed }).toBytes()).toEqual(bytes)
    const labeller = new SequenceLabeller(
      trainSequenceLabeller(CLASSES, sequences, { iterations: 5, allowed }).toModel(),
      allowed,
    )
    expect([...labeller.label(5, featuresOf(['o', 'b', 'i', 'i', 'o']))]).toEqual([0, 1, 2, 2, 0])
    // Never I at the start, whatever the word says.
    expect(labeller.label(2, featuresOf(['i', 'i']))[0]).not.toBe(2)
    expect([...labeller.label(0, featuresOf([]))]).toEqual([])
  })
})
