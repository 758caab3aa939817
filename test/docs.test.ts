import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages } from '../setup/docs.ts'

const generated = Object.entries(await pages())

describe('generated pages', () => {
  it.each(generated)('%s is not stale (npm run docs writes it anew)', (path, page) => {
    expect(readFileSync(join(import.meta.dirname, '..', path), 'utf8')).toBe(page)
  })
})
