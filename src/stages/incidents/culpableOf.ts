import { subjectOf } from '../../document/Clauses.ts'
import type { CandidateAt } from './Candidate.ts'
import { isNeither } from './claimOf.ts'
import { identityOf } from './identityOf.ts'
import { isNegated } from './isNegated.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'
import { shareOf } from './shareOf.ts'
import { isAsked, isUnderDenial, sureness } from './sureness.ts'
import { workOf } from './workOf.ts'

/**
 * What a predicate says of who did it: "was probably responsible", "had nothing to do with the fire", "was behind the blast",
 * "its men carried it out", "it could have been the clan", "the work of separatists", "bore the hallmarks of the Front".
 */
export function culpableOf(scene: Scene, i: number, at: CandidateAt): Responsibility | undefined {
  const found =
    signed(scene, i) ??
    adjective(scene, i) ??
    behind(scene, i) ??
    shareOf(scene, i, at) ??
    workOf(scene, i) ??
    holding(scene, i) ??
    ruledOut(scene, i) ??
    identityOf(scene, i)
  if (
    found === undefined ||
    found.who < 0 ||
    isAsked(scene, i) ||
    [i, scene.trees.head(i)].some((at) => at >= 0 && isNeither(scene, at))
  )
    return undefined
  const denied =
    (isNegated(scene.trees, i) ? 1 : 0) + (found.polarity === 'denied' ? 1 : 0) + (isUnderDenial(scene, i) ? 1 : 0)
  return { ...sureness(scene, i), ...found, polarity: denied % 2 === 1 ? 'denied' : 'affirmed' }
}

/** "said it was holding the men", "was not holding the hostages": who holds them took them. */
function holding(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (trees.lemma(i) !== 'hold' || trees.tags[i].upos !== 'VERB') return undefined
  const whom = trees.child(i, 'obj')
  const passive = trees.children(i).some((child) => /:pass$/.test(trees.relation(child)))
  if (passive || whom < 0) return undefined
  const them = /^(them|him|her)$/.test(trees.lower(whom))
  const definite = trees.children(whom).some((child) => /^(the|these|those)$/.test(trees.lower(child)))
  if (!them && !(definite && CAPTIVES.test(trees.lemma(whom)))) return undefined
  return { verb: i, who: subjectOf(trees, i).head, what: -1, rule: 'holding', bare: true }
}

const CAPTIVES =
  /^(man|woman|boy|girl|child|hostage|captive|prisoner|worker|tourist|pupil|student|passenger|crew|sailor|soldier|policeman|driver|engineer|missionary|journalist|pilgrim|group|two|three|four|five|six|seven|eight|nine|ten|dozen)$/

/** "The police ruled out Muslim insurgents": it was not they, as who says so has it. */
function ruledOut(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  const out = trees.lemma(i) === 'rule' && trees.children(i).some((child) => trees.lower(child) === 'out')
  if (!(out || trees.lemma(i) === 'exonerate') || trees.tags[i].upos !== 'VERB' || isNegated(trees, i)) return undefined
  const who = trees.child(i, 'obj')
  if (who < 0 || !(scene.isBody(who) || scene.isArmed(who))) return undefined
  return {
    verb: i,
    who,
    speaker: subjectOf(trees, i).head,
    what: -1,
    rule: 'ruled-out',
    polarity: 'denied',
    bare: true,
  }
}

const BE = /^(be|remain|become)$/

/** "Officials said Hamas was responsible [for it]", "it had not been involved", "the clan was to blame" */
function adjective(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  const isBlame = trees.lemma(i) === 'blame' && trees.lower(i - 1) === 'to'
  if (!isBlame && !scene.lexicons.responsibilityWords.culpable.has(trees.lower(i))) return undefined
  const helped =
    trees.children(i).some((child) => /^(cop|aux)$/.test(trees.plainRelation(child)) && BE.test(trees.lemma(child))) ||
    (trees.head(i) >= 0 && BE.test(trees.lemma(trees.head(i))))
  if (!helped) return undefined
  const own = subjectOf(trees, i).head
  const who = own >= 0 ? own : isBlame ? subjectOf(trees, trees.head(i)).head : -1
  const what = trees.children(i).find((child) => child > i && /^(for|in|of)$/.test(scene.preposition(child)))
  const loose = /^(involved|implicated|guilty|liable|complicit)$/.test(trees.lower(i))
  return {
    verb: i,
    who,
    what: what ?? -1,
    rule: 'responsible',
    bare: !loose || isNegated(trees, i) || isUnderDenial(scene, i),
  }
}

/** "was behind the blast", "is believed to be behind the abduction" */
function behind(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (scene.preposition(i) !== 'behind') return undefined
  // "was most likely behind the killing", with "likely" as what it was
  const above = trees.head(i)
  if (
    trees.child(i, 'cop') < 0 &&
    above >= 0 &&
    /^(likely|probable|possible)$/.test(trees.lower(above)) &&
    trees.child(above, 'cop') >= 0
  )
    return {
      verb: above,
      who: subjectOf(trees, above).head,
      what: i,
      rule: 'behind',
      certainty: trees.lower(above) === 'possible' ? 'possible' : 'probable',
      certaintyWord: trees.tokens[above].text,
    }
  if (trees.child(i, 'cop') < 0) return undefined
  return { verb: i, who: subjectOf(trees, i).head, what: i, rule: 'behind' }
}

/** "Leaflets found at the scene bore the name of the Red Fist", "The letter was signed by the Front": what bears a name claims for it. */
function signed(scene: Scene, i: number): Responsibility | undefined {
  const { trees, lexicons } = scene
  const isMessage = (head: number): boolean => lexicons.responsibilityWords.messages.has(trees.lemma(head))
  const claim = { what: -1, rule: 'signed', bare: true, act: 'claims-responsibility' } as const
  if (trees.lemma(i) === 'sign' && trees.tags[i].upos === 'VERB') {
    const means = trees.plainRelation(i) === 'acl' ? trees.head(i) : trees.child(i, 'nsubj')
    const by = trees.children(i).find((child) => scene.preposition(child) === 'by')
    return by !== undefined && isMessage(means)
      ? { ...claim, verb: i, who: by, speaker: by, through: means }
      : undefined
  }
  if (
    !/^(name|signature|logo|stamp|initial)$/.test(trees.lemma(i)) ||
    !/^(bear|bore|carry|have)$/.test(trees.lemma(trees.head(i)))
  )
    return undefined
  const means = subjectOf(trees, trees.head(i)).head
  const of = trees.children(i).find((child) => scene.preposition(child) === 'of')
  return of !== undefined && isMessage(means) ? { ...claim, verb: i, who: of, speaker: of, through: means } : undefined
}
