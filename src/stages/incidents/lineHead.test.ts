import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { placeLabel } from '../../weighing/placeLabel.ts'

const reader = openEnglishReader()
const placesOf = (text: string): string[] =>
  reader.read(reportOf({ text })).statements.flatMap(({ property, value }) => {
    if (property !== 'place') return []
    return value.type === 'place' ? [placeLabel(value)] : value.type === 'text' ? [value.text] : []
  })

describe('an incident on a border', () => {
  it('happened along it or near it, and that is said once', () => {
    expect(placesOf('Two soldiers were killed near the Turkish-Syrian border, police said.')).toEqual([
      'near the Turkey–Syria border',
    ])
  })

  it('is not at the home of its guards', () => {
    expect(placesOf('Turkish border guards killed two smugglers in Aleppo.')).toEqual(['Aleppo'])
  })
})
