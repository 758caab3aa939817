import { hashString } from '../../learned/featureHash.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { Act } from '../../model/Attribution.ts'
import { ContentIndex } from './ContentIndex.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'
import { sourceHead } from './sourceOf.ts'
import { MOST_VERDICT_FEATURES, verdictFeatures } from './verdictFeatures.ts'

/** A candidate that stands, and the index (among those chosen) of the one whose content holds its cue. */
export interface Chosen {
  readonly candidate: Candidate
  readonly parent?: number
}

/** Log odds above which a candidate stands by itself, and those of a cue alone above which a passive without a source does. */
const STANDS = 0
const SILENT = 0

/**
 * Chooses the candidates that stand: first those that the verdicts uphold, one for each cue, then those within the content
 * of another that would stand if they were alone. The corpus of the verdicts marks no attribution within another, so
 * for these it is the cue by itself that counts, and they need a source and a content of their own.
 */
export function choose(
  context: Context,
  candidates: readonly Candidate[],
  verdicts: LinearModel,
  byRule: (kept: readonly Candidate[]) => readonly Candidate[],
  mend: (candidate: Candidate, kept: readonly Candidate[]) => Candidate | undefined,
  nested: (mended: readonly Candidate[]) => readonly Candidate[],
): Chosen[] {
  const features = new Int32Array(MOST_VERDICT_FEATURES)
  const score = new Float32Array(1)
  const judged = candidates
    .map((candidate, index) => {
      verdicts.scores(features, verdictFeatures(context, candidates, index, features), score)
      return { candidate, odds: score[0] * verdicts.scale }
    })
    .filter(({ candidate }) => !isEmptyMark(context, candidate))
  const kept: Candidate[] = []
  const taken = new Set<number>()
  const contents = new ContentIndex()
  const take = (candidate: Candidate) => {
    kept.push(candidate)
    contents.add(candidate)
    for (const i of candidate.cueWords) taken.add(i)
  }
  for (const { candidate } of judged.filter(({ odds }) => odds > STANDS).sort((a, b) => b.odds - a.odds)) {
    if (!taken.has(candidate.cue)) take(candidate)
  }
  for (const { candidate } of judged) {
    if (
      !taken.has(candidate.cue) &&
      contents.holding(candidate.cue).length === 0 &&
      (isSilentPassive(context, candidate) || isImpersonal(context, candidate))
    )
      take(candidate)
  }
  for (const { candidate } of judged) {
    if (taken.has(candidate.cue)) continue
    const around = narrowest(contents.holding(candidate.cue))
    if (around === undefined) continue
    const inner = within(byTree(context, candidate), around)
    if (standsNested(context, inner) || isVerdict(context, inner)) take(inner)
  }
  for (const candidate of byRule(kept)) take(candidate)
  kept.sort((a, b) => a.cue - b.cue)
  const outer = kept.flatMap((candidate) => mend(candidate, kept) ?? [])
  const inner = nested(outer)
  const read = new Set(inner.map(({ cue }) => cue))
  const mended = [...outer.filter(({ cue }) => !read.has(cue)), ...inner].sort((a, b) => a.cue - b.cue)
  const outers = new ContentIndex(mended)
  const settled = mended.map((candidate) => {
    // Two that each hold the other's cue: the one that hangs on the other in the tree is the inner one.
    const around = outers
      .holding(candidate.cue)
      .find(
        (other) =>
          other !== candidate && has(candidate.content, other.cue) && context.trees.dominates(other.cue, candidate.cue),
      )
    return around === undefined ? candidate : within(candidate, around)
  })
  const around = new ContentIndex(settled)
  const indices = new Map(settled.map((candidate, index) => [candidate, index]))
  return settled.map((candidate) => {
    const parent = parentOf(context, indices, around, candidate)
    return parent < 0 ? { candidate } : { candidate, parent }
  })
}

/** The one with the shortest content, the first of equals. */
function narrowest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  for (const other of candidates) {
    if (best === undefined || other.content.length < best.content.length) best = other
  }
  return best
}

/** The candidate without the words that lie outside the content it stands in. */
function within(candidate: Candidate, outer: Candidate): Candidate {
  return {
    ...candidate,
    source: candidate.source.filter((i) => has(outer.content, i)),
    content: candidate.content.filter((i) => has(outer.content, i)),
  }
}

// Acts whose verbs can take a quotation, as `Context.known` has them.
const SPEECH = new Set(Act.options.map((act) => hashString(`v ${act} q`)))

/**
 * A cue within a content has its words labelled as that content's; its own are then read off the tree: the clause it governs, or
 * the first one behind it that begins with "that".
 */
