import { markOf } from '../../document/Clauses.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { isSupported } from './nounArguments.ts'
import { isTaking } from './propertyOf.ts'
import type { Scene } from './Scene.ts'

/** The word of the expression whose governor stands outside it. */
export function headOf(scene: Scene, { from, to }: { from: number; to: number }): number {
  for (let i = from; i < to; i++) {
    const head = scene.trees.head(i)
    if (head < from || head >= to) return i
  }
  return from
}

/** The mention that the tree puts an expression under; `none` where it puts it under something else. */
export function governorOf(
  scene: Scene,
  start: number,
  at: CandidateAt,
  group: readonly Candidate[],
  forPlace: boolean,
): Candidate | 'none' | undefined {
  const { trees } = scene
  const { telling } = scene.lexicons.circumstanceWords
  let below = start
  for (let i = trees.head(start); i >= 0; below = i, i = trees.head(i)) {
    const candidate = at.get(i)
    if (candidate) {
      // "militants from Libya attacked": where the attackers come from is not where it happened.
      const apart = ({ role, head }: Candidate['args'][number]) =>
        /^(agent|from|into)$/.test(role) &&
        !(role === 'from' && isTaking(candidate.type)) &&
        (head < candidate.match.token || role !== 'agent') &&
        trees.dominates(candidate.match.token, head) &&
        trees.dominates(head, start)
      return forPlace && candidate.args.some(apart) ? 'none' : candidate
    }
    // "the attack that was carried out in Gulu"
    const told = isSupported(scene, i) ? at.get(trees.head(i)) : undefined
    if (told) return told
    if (telling.has(trees.lemma(i))) {
      // "claimed an attack last month": what stands after the object says when that was, not when it was claimed.
      const object = group.find(({ match: { token } }) => token > i && token < start && isGoverned(scene, i, token))
      return object !== undefined && !isLater(scene, start) ? object : 'none'
    }
    // "The attack took place on Friday", "tried on Friday to attack": no trigger itself, but what it governs is one.
    const governed = group.filter(
      ({ match }) => isGoverned(scene, i, match.token) && !trees.dominates(below, match.token),
    )
    if (governed.length > 0) return nearestTo(governed, start)
    // "The group, which split in 2009, plans an attack": when it split.
    if (trees.relation(i) === 'acl:relcl' && !forPlace && !group.some(({ match }) => trees.dominates(i, match.token))) {
      if (group.every(({ match }) => match.token !== trees.head(i))) return 'none'
    }
    if (isAtOnce(trees, i)) return at.get(trees.head(i))
    if (/^(acl|ccomp|advcl|parataxis)$/.test(trees.plainRelation(i))) break
  }
  return undefined
}

/** "were abducted [when their bus was stopped near Gulu on Friday]": the clause is of the same moment. */
export const isAtOnce = (trees: Trees, verb: number): boolean =>
  trees.relation(verb) === 'advcl' && /^(when|as|while)$/.test(markOf(trees, verb))

/** "claimed the attack four days later": when it was claimed. */
function isLater({ trees }: Scene, start: number): boolean {
  for (
    let i = start;
    i < trees.length && i < start + 4 && trees.tokens[i].sentence === trees.tokens[start].sentence;
    i++
  )
    if (trees.lower(i) === 'later' || trees.lower(i) === 'afterward') return true
  return false
}

/** True where the word hangs on the verb as one of its nouns, or as the verb that it helps: "managed to escape". */
function isGoverned(scene: Scene, verb: number, token: number): boolean {
  const { trees } = scene
  for (let i = token, steps = 0; i >= 0 && steps < 4; i = trees.head(i), steps++) {
    if (i === verb) return true
    if (!/^(nsubj|obj|obl|nmod|xcomp|compound|appos)$/.test(trees.plainRelation(i))) return false
  }
  return false
}

/** True where one stands in what is reported and the other with the reporting: "said on Monday that a bomb exploded". */
export function isUnderReport(scene: Scene, start: number, token: number): boolean {
  const { trees } = scene
  const { telling } = scene.lexicons.circumstanceWords
  const meet = trees.meet(start, token)
  for (let i = token; i >= 0 && i !== meet; i = trees.head(i)) {
    if (trees.head(i) >= 0 && telling.has(trees.lemma(trees.head(i)))) return true
  }
  return false
}

const nearestTo = (group: readonly Candidate[], token: number): Candidate =>
  group.reduce((best, next) => (Math.abs(next.match.token - token) < Math.abs(best.match.token - token) ? next : best))
