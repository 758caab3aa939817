import { subjectOf } from '../../document/Clauses.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'
import type { Speaker } from './sourceOf.ts'

/** Who was read to speak, as far as what goes on behind needs it. */
interface Voice {
  readonly whole: Candidate
  readonly parent?: number | undefined
  readonly speaker: Speaker
  /** nobody would know it but from the speaker: somebody private, or who is not named */
  readonly isPrivate: boolean
}

/** A sentence that goes on with what somebody said, and the index of the voice it goes on from. */
interface GoneOn {
  readonly content: readonly number[]
  readonly of: number
}

/**
 * Sentences without a verb of saying in which the speaker of the one before goes on: set back in time as his words were.
 *
 *     Amina said nine girls had disappeared. Others had joined the columns. Recruiters promised jobs, she said.     the second
 *     A guard said the men had fled. They had burned two boats.                                                    the second
 *     Tomas, a miner, says he avoids the rebels. He has left the village.                                          the second: of himself
 *     The minister said the raid failed. The army had shelled the town in May.                                     none
 *     The chief said nine men were held. Soldiers raided two houses. The men will be charged, he said.             none
 */
export function freeIndirect(context: Context, voices: readonly Voice[]): GoneOn[] {
  const { trees, document } = context
  const taken = new Map(
    voices.flatMap(({ whole }, index) => [...whole.source, ...whole.cueWords, ...whole.content].map((i) => [i, index])),
  )
  const sentences = document.get('sentences')
  const lastIn = lastVoices(context, voices)
  const found: GoneOn[] = []
  for (let at = 1; at < sentences.length; at++) {
    const { from, to, paragraph } = sentences[at]
    if (sentences[at - 1].paragraph !== paragraph || document.get('paragraphs')[paragraph]?.kind === 'heading') continue
    const of = lastIn.get(at - 1)
    if (of === undefined) continue
    const words = range(from, /^[.!?]$/.test(trees.tokens[to - 1].text) ? to - 2 : to - 1)
    // "He has left the village and wants to go home": what he wants was read already.
    const other = words.some((i) => context.quotes.at[i] >= 0 || (taken.has(i) && !isSame(voices, of, taken.get(i))))
    const root = words.find((i) => trees.head(i) < from) ?? -1
    if (other || root < 0 || trees.tags[root].upos !== 'VERB' || taken.has(root)) continue
    const resumes = sentences[at + 1]?.paragraph === paragraph && isSame(voices, of, lastIn.get(at + 1))
    const goesOn = isSetBack(context, root)
      ? !words.some((i) => taken.has(i)) &&
        (resumes ||
          isSetBackIn(context, voices[of]) ||
          found.at(-1)?.content.at(-1) === from - 2 ||
          // “They came at night,” a resident said. They had taken her sons.
          (voices[of].isPrivate && trees.tags[Math.max(0, subjectOf(trees, root).head)].upos === 'PRON'))
      : isOfHimself(context, voices[of], root)
    if (!goesOn) continue
    found.push({ content: ownWords(context, words, voices), of })
    lastIn.set(at, of)
  }
  return found
}

/**
 * Without what was read as his already ("and wants to go home"), and without what the report sets against it: "He still hides, even
 * though the gang was broken up in May".
 */
function ownWords({ trees }: Context, words: readonly number[], voices: readonly Voice[]): number[] {
  const read = new Set(voices.flatMap(({ whole }) => [...whole.cueWords, ...whole.content]))
  const against = words
    .filter((i) => /^(though|although|whereas)$/.test(trees.lower(i)) && trees.plainRelation(i) === 'mark')
    .map((mark) => trees.head(mark))
  const own = words.filter((i) => !read.has(i) && !against.some((clause) => trees.dominates(clause, i)))
  while (own.length > 0 && /^(CCONJ|PUNCT|ADV)$/.test(trees.tags[own.at(-1)!].upos)) own.pop()
  return own
}

/** Of each sentence that somebody speaks in, who spoke last; none where several did. */
function lastVoices({ trees }: Context, voices: readonly Voice[]): Map<number, number> {
  const found = new Map<number, number>()
  const several = new Set<number>()
  voices.forEach(({ whole, parent, speaker }, index) => {
    if (parent !== undefined || whole.source.length === 0 || whole.content.length < 3) return
    if (!['person', 'unnamed', 'role', 'group'].includes(speaker.kind)) return
    const { sentence } = trees.tokens[whole.cue]
    const other = found.get(sentence)
    if (other !== undefined && !isSame(voices, other, index)) several.add(sentence)
    found.set(sentence, index)
  })
  for (const sentence of several) found.delete(sentence)
  return found
}

const isSame = (voices: readonly Voice[], a: number, b: number | undefined): boolean =>
  b !== undefined && voices[a].speaker.entity !== undefined && voices[a].speaker.entity === voices[b].speaker.entity

/** "had joined", "had been burned" */
const isSetBack = ({ trees }: Context, verb: number): boolean =>
  trees.tags[verb].xpos === 'VBN' &&
  trees.children(verb).some((child) => trees.plainRelation(child) === 'aux' && trees.lower(child) === 'had')

/** "said the men had fled": his own words are set back too. */
const isSetBackIn = (context: Context, { whole }: Voice): boolean =>
  /^VBD$/.test(context.trees.tags[whole.cue].xpos) &&
  whole.content.some((i) => context.quotes.at[i] < 0 && isSetBack(context, i))

/** "He has left the village", "She no longer goes out": who else would know */
function isOfHimself({ trees, document }: Context, { speaker, isPrivate }: Voice, verb: number): boolean {
  if (!isPrivate || speaker.entity === undefined) return false
  const subject = subjectOf(trees, verb).head
  if (subject < 0 || !/^(he|she)$/.test(trees.lower(subject))) return false
  const mention = document.get('mentions').find(({ head }) => head === subject)
  if (mention?.entity !== speaker.entity) return false
  const aux = trees.children(verb).filter((child) => trees.plainRelation(child) === 'aux')
  return trees.tags[verb].xpos === 'VBZ'
    ? aux.length === 0
    : trees.tags[verb].xpos === 'VBN' && aux.some((child) => trees.lower(child) === 'has')
}
