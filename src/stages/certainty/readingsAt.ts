import type { Trees } from '../../document/Trees.ts'
import type { CertaintyWord, CertaintyWords } from '../../vocabulary/CertaintyWords.ts'

/** Words that a phrase of the vocabulary reaches before a word, which governs them, and after it. */
const [BEFORE, AFTER] = [2, 1]

/**
 * What the vocabulary has of a word, or of the longest phrase that it makes with its neighbours: "almost certainly" at "certainly",
 * "no longer" at "longer", "instead of" at "instead", "not only" at "not".
 */
export function readingsAt(trees: Trees, words: CertaintyWords, i: number): readonly CertaintyWord[] | undefined {
  let from = i
  while (from > 0 && i - from < BEFORE && trees.head(from - 1) === i) from--
  // What governs the word has the phrase itself: "highly unlikely" is at "unlikely".
  const to = trees.head(i) === i + AFTER ? i + 1 : Math.min(trees.length, i + 1 + AFTER)
  for (let start = from; start <= i; start++) {
    for (let end = to; end > i; end--) {
      if (end - start === 1) continue
      let phrase = trees.lower(start)
      for (let k = start + 1; k < end; k++) phrase += ` ${trees.lower(k)}`
      const readings = words.get(phrase)
      if (readings !== undefined) return readings
    }
  }
  return words.get(trees.lower(i)) ?? words.get(trees.lemma(i))
}
