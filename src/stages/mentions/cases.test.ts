import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mentionFaults } from '../../../test/mentionCases.ts'

const read = (file: string): string[] => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
const right = (texts: readonly string[]): number => texts.filter((text) => mentionFaults(text).length === 0).length

// A text counts where every mention of it is right; `mentionFaults` tells what is not.
it('reads whole short reports right', () => {
  expect(right(read('cases.json'))).toBeGreaterThanOrEqual(16)
  expect(right(read('casesAside.json'))).toBeGreaterThanOrEqual(2)
})
