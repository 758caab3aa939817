import { AscribeError } from '../base/AscribeError.ts'
import { checksum, HEAD } from './binary.ts'

/** Checks the head of a model file (see `withHead`) and returns what follows; `name` is for the complaint. */
export function bodyOf(from: Uint8Array, magic: number, version: number, name: string): Uint8Array {
  const complain = (what: string): AscribeError =>
    new AscribeError('model-unreadable', `the model '${name}' ${what}`, 'restore it from the repository, or train it')
  // A plain view: the `slice` of Node's Buffer would not copy.
  const bytes = new Uint8Array(from.buffer, from.byteOffset, from.byteLength)
  if (bytes.length < HEAD) throw complain('is cut short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== magic) throw complain('is no model file of its kind')
  const found = view.getUint32(4, true)
  if (found !== version) throw complain(`has format ${found}, where this release reads ${version}`)
  const body = bytes.subarray(HEAD)
  if (view.getUint32(8, true) !== checksum(body)) throw complain('is damaged: its checksum is wrong')
  return body
}
