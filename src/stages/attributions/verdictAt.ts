import type { Act } from '../../model/Attribution.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context } from './Context.ts'
import { range } from './nounPhrases.ts'

/** Who speaks, with what words, of what. */
interface Verdict {
  readonly source: readonly number[]
  readonly cueWords: readonly number[]
  readonly content: readonly number[]
}

const VERDICTS: ReadonlySet<Act | undefined> = new Set<Act>(['denies', 'doubts', 'confirms'])

/** Verbs that deny what is only said, and nothing else: `actOf` tells by their object. */
const DISMISSING = /^(?:dismiss|rebut)$/

/** How many words a verdict may have. */
const LONGEST = 14

/**
 * What somebody makes of what was just said, told behind a comma and a noun for it:
 *
 *     Kenya accuses Somalia of arming it, a charge that Mogadishu has often denied.   Mogadishu | has often denied | a charge
 *     Residents say a mill burned, a claim dismissed by the army.                     the army | dismissed | a claim
 *     Kenya accuses Somalia of arming it, a charge it has repeated.                   no verdict
 */
export function verdictAt(
  { trees, quotes }: Context,
  { reportingVerbs, reportingNouns, words: { hearsayNouns } }: AttributionVocabulary,
  cue: number,
): Verdict | undefined {
  const { upos, xpos } = trees.tags[cue]
  const lemma = trees.lemma(cue)
  if (upos !== 'VERB' || !(VERDICTS.has(reportingVerbs.get(lemma)?.act) || DISMISSING.test(lemma))) return undefined
  const { sentence } = trees.tokens[cue]
  let noun = -1
  for (let i = cue - 1; i > Math.max(1, cue - LONGEST) && noun < 0; i--) {
    if (trees.tokens[i].sentence !== sentence || quotes.at[i] !== quotes.at[cue] || trees.tags[i].upos === 'PUNCT')
      break
    const word = trees.lemma(i)
    const named = trees.tags[i].upos === 'NOUN' && (hearsayNouns.has(word) || reportingNouns.nouns.has(word))
    if (named && opensWith(trees, i) >= 0) noun = i
  }
  if (noun < 0) return undefined
  const content = range(opensWith(trees, noun), noun)
  if (cue === noun + 1 && xpos !== 'VBD') {
    const by = cue + 1
    const agent = trees.children(cue).find((c) => c > by && trees.plainRelation(c) === 'obl') ?? -1
    if (trees.lower(by) !== 'by' || agent < 0) return undefined
    return { source: range(by + 1, trees.right(agent)), cueWords: [cue], content }
  }
  const from = /^(?:that|which)$/.test(trees.lower(noun + 1)) ? noun + 2 : noun + 1
  let to = cue - 1
  while (to >= from && /^(?:AUX|ADV)$/.test(trees.tags[to].upos)) to--
  const subject = range(from, to)
  const nominal = /^(?:NOUN|PROPN|PRON)$/.test(trees.tags[to]?.upos ?? '')
  if (subject.length === 0 || !nominal || subject.some((i) => trees.tags[i].upos === 'VERB')) return undefined
  return { source: subject, cueWords: range(to + 1, cue), content }
}

/** The first word of ", a false claim", -1 where no comma and article stand before it. */
function opensWith(trees: Context['trees'], noun: number): number {
  let at = noun - 1
  while (at > 1 && trees.tags[at].upos === 'ADJ') at--
  return /^(?:an?|the)$/.test(trees.lower(at)) && /^[,–—]$/.test(trees.lower(at - 1)) ? at : -1
}
