import { describe, expect, it } from 'vitest'
import { allowedInNames, KINDS, LABELS, labelsOf, namesOf } from './labels.ts'

const person = KINDS.indexOf('Person')
const place = KINDS.indexOf('Location')

describe('labels of names', () => {
  it('spell names and are read back', () => {
    const names = [
      { from: 0, to: 3, kind: person },
      { from: 4, to: 5, kind: place },
      { from: 5, to: 7, kind: person },
    ]
    const labels = labelsOf(names, 8)
    expect([...labels].map((label) => LABELS[label])).toEqual([
      'B-Person',
      'I-Person',
      'L-Person',
      'O',
      'U-Location',
      'B-Person',
      'L-Person',
      'O',
    ])
    expect(namesOf(labels)).toEqual(names)
  })

  it('follow each other only where they spell a name', () => {
    expect(allowedInNames(undefined, 'B-Person')).toBe(true)
    expect(allowedInNames('B-Person', 'L-Person')).toBe(true)
    expect(allowedInNames('B-Person', 'L-Location')).toBe(false)
    expect(allowedInNames('B-Person', 'O')).toBe(false)
    expect(allowedInNames(undefined, 'I-Person')).toBe(false)
  })
})
