/** Words in one shingle: six in a row are hardly ever the same by chance, save in quotes and formulas. */
const SHINGLE = 6
/** Of this many shingles in a row at least one is kept. */
const WINDOW = 8

/**
 * Fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): hashes of runs of six words, of which the
 * least in each window of eight is kept. Any 13 words that two texts share in a row leave a fingerprint in both, so copies
 * that were cut short or set into another story are found as well; punctuation, case and layout play no part.
 */
export function fingerprintsOf(text: string): Set<number> {
  const hashes = shingleHashes(text)
  const kept = new Set<number>()
  for (let start = 0, least = -1; start + Math.min(WINDOW, hashes.length) <= hashes.length; start++) {
    const end = Math.min(start + WINDOW, hashes.length)
    if (least < start) {
      least = start
      for (let index = start + 1; index < end; index++) if (hashes[index] <= hashes[least]) least = index
    } else if (hashes[end - 1] <= hashes[least]) least = end - 1
    if (hashes.length > 0) kept.add(hashes[least])
    if (end === hashes.length) break
  }
  return kept
}

/** 32-bit FNV-1a of each run of words, as signed integers. */
function shingleHashes(text: string): Int32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return new Int32Array(0)
  const wordHashes = Int32Array.from(words, (word) => {
    let hash = 0x811c9dc5
    for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
    return hash
  })
  const size = Math.min(SHINGLE, wordHashes.length)
  return Int32Array.from({ length: wordHashes.length - size + 1 }, (_, start) => {
    let hash = 0x811c9dc5
    for (let index = start; index < start + size; index++) {
      const word = wordHashes[index]
      for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((word >>> shift) & 0xff), 0x01000193)
    }
    return hash
  })
}
