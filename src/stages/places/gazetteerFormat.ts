/** "ASGZ": the first four bytes of a gazetteer. */
export const GAZETTEER_MAGIC = 0x5a475341
export const GAZETTEER_VERSION = 1
/** Keys in one front-coded block. */
export const BLOCK = 16

/** Where the columns lie in the file. */
export interface GazetteerHeader {
  readonly entries: number
  readonly keys: number
  readonly countries: readonly string[]
  readonly sections: Readonly<Record<string, readonly [number, number]>>
}

/** Numbers on a logarithmic scale in one byte. */
export const encodeLog = (value: number, steps = 20): number =>
  Math.max(0, Math.min(255, Math.round(Math.log(value + 1) * steps)))
export const decodeLog = (byte: number, steps = 20): number => Math.exp(byte / steps) - 1
