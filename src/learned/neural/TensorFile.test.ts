import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AscribeError } from '../../base/AscribeError.ts'
import { TensorFile } from './TensorFile.ts'

const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '..', '..', '..', 'models', 'parser.bin')))

describe('a file of tensors', () => {
  it('gives its arrays by name', () => {
    const file = TensorFile.parse(bytes, 'parser')
    const { rows, columns, values, steps } = file.table('relation')
    expect(rows).toBe(file.strings('relations').length)
    expect(values).toHaveLength(rows * columns)
    expect(steps).toHaveLength(rows)
    expect(file.floats('relation.bias')).toHaveLength(rows)
  })

  it('says what is missing, and what to do', () => {
    const file = TensorFile.parse(bytes, 'parser')
    expect(() => file.floats('words')).toThrow(/'parser' has no 'words'/)
    expect(() => file.table('match')).toThrow(AscribeError)
    expect(() => file.strings('classes')).toThrow(AscribeError)
  })

  it('refuses bytes that are damaged, cut short or something else', () => {
    const damaged = bytes.slice()
    damaged[damaged.length - 9] ^= 1
    for (const wrong of [damaged, bytes.slice(0, -4), bytes.slice(0, 5), new Uint8Array(40)]) {
      expect(() => TensorFile.parse(wrong, 'parser')).toThrow(AscribeError)
    }
  })
})
