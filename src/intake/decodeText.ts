import { AscribeError } from '../base/AscribeError.ts'
import { binaryKind } from './binaryKind.ts'

/** A text with the encoding that it was read as, by its WHATWG label. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** Only so much of a file is looked at to tell its encoding apart from a binary format. */
const SAMPLE = 65_536

/**
 * Bytes to text. A byte order mark decides; else the zeros that English leaves in UTF-16; else UTF-8 where the bytes are valid
 * UTF-8; else the `declared` encoding; else Windows-1252, of which Latin-1 is a part. Bytes that are no text throw `file-binary`,
 * text in an alphabet that cannot be guessed `file-encoding`. `name` is for the complaint only.
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): Decoded {
  const kind = binaryKind(bytes)
  if (kind !== undefined) throw binary(name, `is ${kind}, not text`)
  const wide = wideEncoding(bytes)
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(bytes)
    if (controlShare(text) > 0.01) throw binary(name, 'is not text')
    return { text, encoding: wide }
  }
  const strict = asUtf8(bytes)
  if (strict !== undefined) {
    if (controlShare(strict) > 0.02) throw binary(name, 'is not text')
    return { text: strict, encoding: 'utf-8' }
  }
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.includes(0)) throw binary(name, 'is not text')
  if (declared !== undefined) return withLabel(bytes, declared, name)
  // A file that was cut in the middle of a letter, or has one stray byte, is UTF-8 all the same.
  if (isMostlyUtf8(sample)) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' }
  // In Windows-1252 these are the letters with accents, in Cyrillic, Greek and Arabic encodings all letters.
  const letters = sample.reduce((count, byte) => count + Number(byte >= 0xc0), 0)
  if (letters > sample.length * 0.2) {
    throw new AscribeError(
      'file-encoding',
      `${name}: the encoding of this text cannot be told`,
      'save it as UTF-8, and read it again',
    )
  }
  const text = new TextDecoder('windows-1252').decode(bytes)
  if (controlShare(text) > 0.01) throw binary(name, 'is not text')
  return { text, encoding: 'windows-1252' }
}

const binary = (name: string, what: string): AscribeError =>
  new AscribeError('file-binary', `${name} ${what}`, 'save it as text, Markdown or HTML, and read that')

function withLabel(bytes: Uint8Array, label: string, name: string): Decoded {
  try {
    const decoder = new TextDecoder(label)
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch (cause) {
    const remedy = 'save the page as UTF-8, and read it again'
    throw new AscribeError('file-encoding', `${name} declares an unknown encoding, '${label}'`, remedy, cause)
  }
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 by its byte order mark, or by the zeros: in English nearly every second byte is one. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(bytes.length, SAMPLE) >> 1
  if (pairs === 0 || bytes.length % 2 !== 0) return undefined
  let [even, odd] = [0, 0]
  for (let index = 0; index < pairs * 2; index += 2) {
    even += Number(bytes[index] === 0)
    odd += Number(bytes[index + 1] === 0)
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be'
  return undefined
}

/** The part of a text that is control characters other than white space. */
function controlShare(text: string): number {
  const sample = text.slice(0, SAMPLE)
  return sample === '' ? 0 : (sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0) / sample.length
}

/** True where letters of several bytes are well formed ten times as often as not. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let [good, bad] = [0, 0]
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]
    if (byte < 0x80) continue
    const length = byte >= 0xc2 && byte <= 0xdf ? 2 : (byte & 0xf0) === 0xe0 ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
    let continued = 1
    while (continued < length && (bytes[index + continued] & 0xc0) === 0x80) continued++
    if (length > 0 && continued === length) {
      good++
      index += length - 1
    } else if (index + length < bytes.length) bad++
  }
  return good > 10 * bad
}