function byTree({ trees }: Context, candidate: Candidate): Candidate {
  const { cue } = candidate
  const subject = trees.children(cue).find((c) => trees.relation(c) === 'nsubj')
  if (candidate.content.length > 1 || subject === undefined) return candidate
  let clause = trees.child(cue, 'ccomp')
  for (let i = cue + 1; clause < 0 && i <= trees.right(cue); i++) {
    if (trees.lower(i) === 'that' && trees.plainRelation(i) === 'mark') clause = trees.head(i)
  }
  if (clause < cue) return candidate
  const span = (top: number) =>
    Array.from({ length: trees.right(top) - trees.left(top) + 1 }, (_, k) => trees.left(top) + k)
  return {
    ...candidate,
    source: candidate.source.length > 0 ? candidate.source : span(subject),
    content: span(clause).filter((i) => i > cue),
  }
}

/**
 * "The suspect is believed to have fled": who believes it is left out, which the corpus of the verdicts seldom has. The tree tells it
 * from what was done: a participle that is known to report, and a clause that depends on it.
 */
function isSilentPassive({ trees, known }: Context, { cue, odds, source, content }: Candidate): boolean {
  if (odds < SILENT || known[cue] === 0 || source.length > 0 || content.length < 2) return false
  const children = trees.children(cue)
  return (
    trees.tags[cue].xpos === 'VBN' &&
    children.some((c) => trees.relation(c) === 'aux:pass') &&
    children.some(
      (c) => c > cue && ['xcomp', 'ccomp', 'advcl'].includes(trees.plainRelation(c)) && trees.child(c, 'mark') >= 0,
    )
  )
}

/** "It emerged that …", "It was said that …": a verb that may report, with a clause, and nobody for its subject. */
function isImpersonal({ trees }: Context, { cue, source, content }: Candidate): boolean {
  if (source.length > 0 || content.length < 2) return false
  const children = trees.children(cue)
  return (
    trees.tags[cue].upos === 'VERB' &&
    children.some((c) => c < cue && trees.lower(c) === 'it') &&
    children.some((c) => c > cue && trees.lower(trees.child(c, 'mark')) === 'that')
  )
}

/** A colon with nothing that it announces: "VENN:" is left to the rules. */
const isEmptyMark = ({ trees }: Context, { cue, content }: Candidate): boolean =>
  content.length === 0 && trees.tags[cue].upos === 'PUNCT'

/** Within a content a cue must be known to report, and the tree must show a source and a clause of its own. */
function standsNested(context: Context, candidate: Candidate): boolean {
  const { trees, known } = context
  const { cue, source, content } = candidate
  if (source.length === 0 || content.length < 2) return false
  if (trees.lower(cue) === 'according') return true
  if (!SPEECH.has(known[cue])) return false
  if (trees.child(cue, 'nsubj') < 0 || trees.child(cue, 'ccomp') < cue) return false
  const head = sourceHead(trees, candidate)
  // First and second persons in quoted speech ("I think", "you know") report nobody.
  return head >= 0 && !/^(?:i|you|u|we|it|one|who|what)$/.test(trees.lower(head))
}

const VERDICTS = new Set(
  ['denies', 'doubts', 'confirms'].flatMap((act) => [hashString(`v ${act} q`), hashString(`v ${act} `)]),
)

/** "… shot down the plane, which the army denies", "…, a charge he denied": what others make of all that was said before. */
function isVerdict({ trees, known }: Context, { cue, source, content }: Candidate): boolean {
  if (source.length === 0 || content.length === 0 || content.length > 2 || !VERDICTS.has(known[cue])) return false
  const before = content[0] - 1
  return (
    trees.plainRelation(cue) === 'acl' &&
    content.every((i) => i < cue) &&
    before >= 0 &&
    trees.lower(before) === ',' &&
    /^(?:which|an?)$/.test(trees.lower(content[0]))
  )
}

/**
 * The narrowest other candidate within whose content this one stands: its cue is there, or its content is and it hangs
 * on that content in the tree ("said that, according to the coroner, the victims …").
 */
function parentOf(
  { trees }: Context,
  indices: ReadonlyMap<Candidate, number>,
  around: ContentIndex,
  candidate: Candidate,
): number {
  let best: { readonly index: number; readonly length: number } | undefined
  const { cue, content, behind } = candidate
  if (behind !== undefined) {
    for (const [other, index] of indices) if (other.cue === behind) return index
  }
  for (const other of new Set([cue, ...content.slice(0, 1)].flatMap((word) => around.holding(word)))) {
    if (other === candidate || has(content, other.cue)) continue
    const inside =
      has(other.content, cue) ||
      (trees.dominates(other.cue, cue) &&
        content.every((i) => has(other.content, i)) &&
        content.length < other.content.length)
    const index = indices.get(other)!
    const { length } = other.content
    if (inside && (best === undefined || length < best.length || (length === best.length && index < best.index)))
      best = { index, length }
  }
  return best?.index ?? -1
}
