import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'

/**
 * What the tree knows better than the labels of a candidate; undefined where it is no attribution after all.
 *
 *     The courier, regarded by officials as the planner, …     source: officials, not the courier
 *     He said it was an accident, but the raid was claimed …   content ends before ", but" with a cue and source of its own
 *     the front, also known as the League                      another name, no attribution
 *     The flood threatens to undo years of work                nobody threatens
 */
export function mendRoles(
  context: Context,
  candidate: Candidate,
  kept: readonly Candidate[],
  vocabulary: AttributionVocabulary,
): Candidate | undefined {
  if (isOtherName(context, candidate) || isFigurative(context, candidate, vocabulary)) return undefined
  return beforeContrast(context, withoutHearer(context, withAgent(context, candidate)), kept)
}

/** The agent of a passive is the source; what it is said of belongs to the content. */
function withAgent({ trees }: Context, candidate: Candidate): Candidate {
  const { cue, source, content, cueWords } = candidate
  const agent = trees.children(cue).find((c) => c > cue && trees.relation(c) === 'obl:agent')
  if (trees.tags[cue].xpos !== 'VBN' || agent === undefined) return candidate
  const words: number[] = []
  for (let i = trees.left(agent); i <= trees.right(agent); i++) {
    if (has(source, i) || (i >= agent - 3 && i <= agent && trees.plainRelation(i) !== 'case')) words.push(i)
  }
  const meant = new Set(words.filter((i) => !cueWords.includes(i) && trees.lower(i) !== 'by'))
  const subject = source.filter((i) => !meant.has(i) && i < cue)
  return {
    ...candidate,
    source: [...meant].sort((a, b) => a - b),
    content: [...new Set([...subject, ...content.filter((i) => !meant.has(i))])].sort((a, b) => a - b),
  }
}

const TO_SOMEONE = new Set(['tell', 'assure', 'remind', 'inform', 'notify', 'warn', 'brief'])

/** "told Reuters the convoy …": whom it was told to is no content. */
function withoutHearer({ trees, quotes }: Context, candidate: Candidate): Candidate {
  const { cue, content, cueWords } = candidate
  if (!TO_SOMEONE.has(trees.lemma(cue)) || trees.child(cue, 'ccomp', 'xcomp', 'parataxis') < 0) return candidate
  const hearer = trees.children(cue).find((c) => c > cue && /^i?obj$/.test(trees.plainRelation(c)))
  const first = content.find((i) => i > cue)
  if (hearer === undefined || first === undefined || first !== Math.max(cue, ...cueWords) + 1) return candidate
  if (first !== trees.left(hearer) || quotes.at[first] >= 0) return candidate
  const rest = content.filter((i) => i < cue || i > trees.right(hearer))
  return rest.length > 1 ? { ...candidate, content: rest } : candidate
}

/** Cuts the content before ", but …" where what follows has a cue and a source of its own outside quotation marks. */
function beforeContrast({ trees, quotes }: Context, candidate: Candidate, kept: readonly Candidate[]): Candidate {
  const { content, cue } = candidate
  for (const i of content) {
    if (trees.lower(i) !== 'but' || trees.lower(i - 1 < 0 ? i : i - 1) !== ',' || quotes.at[i] >= 0 || i < cue) continue
    const turns = kept.some(
      (other) => other.cue > i && other.cue - i < 25 && has(content, other.cue) && other.source.some((k) => k > i),
    )
    if (turns) return { ...candidate, content: content.filter((k) => k < i - 1) }
  }
  return candidate
}

const isOtherName = ({ trees }: Context, { cue, source, cueWords }: Candidate): boolean =>
  trees.lemma(cue) === 'know' && source.length === 0 && cueWords.some((i) => trees.lower(i) === 'as')

/** "threatens to undo", said of what is no speaker and of no violence. */
function isFigurative({ trees }: Context, candidate: Candidate, { danger, speakers }: AttributionVocabulary): boolean {
  const { cue, source, content } = candidate
  if (trees.lemma(cue) !== 'threaten' || trees.child(cue, 'xcomp') < 0) return false
  if (content.some((i) => danger.harm.has(trees.lemma(i)))) return false
  return !source.some((i) => {
    const { upos } = trees.tags[i]
    const lemma = trees.lemma(i)
    const person =
      speakers.offices.has(lemma) || speakers.privatePeople.has(lemma) || speakers.groupWords.has(trees.lower(i))
    return (
      upos === 'PROPN' ||
      person ||
      /^(?:he|she|they|we|i|who|group|rebel|gang|militant|government|party|union)$/.test(lemma)
    )
  })
}
