import type { AttributionNetwork } from './AttributionNetwork.ts'
import type { Context } from './Context.ts'
import { has } from './has.ts'
import { RoleView } from './RoleView.ts'
import { CONTENT, CUE, OTHER, ROLES, SOURCE } from './viterbiRoles.ts'

/** The head of a possible cue with the words of each role. */
export interface Candidate {
  /** token that heads the cue */
  readonly cue: number
  /** log odds that it is a cue, seen alone */
  readonly odds: number
  /** tokens, in order */
  readonly source: readonly number[]
  readonly cueWords: readonly number[]
  readonly content: readonly number[]
  /** by how much its roles score more than none */
  readonly fit: number
  /** the cue of whoever passes this on, where the two stand side by side: "said …, citing two doctors" */
  readonly behind?: number
  /** the rule that read it, where it was no model */
  readonly by?: string
}

/** Cues below these log odds are not looked at any further. */
export const LEAST_ODDS = -1.6

/** Cues above these log odds count as cues when another cue's roles are read. */
const COUNTED_ODDS = -0.4

// Words of these classes never head a cue.
const NEVER = new Set(['DET', 'NUM', 'CCONJ', 'X', 'SYM', 'INTJ'])

/** True where a word can head a cue at all. */
export const canBeCue = (context: Context, i: number): boolean => !NEVER.has(context.trees.tags[i].upos)

/** Every possible cue with its roles. */
export function candidatesOf(context: Context, network: AttributionNetwork): Candidate[] {
  const odds = new Float64Array(context.length)
  const candidates: Candidate[] = []
  for (const [paragraph, from] of context.paragraphFrom.entries()) {
    if (from === undefined) continue
    const to = context.paragraphTo[paragraph]
    network.read(context, from, to, odds)
    for (let i = from; i < to; i++) {
      if (odds[i] >= LEAST_ODDS && canBeCue(context, i)) candidates.push(candidateAt(context, network, i, odds[i]))
    }
  }
  return withoutCoordinates(context, candidates).map((candidate) => ({
    ...candidate,
    content: wholeQuotes(context, candidate),
  }))
}

function candidateAt(context: Context, network: AttributionNetwork, cue: number, odds: number): Candidate {
  const view = new RoleView(context, cue)
  const { roles, score } = network.label(view)
  const words: number[][] = ROLES.map(() => [])
  roles.forEach((role, k) => {
    if (role !== OTHER) words[role].push(k + view.from)
  })
  return {
    cue,
    odds,
    source: oneRun(words[SOURCE], sourceAnchors(context, cue), cue),
    cueWords: oneRun(withoutSubject(context, cue, words[CUE]), [cue], cue),
    content: words[CONTENT],
    fit: score,
  }
}

/**
 * Ends a content before another cue that has its source outside of it, since that cue is joined to this one:
 *
 *     She admitted that the well was dry and called the dam a mistake.      content of "admitted" ends before "and called"
 */
function withoutCoordinates({ trees }: Context, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate, index) => {
    const { cue, content } = candidate
    let end = Number.POSITIVE_INFINITY
    for (let k = index + 1; k < candidates.length && candidates[k].cue <= (content.at(-1) ?? -1); k++) {
      const other = candidates[k]
      if (other.odds < COUNTED_ODDS || other.cue < cue || other.cue > end || other.source.length === 0) continue
      if (!has(content, other.cue) || other.source.some((i) => has(content, i))) continue
      end = Math.min(other.cue, ...other.cueWords)
    }
    if (end === Number.POSITIVE_INFINITY) return candidate
    let kept = content.filter((i) => i < end)
    while (kept.length > 0 && isLink(trees, kept[kept.length - 1], end)) kept = kept.slice(0, -1)
    return kept.length < 2 ? candidate : { ...candidate, content: kept }
  })
}

/** Words that lead over to what follows: conjunctions, commas, adverbs of the next clause. */
const isLink = (trees: Context['trees'], i: number, next: number): boolean =>
  ['cc', 'punct', 'mark'].includes(trees.plainRelation(i)) || (trees.tags[i].upos === 'ADV' && trees.head(i) >= next)

/** Takes a quotation whole where most of it is content, and leaves it where little of it is. */
function wholeQuotes({ quotes }: Context, { content, cue, source, cueWords }: Candidate): readonly number[] {
  const touched = new Set(content.map((i) => quotes.at[i]).filter((index) => index >= 0 && index !== quotes.at[cue]))
  if (touched.size === 0) return content
  const words = new Set(content)
  for (const index of touched) {
    const { from, to } = quotes.list[index]
    const inside = content.filter((i) => i >= from && i < to).length
    if (inside === to - from) continue
    const own = [...source, ...cueWords].some((i) => i >= from && i < to)
    for (let i = from; i < to; i++) {
      if (inside * 2 > to - from && !own) words.add(i)
      else if (inside * 5 < to - from) words.delete(i)
    }
  }
  return [...words].sort((a, b) => a - b)
}

/** A cue does not take in its own subject: "said a shopkeeper". */
function withoutSubject({ trees }: Context, cue: number, words: readonly number[]): number[] {
  const subject = trees.children(cue).find((c) => trees.relation(c) === 'nsubj')
  return words.filter((i) => i === cue || subject === undefined || !trees.dominates(subject, i))
}

/** Where the tree has the source of a cue: its subject, or that of the verb it is joined to; the agent of a passive. */
function sourceAnchors({ trees }: Context, cue: number): number[] {
  const anchors: number[] = []
  let verb = cue
  for (let step = 0; verb >= 0 && step < 3; step++) {
    for (const c of trees.children(verb)) {
      const relation = trees.relation(c)
      if (relation === 'nsubj' || relation === 'obl:agent' || (relation === 'nmod:poss' && verb === cue))
        anchors.push(c)
    }
    if (anchors.length > 0 || !['conj', 'xcomp', 'advcl', 'acl'].includes(trees.plainRelation(verb))) break
    verb = trees.head(verb)
  }
  return anchors
}

/** Sources and cues are of one piece: the run of neighbours that holds an anchor, else the one nearest to the cue. */
function oneRun(words: readonly number[], anchors: readonly number[], cue: number): number[] {
  const runs: number[][] = []
  words.forEach((word, k) => {
    if (k > 0 && words[k - 1] === word - 1) runs[runs.length - 1].push(word)
    else runs.push([word])
  })
  const distance = (run: number[]) => Math.min(Math.abs(run[0] - cue), Math.abs(run[run.length - 1] - cue))
  const anchored = runs.find((run) => anchors.some((anchor) => run.includes(anchor)))
  return anchored ?? runs.sort((a, b) => distance(a) - distance(b))[0] ?? []
}
