/** The first bytes of formats that people take for text, or that hold text in another wrapping. */
const SIGNATURES: readonly [string, readonly number[]][] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive (as are .docx, .odt and .epub)', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Word or Outlook file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a GZIP archive', [0x1f, 0x8b]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['an RTF file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['text in UTF-32', [0xff, 0xfe, 0x00, 0x00]],
  ['text in UTF-32', [0x00, 0x00, 0xfe, 0xff]],
]

/** What the bytes are where their beginning tells a format that is not read; undefined otherwise. */
export const binaryKind = (bytes: Uint8Array): string | undefined =>
  SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0]
