import type { LinearModel } from '../../learned/LinearModel.ts'
import type { Context } from './Context.ts'
import { cueFeatures, MOST_CUE_FEATURES } from './cueFeatures.ts'
import { CONTENT, CUE, labelRoles, type Scores, SOURCE } from './RoleLabeller.ts'
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

/** Every possible cue with its roles. */
export function candidatesOf(context: Context, odds: Float64Array, roles: Scores): Candidate[] {
  const cues = countedCues(odds)
  const candidates: Candidate[] = []
  for (let i = 0; i < context.length; i++) {
    if (odds[i] < LEAST_ODDS) continue
    const view = new RoleView(context, i, cues)
    const { roles: labels, score } = labelRoles(roles, view)
    const wordsOf = (role: number) =>
      Array.from(labels.keys())
        .filter((k) => labels[k] === role)
        .map((k) => k + view.from)
    candidates.push({
      cue: i,
      odds: odds[i],
      source: wordsOf(SOURCE),
      cueWords: wordsOf(CUE),
      content: wordsOf(CONTENT),
      fit: score,
    })
  }
  return candidates
}
