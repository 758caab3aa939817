import { subjectOf } from '../../document/Clauses.ts'
import type { CandidateAt } from './Candidate.ts'
import { isNeither } from './claimOf.ts'
import { hedgeOver } from './hedgeOver.ts'
import { isNegated } from './isNegated.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

/**
 * What a predicate says of who did it: "was probably responsible", "had nothing to do with the fire", "was behind the blast",
 * "its men carried it out", "it could have been the clan", "the work of separatists", "bore the hallmarks of the Front".
 */
export function culpableOf(scene: Scene, i: number, at: CandidateAt): Responsibility | undefined {
  const found =
    signed(scene, i) ??
    adjective(scene, i) ??
    behind(scene, i) ??
    toDoWith(scene, i) ??
    shareIn(scene, i) ??
    deed(scene, i, at) ??
    work(scene, i) ??
    identity(scene, i) ??
    membership(scene, i) ??
    identified(scene, i)
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

/** "had nothing to do with the firebombing" */
function toDoWith(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  // "said it knew nothing of the killing"
  if (trees.lemma(i) === 'know' && trees.lower(trees.child(i, 'obj')) === 'nothing') {
    const of = [...trees.children(i), ...trees.children(trees.child(i, 'obj'))].find((child) =>
      /^(of|about)$/.test(scene.preposition(child)),
    )
    return {
      verb: i,
      who: subjectOf(trees, i).head,
      what: of ?? -1,
      rule: 'to-do-with',
      bare: true,
      polarity: 'denied',
    }
  }
  if (trees.lemma(i) !== 'have') return undefined
  const amount = trees.child(i, 'obj')
  if (amount < 0 || !/^(nothing|anything|something)$/.test(trees.lower(amount))) return undefined
  if (trees.lower(amount + 1) !== 'to' || trees.lower(amount + 2) !== 'do' || trees.lower(amount + 3) !== 'with')
    return undefined
  const what = trees.children(amount + 2).find((child) => scene.preposition(child) === 'with') ?? -1
  return {
    verb: i,
    who: subjectOf(trees, i).head,
    what,
    rule: 'to-do-with',
    ...(trees.lower(amount) === 'nothing' ? { polarity: 'denied' } : {}),
  }
}

/** "had no hand in the killing", "played a role in it" */
function shareIn(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (!/^(have|play|take)$/.test(trees.lemma(i))) return undefined
  const share = trees.child(i, 'obj')
  if (share < 0 || !/^(hand|part|role|involvement)$/.test(trees.lower(share))) return undefined
  const what = [...trees.children(share), ...trees.children(i)].find(
    (child) => child > share && scene.preposition(child) === 'in',
  )
  const no = trees.children(share).some((child) => trees.lower(child) === 'no')
  if (what === undefined && !no) return undefined
  return {
    verb: i,
    who: subjectOf(trees, i).head,
    what: what ?? -1,
    rule: 'share',
    bare: no,
    ...(no ? { polarity: 'denied' } : {}),
  }
}

/** "its men had carried it out", "we did it", "did not carry out the attack", "had sent the parcel bombs" */
function deed(scene: Scene, i: number, at: CandidateAt): Responsibility | undefined {
  const { trees } = scene
  const { deedVerbs } = scene.lexicons.responsibilityWords
  if (trees.tags[i].upos !== 'VERB' || !deedVerbs.has(trees.lemma(i)) || at.has(i)) return undefined
  const object = trees.child(i, 'obj')
  // "accused them of ordering it" is told by who accuses.
  if (object < 0 || /^(accuse|suspect|blame|charge|convict)$/.test(trees.lemma(trees.head(i)))) return undefined
  const pronoun =
    /^(it|this|that)$/.test(trees.lower(object)) ||
    (/^(operation|action|act|deed)$/.test(trees.lemma(object)) &&
      trees.children(object).some((child) => /^(this|the|that)$/.test(trees.lower(child))))
  if (
    pronoun
      ? !/^(do|carry|commit|order|plan|organi[sz]e|perpetrate|mastermind|execute)$/.test(trees.lemma(i))
      : !at.has(object)
  )
    return undefined
  return { verb: i, who: subjectOf(trees, i).head, what: object, rule: 'deed' }
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

/** "the attack was the work of separatists", "the blast bore the hallmarks of the Front" */
function work(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  const { works, traces } = scene.lexicons.responsibilityWords
  const isWork = works.has(trees.lemma(i)) && trees.child(i, 'cop') >= 0
  const bears =
    traces.has(trees.lemma(i)) && trees.head(i) >= 0 && /^(bear|bore|carry|have|show)$/.test(trees.lemma(trees.head(i)))
  // "was the prime suspect", "the most likely culprit"
  if (/^(suspect|culprit|perpetrator|mastermind)$/.test(trees.lemma(i)) && trees.child(i, 'cop') >= 0) {
    const sure =
      trees.lemma(i) !== 'suspect' &&
      !trees.children(i).some((child) => /^(likely|probable|possible|suspected)$/.test(trees.lower(child)))
    const of = trees.children(i).find((child) => child > i && /^(of|in|behind)$/.test(scene.preposition(child)))
    return {
      verb: i,
      who: subjectOf(trees, i).head,
      what: of ?? -1,
      rule: 'culprit',
      bare: true,
      ...(sure ? {} : { certainty: 'probable' as const, certaintyWord: trees.tokens[i].text }),
    }
  }
  if (!isWork && !bears) return undefined
  const who = trees.children(i).find((child) => scene.preposition(child) === 'of') ?? -1
  const what = isWork ? trees.child(i, 'nsubj') : subjectOf(trees, trees.head(i)).head
  return {
    verb: i,
    who,
    what,
    rule: isWork ? 'work-of' : 'traces',
    ...(bears ? { certainty: 'possible' as const, certaintyWord: trees.tokens[i].text } : {}),
  }
}

/** "identified the attackers as members of the clan" */
function identified(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (!/^(identify|name|describe)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') return undefined
  const beside = trees.children(i)
  const whom = beside.some((child) => /:pass$/.test(trees.relation(child)))
    ? trees.child(i, 'nsubj')
    : trees.plainRelation(i) === 'acl'
      ? trees.head(i)
      : trees.child(i, 'obj')
  if (!scene.lexicons.responsibilityWords.doers.has(trees.lemma(whom))) return undefined
  const as = [...beside, ...trees.children(whom)].find((child) => child > i && scene.preposition(child) === 'as')
  if (as === undefined) return undefined
  const group = scene.isBody(as)
    ? as
    : trees.children(as).find((child) => /^(of|from)$/.test(scene.preposition(child)) && scene.isBody(child))
  return group === undefined ? undefined : { verb: i, who: group, what: -1, rule: 'identity', bare: true }
}

/** "the gunmen belonged to the clan" */
function membership(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (
    trees.lemma(i) !== 'belong' ||
    !scene.lexicons.responsibilityWords.doers.has(trees.lemma(subjectOf(trees, i).head))
  )
    return undefined
  const to = trees.children(i).find((child) => scene.preposition(child) === 'to')
  return to === undefined ? undefined : { verb: i, who: to, what: -1, rule: 'identity', bare: true }
}

/** "It could have been the Mafia", "the attackers were members of the clan" */
function identity(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  const subject = trees.child(i, 'nsubj')
  // "It was us"
  if (/^(us|we)$/.test(trees.lower(i)) && /^(it|this)$/.test(trees.lower(subject)))
    return { verb: i, who: i, what: -1, rule: 'it-was', bare: true }
  if (trees.child(i, 'cop') < 0 || !/^(NOUN|PROPN)$/.test(trees.tags[i].upos)) return undefined
  if (subject < 0 || !isSomebodyArmed(scene, i)) return undefined
  const { doers } = scene.lexicons.responsibilityWords
  if (trees.lower(subject) === 'it') {
    return sureness(scene, i).certainty === 'certain'
      ? undefined
      : { verb: i, who: i, what: -1, rule: 'it-was', bare: true }
  }
  if (!doers.has(trees.lemma(subject)) || !trees.children(subject).some((child) => trees.lower(child) === 'the'))
    return undefined
  const of = trees.children(i).find((child) => /^(of|from)$/.test(scene.preposition(child)) && scene.isBody(child))
  return { verb: i, who: of ?? i, what: -1, rule: 'identity', bare: true }
}

const isSomebodyArmed = (scene: Scene, i: number): boolean =>
  scene.isBody(i) || scene.actorKind(i) !== undefined || /^(person|people|group)$/.test(scene.entityKind(i) ?? '')

const MODALS: Record<string, 'possible' | 'probable'> = {
  may: 'possible',
  might: 'possible',
  could: 'possible',
  must: 'probable',
}

/** "was *probably* responsible", "*may* have been behind it" */
function sureness(scene: Scene, i: number): Pick<Responsibility, 'certainty' | 'certaintyWord'> {
  const { trees } = scene
  const modal = trees
    .children(i)
    .find((child) => trees.plainRelation(child) === 'aux' && MODALS[trees.lower(child)] !== undefined)
  if (modal !== undefined) return { certainty: MODALS[trees.lower(modal)], certaintyWord: trees.tokens[modal].text }
  return hedgeOver(scene, i) ?? { certainty: 'certain' }
}

const ASKED = /^(whether|if|unless)$/

/** "to find out whether the clan was behind it": nobody says so. */
function isAsked({ trees }: Scene, i: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 3; at = trees.head(at), steps++)
    if (trees.children(at).some((child) => trees.plainRelation(child) === 'mark' && ASKED.test(trees.lower(child))))
      return true
  return false
}

/** "denied that it had anything to do with it", "denied being behind the blast" */
function isUnderDenial(scene: Scene, i: number): boolean {
  const { trees } = scene
  for (let at = i, steps = 0; trees.head(at) >= 0 && steps < 3; at = trees.head(at), steps++) {
    if (!/^(ccomp|xcomp|advcl|acl)$/.test(trees.plainRelation(at))) return false
    if (scene.lexicons.responsibilityWords.denyVerbs.has(trees.lemma(trees.head(at)))) return true
  }
  return false
}
