import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

const encoder = new TextEncoder()

/**
 * A content-addressed id: a prefix and the first 16 hex digits (64 bits) of the SHA-256 of the canonical JSON of `parts`.
 * The same content gives the same id on every machine, so reading a report twice adds nothing to a record.
 */
export function contentId(prefix: string, parts: unknown): string {
  return `${prefix}_${bytesToHex(sha256(encoder.encode(canonicalJson(parts)))).slice(0, 16)}`
}

/** JSON with the keys of every object sorted and undefined members left out: equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value))
}

/** The same with the keys of every object in order. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(inOrder)
  const members = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.keys(members)
      .sort()
      .map((key) => [key, inOrder(members[key])]),
  )
}
