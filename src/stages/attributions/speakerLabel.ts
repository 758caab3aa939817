import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

/** A transcript names each speaker more than once, or more than one. */
const FEWEST = 3
const LONGEST = 6

const TURNS = new WeakMap<Context, ReadonlyMap<number, readonly number[]>>()

/**
 * The names that speakers have at the head of their paragraphs in a transcript or an interview:
 *
 *     VENN: What did you see?          VENN | : | What did you see?
 *     ADARO: Two men, on the roof.     ADARO | : | Two men, on the roof.
 *     NOTE: The road is closed.        alone: nobody speaks
 */
export function speakerLabel(context: Context, i: number): Candidate | undefined {
  let labels = TURNS.get(context)
  if (labels === undefined) {
    labels = labelsOf(context)
    TURNS.set(context, labels)
  }
  const content = labels.get(i)
  if (content === undefined) return undefined
  const from = context.paragraphFrom[context.paragraph[i]]
  return byRule(
    'speaker-label',
    i,
    range(from, i - 1).filter((k) => context.trees.tags[k].upos !== 'PUNCT'),
    content,
  )
}

/** What follows each label of a transcript, by its colon; nothing where the text is no transcript. */
function labelsOf(context: Context): ReadonlyMap<number, readonly number[]> {
  const { trees, paragraphFrom, paragraphTo } = context
  const turns = new Map<number, readonly number[]>()
  for (const [paragraph, from] of paragraphFrom.entries()) {
    if (from === undefined) continue
    const to = paragraphTo[paragraph]
    const colon = range(from + 1, Math.min(from + LONGEST, to - 1)).find((k) => trees.tokens[k].text === ':')
    if (colon === undefined || !isLabel(context, range(from, colon - 1))) continue
    // The segmenter takes such a label for a dateline, with a paragraph of its own.
    const alone = colon === to - 1
    const first = alone ? to : colon + 1
    const last = alone ? (paragraphTo[context.paragraph[to]] ?? to) : to
    if (last > first + 1) turns.set(colon, range(first, last - 1))
  }
  return turns.size >= FEWEST ? turns : new Map()
}

/** "VENN", "CAPTAIN ORLO VENN", "Q": capitals alone. */
const isLabel = ({ trees, document }: Context, words: readonly number[]): boolean =>
  /^["“]?\p{Lu}[\p{Lu}\p{M}'’. -]*$/u.test(
    document.text.slice(trees.tokens[words[0]].start, trees.tokens[words[words.length - 1]].end),
  )
