import type { LinearModel } from '../../learned/LinearModel.ts'
import type { Context } from './Context.ts'
import { cueFeatures, MOST_CUE_FEATURES } from './cueFeatures.ts'
import { CONTENT, CUE, labelRoles, OTHER, ROLES, type Scores, SOURCE } from './RoleLabeller.ts'
import { RoleView } from './RoleView.ts'

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
  /** how well the roles fit, a word */
  readonly fit: number
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

/** Log odds of every word that it heads a cue; words that cannot have minus infinity. */
export function cueOdds(context: Context, model: LinearModel): Float64Array {
  const features = new Int32Array(MOST_CUE_FEATURES)
  const score = new Float32Array(1)
  return Float64Array.from({ length: context.length }, (_, i) => {
    if (!canBeCue(context, i)) return Number.NEGATIVE_INFINITY
    model.scores(features, cueFeatures(context, i, features), score)
    return score[0] * model.scale
  })
}

/** The words that count as cues while roles are read. */
export const countedCues = (odds: Float64Array): Uint8Array => Uint8Array.from(odds, (o) => (o > COUNTED_ODDS ? 1 : 0))

/** What the first reading makes of the words around possible cues. */
export class FirstReadings {
  readonly #context: Context
  readonly #counted: Uint8Array
  readonly #model: Scores
  readonly #own = new Map<number, { from: number; roles: Int32Array }>()
  /** how many counted cues a token is source, cue or content of */
  readonly #counts: Uint16Array

  constructor(context: Context, odds: Float64Array, model: Scores) {
    this.#context = context
    this.#model = model
    this.#counted = countedCues(odds)
    this.#counts = new Uint16Array(context.length * ROLES.length)
    for (let cue = 0; cue < context.length; cue++) if (this.#counted[cue]) this.#tally(cue)
  }

  /** The paragraph of a cue for the second reading. */
  viewOf(cue: number): RoleView {
    const { roles } = this.#read(cue)
    const view = new RoleView(this.#context, cue, this.#counted)
    const others = new Uint8Array(view.to - view.from)
    for (let i = view.from; i < view.to; i++) {
      for (const [role, bit] of BITS) {
        const own = this.#counted[cue] && roles[i - view.from] === role ? 1 : 0
        if (this.#counts[i * ROLES.length + role] - own > 0) others[i - view.from] |= bit
      }
    }
    view.first = { own: roles, others }
    return view
  }

  #read(cue: number): { from: number; roles: Int32Array } {
    let read = this.#own.get(cue)
    if (read === undefined) {
      const view = new RoleView(this.#context, cue, this.#counted)
      read = { from: view.from, roles: labelRoles(this.#model, view).roles }
      this.#own.set(cue, read)
    }
    return read
  }

  #tally(cue: number): void {
    const { from, roles } = this.#read(cue)
    roles.forEach((role, k) => {
      if (role !== OTHER) this.#counts[(k + from) * ROLES.length + role]++
    })
  }
}

const BITS = [
  [SOURCE, 1],
  [CUE, 2],
  [CONTENT, 4],
] as const

/** Every possible cue with its roles, read twice: the second time it is known what the words are to other cues. */
export function candidatesOf(context: Context, odds: Float64Array, first: FirstReadings, second: Scores): Candidate[] {
  const candidates: Candidate[] = []
  for (let i = 0; i < context.length; i++) {
    if (odds[i] < LEAST_ODDS) continue
    const view = first.viewOf(i)
    const { roles: labels, score } = labelRoles(second, view)
    const wordsOf = (role: number) =>
      Array.from(labels.keys())
        .filter((k) => labels[k] === role)
        .map((k) => k + view.from)
    candidates.push({
      cue: i,
      odds: odds[i],
      source: oneRun(wordsOf(SOURCE), sourceAnchors(context, i), i),
      cueWords: oneRun(wordsOf(CUE), [i], i),
      content: wordsOf(CONTENT),
      fit: score,
    })
  }
  return candidates
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
