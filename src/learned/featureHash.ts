/**
 * Features are 32-bit integers, so that no string is put together in a hot loop. A word is hashed once (`hashString`);
 * a feature is a template number and one to three such hashes or small integers, mixed by `feature`.
 */

/** The value of a string (FNV-1a over its UTF-16 units); also of the part `[from, to)` of one, without cutting it out. */
export function hashString(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** One step of murmur3: takes `part` into `hash`. The order of parts matters. */
export function mix(hash: number, part: number): number {
  let k = Math.imul(part, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  const h = hash ^ k
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}

/** Murmur3's finaliser: spreads the entropy over all bits, since the model takes the upper ones for its table. */
export function finish(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A feature of a template and up to three parts: `feature(12, words[i], tags[i - 1])`. */
export function feature(template: number, a = 0, b = 0, c = 0): number {
  return finish(mix(mix(mix(template, a), b), c))
}
