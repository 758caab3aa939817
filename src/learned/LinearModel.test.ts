import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AscribeError } from '../base/AscribeError.ts'
import { feature, hashString } from './featureHash.ts'
import { encodeModel, LinearModel } from './LinearModel.ts'

const said = feature(1, hashString('said'))
const bomb = feature(1, hashString('bomb'))
const bytes = encodeModel(
  ['verb', 'noun'],
  0.5,
  [
    { key: said, classes: [0, 1], weights: [100, -20] },
    { key: bomb, classes: [1], weights: [-128] },
    { key: 7, classes: [], weights: [] },
  ],
  { note: 'hello' },
)

describe('LinearModel', () => {
  it('adds up the weights of the features it knows, and ignores the others', () => {
    const model = LinearModel.parse(bytes)
    const scores = new Float32Array(2)
    model.scores(Int32Array.of(said, bomb, 12345), 3, scores)
    expect([...scores]).toEqual([100, -148])
    expect(model.classes[model.best(scores)]).toBe('verb')
    expect(model.meta).toEqual({ note: 'hello' })
  })

  it('reads from a Buffer of Node, which may be a part of a larger one', () => {
    const model = LinearModel.parse(Buffer.concat([Buffer.alloc(3), bytes]).subarray(3))
    const scores = new Float32Array(2)
    model.scores(Int32Array.of(said), 1, scores)
    expect([...scores]).toEqual([100, -20])
  })

  it('keeps thousands of features apart, with more than 256 classes', () => {
    const classes = Array.from({ length: 400 }, (_, c) => `c${c}`)
    const rows = Array.from({ length: 5000 }, (_, i) => ({
      key: feature(2, i),
      classes: [i % 400],
      weights: [1 + (i % 100)],
    }))
    const model = LinearModel.parse(encodeModel(classes, 1, rows))
    const scores = new Float32Array(400)
    for (let i = 0; i < 5000; i += 7) {
      model.scores(Int32Array.of(feature(2, i)), 1, scores)
      expect(model.best(scores)).toBe(i % 400)
      expect(scores[i % 400]).toBe(1 + (i % 100))
    }
  })

  it('adds up rows of one weight, of few and of many, for any number of classes', () => {
    const sizes = fc.constantFrom(1, 2, 7, 8, 20, 37, 300)
    fc.assert(
      fc.property(sizes, fc.constantFrom<1 | 2>(1, 2), fc.infiniteStream(fc.nat(1000)), (size, power, numbers) => {
        const next = () => numbers.next().value as number
        const rows = Array.from({ length: 60 }, () => {
          const classes = [...new Set(Array.from({ length: 1 + (next() % (size * 2)) }, () => next() % size))]
          return { key: feature(next(), next()), classes, weights: classes.map(() => (next() % 255) - 127) }
        })
        const known = new Map(rows.map((row) => [row.key, row]))
        const model = LinearModel.parse(
          encodeModel(
            Array.from({ length: size }, (_, c) => `c${c}`),
            1,
            [...known.values()],
            {},
            power,
          ),
        )
        // More features than are added up at once, with some that the model does not know.
        const keys = [...known.keys()]
        const asked = Int32Array.from({ length: 1500 }, (_, i) => (i % 9 === 0 ? i : keys[next() % keys.length]))
        const plain = new Float32Array(size)
        for (const key of asked) {
          const row = known.get(key)
          row?.classes.forEach((c, i) => {
            const weight = row.weights[i]
            plain[c] += power === 2 ? weight * Math.abs(weight) : weight
          })
        }
        const scores = new Float32Array(size).fill(5)
        model.scores(asked, asked.length, scores)
        expect(scores).toEqual(plain)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses bytes that are damaged, cut short or something else', () => {
    const damaged = bytes.slice()
    damaged[damaged.length - 1] ^= 1
    for (const wrong of [
      damaged,
      bytes.slice(0, 40),
      bytes.slice(0, 3),
      new TextEncoder().encode('{"classes": []} ....'),
    ]) {
      expect(() => LinearModel.parse(wrong, 'tagger')).toThrow(AscribeError)
    }
  })

  it('hashes a part of a string like the part itself', () => {
    expect(hashString('reported', 6)).toBe(hashString('ed'))
    expect(feature(1, 2, 3)).not.toBe(feature(1, 3, 2))
  })
})
