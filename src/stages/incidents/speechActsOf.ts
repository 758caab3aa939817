import { isPassive } from '../../document/Clauses.ts'
import type { SpeechAct } from '../../document/Layers.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { propositionsOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'

/**
 * What is done by saying it, with who does it to whom: "The bishops condemned the raid". Each mention is an act of its own; what
 * is only planned, and what says what a protest is about, is none.
 */
export function speechActsOf(scene: Scene, candidates: readonly Candidate[], at: CandidateAt): SpeechAct[] {
  const nothing: CandidateAt = new Map()
  return candidates
    .filter(
      (candidate) =>
        (candidate.stage !== 'planned' || isToCome(scene, candidate)) &&
        !isAim(scene, candidate, at) &&
        !isAside(scene, candidate),
    )
    .map((candidate, index) => {
      const { token, words, trigger } = candidate.match
      return {
        type: candidate.type,
        stage: candidate.stage,
        token,
        start: scene.trees.tokens[Math.min(...words)].start,
        end: scene.trees.tokens[Math.max(...words)].end,
        by: `rule:incidents/${trigger.as}`,
        parties: propositionsOf(scene, { candidates: [candidate] }, index, nothing).map(({ property, spans, by }) => ({
          property,
          span: spans[0],
          by,
        })),
      }
    })
}

/** "said it will recognise the council": announced, and not merely possible */
const isToCome = ({ trees }: Scene, { match: { token } }: Candidate): boolean =>
  trees.children(token).some((child) => /^(will|would|'ll|’ll)$/.test(trees.lower(child)))

/** "The rebels, backed by the air force, took the town": a participle tells how things stand. */
const isAside = ({ trees }: Scene, { match: { token, trigger } }: Candidate): boolean =>
  trigger.as !== 'noun' &&
  trees.child(token, 'aux') < 0 &&
  /^(acl|amod|advcl|appos)$/.test(trees.plainRelation(token)) &&
  isPassive(trees, token) &&
  !isLeading(trees, token) &&
  !isHeadline(trees, token)

/** "Premier criticised by bishops": a heading is its news. */
const isHeadline = (trees: Scene['trees'], token: number): boolean =>
  trees.relation(token) === 'acl' &&
  trees.relation(trees.head(token)) === 'root' &&
  trees.head(token) < token &&
  trees.child(token, 'obl') >= 0

/** "Denounced by the bar as a farce, the trial went on": the news comes first. */
const isLeading = (trees: Scene['trees'], token: number): boolean =>
  (token === 0 || trees.tokens[token - 1].sentence !== trees.tokens[token].sentence) &&
  trees.relation(token) === 'advcl' &&
  trees.child(token, 'obl') >= 0 &&
  trees.children(token).some((child) => trees.lower(trees.left(child)) === 'by')

/** "Thousands marched to denounce the law", "blocked the road, demanding water": part of the protest. */
function isAim({ trees, lexicons }: Scene, { match: { token } }: Candidate, at: CandidateAt): boolean {
  if (!/^(xcomp|advcl|acl|conj)$/.test(trees.plainRelation(token))) return false
  const over = trees.head(token)
  // "held a rally to denounce the law"
  // "blocked the crossing to press the governor", with the clause hung on the crossing
  const above = trees.relation(token) === 'acl' && trees.relation(over) === 'obj' ? [trees.head(over)] : []
  return [over, trees.child(over, 'obj'), trees.child(over, 'nsubj'), ...above].some((i) => {
    const type = at.get(i)?.type
    return type !== undefined && isKindOf(lexicons.vocabulary, type, 'protest')
  })
}
