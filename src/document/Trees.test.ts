import { describe, expect, it } from 'vitest'
import { documentOf } from '../../test/documentOf.ts'
import { Trees } from './Trees.ts'

const document = documentOf([
  [
    `Officials official NOUN NNS 2 nsubj
     said say VERB VBD 0 root
     the the DET DT 4 det
     bridge bridge NOUN NN 6 nsubj:pass
     was be AUX VBD 6 aux:pass
     closed close VERB VBN 2 ccomp
     . . PUNCT . 2 punct`,
  ],
])
const trees = Trees.of(document)

describe('Trees', () => {
  it('walks up and down', () => {
    expect(trees.child(1, 'ccomp')).toBe(5)
    expect(trees.child(5, 'nsubj')).toBe(3)
    expect(trees.child(5, 'obj')).toBe(-1)
    expect([trees.left(5), trees.right(5)]).toEqual([2, 5])
    expect(trees.meet(0, 2)).toBe(1)
    expect(trees.dominates(5, 2)).toBe(true)
    expect(trees.dominates(5, 0)).toBe(false)
    expect(trees.plainRelation(3)).toBe('nsubj')
  })

  it('cuts a circle, so that every walk ends', () => {
    const circle = new Trees(document.get('tokens').slice(0, 3), document.get('tags').slice(0, 3), [
      { head: 1, deprel: 'dep' },
      { head: 2, deprel: 'dep' },
      { head: 0, deprel: 'dep' },
    ])
    expect([0, 1, 2].filter((i) => circle.head(i) === -1)).toHaveLength(1)
    expect(circle.meet(0, 2)).toBeGreaterThanOrEqual(0)
  })

  it('takes a head out of range for a root', () => {
    const broken = new Trees(document.get('tokens').slice(0, 1), document.get('tags').slice(0, 1), [
      { head: 99, deprel: 'dep' },
    ])
    expect(broken.head(0)).toBe(-1)
  })
})
