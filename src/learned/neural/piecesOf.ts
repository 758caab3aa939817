/** Words read together at most: no sentence that a person wrote is longer, and a table of pairs of them is still small. */
export const LONGEST_PIECE = 256

/** The pieces `[from, to)` of a sentence that are worked on at once: nearly always the sentence itself. */
export function* piecesOf(sentence: { readonly from: number; readonly to: number }): Generator<[number, number]> {
  for (let from = sentence.from; from < sentence.to; from += LONGEST_PIECE) {
    yield [from, Math.min(sentence.to, from + LONGEST_PIECE)]
  }
}
