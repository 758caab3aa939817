import { describe, expect, it } from 'vitest'
import { attributionLines } from '../../../test/attributionLines.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

describe('what a noun promises or reports', () => {
  it('reaches every member of its list', () => {
    expect(
      attributionLines(
        reader,
        'There are promises of stronger patrols at harbours, stricter laws to hunt smugglers and the closure of unlicensed bars.',
      ),
    ).toEqual([
      ' | promises of | stronger patrols at harbours, stricter laws to hunt smugglers and the closure of unlicensed bars',
    ])
  })
  it('is not what the next clause tells', () => {
    const lines = attributionLines(reader, 'There were reports of gunfire in the north, and the bridge was closed.')
    expect(lines.join()).not.toContain('bridge')
  })
})
