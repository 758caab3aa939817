import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AscribeError } from '../base/AscribeError.ts'
import { decodeText } from './decodeText.ts'

const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

describe('decodeText', () => {
  const text = 'The café in Orléans was hit on Friday, officials said.'

  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 LE with a byte order mark', utf16(`\uFEFF${text}`, false), 'utf-16le'],
    ['UTF-16 BE with a byte order mark', utf16(`\uFEFF${text}`, true), 'utf-16be'],
    ['UTF-16 LE without', utf16(text, false), 'utf-16le'],
    ['UTF-16 BE without', utf16(text, true), 'utf-16be'],
    ['Latin-1', latin(text), 'windows-1252'],
  ])('reads %s', (_name, bytes, encoding) => {
    expect(decodeText(bytes, 'story.txt')).toEqual({ text, encoding })
  })

  it('reads the quotation marks and dashes of Windows-1252', () => {
    const bytes = Buffer.from([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0x68, 0x65, 0x92, 0x73])
    expect(decodeText(bytes, 'x').text).toBe('“No” – he’s')
  })

  it('keeps UTF-8 that was cut in the middle of a letter', () => {
    const bytes = Buffer.from(`${text} “Tout est fini”, said Françoise. é`).subarray(0, -1)
    expect(decodeText(bytes, 'x')).toMatchObject({
      encoding: 'utf-8',
      text: expect.stringContaining('“Tout est fini”'),
    })
  })

  it('changes nothing in the text: composed and decomposed letters, line breaks', () => {
    const mixed = 'e\u0301 \u00e9 \r\n \n \t \u200e'
    expect(decodeText(Buffer.from(mixed), 'x').text).toBe(mixed)
  })

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 and more')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    [
      'a program',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0, 1, 0, 255, 254]),
    ],
    ['zeros', Buffer.alloc(300)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decodeText(bytes, 'x')).toThrowError(expect.objectContaining({ code: 'file-binary' }))
  })

  it('does not guess at another alphabet in one byte', () => {
    const koi8 = Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x20, 0xcd, 0xc9, 0xd2, 0x2e])
    expect(() => decodeText(koi8, 'x')).toThrowError(expect.objectContaining({ code: 'file-encoding' }))
    expect(decodeText(koi8, 'x', 'koi8-r').text).toBe('Привет мир.')
    expect(() => decodeText(koi8, 'x', 'klingon')).toThrowError(expect.objectContaining({ code: 'file-encoding' }))
  })

  it('gives back any UTF-8 text of letters, and never fails but with an error that says what to do', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc é“—\n日ن'), minLength: 1 }), (any) => {
        expect(decodeText(Buffer.from(any), 'x').text).toBe(any)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          decodeText(bytes, 'x')
        } catch (error) {
          expect(error).toBeInstanceOf(AscribeError)
        }
      }),
    )
  })
})
