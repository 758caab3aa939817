import { subjectOf } from '../../document/Clauses.ts'
import { innermostOver } from './attributionFor.ts'
import type { Scene } from './Scene.ts'
import { violentWords } from './violentWords.ts'

/** Whom somebody is asked or told to join, and in which clause. */
interface Enlisting {
  /** "join" of "asked him to join the militia" */
  readonly clause: number
  /** "militia" */
  readonly side: number
}

/**
 * What somebody asks of another is to fight on a side:
 *
 *     Two strangers asked him to join the militia.
 *     “They said be ready, you will fight for us,” a mechanic said.     us: who said so, where there is talk of arms or violence
 *     She asked him to join the choir.                                  nothing
 *     “You will work for us,” the manager told the cook.                nothing
 */
export function enlistingAt(scene: Scene, verb: number): Enlisting | undefined {
  const { trees } = scene
  const { sentence } = trees.tokens[verb]
  for (let i = verb + 1; i < trees.length && i - verb < REACH && trees.tokens[i].sentence === sentence; i++) {
    if (/^(say|ask|tell|reply|answer)$/.test(trees.lemma(i)) && trees.tags[i].upos === 'VERB') return undefined
    if (!/^(join|fight|work|serve|enlist)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') continue
    const spoken = trees.lemma(verb) === 'say'
    if (!spoken && !trees.dominates(verb, i)) continue
    // "said the men would fight for them": only who is spoken to is asked.
    const listener = /^you$/.test(trees.lower(subjectOf(trees, i).head))
    if (spoken ? !listener : !/^(xcomp|ccomp|advcl|obl|obj|acl|conj)$/.test(trees.plainRelation(i))) continue
    const side = sideAt(scene, i)
    if (side >= 0 && isSide(scene, side, i, verb)) return { clause: i, side }
  }
  return undefined
}

/** How many words after the verb at most. */
const REACH = 20

function sideAt(scene: Scene, verb: number): number {
  const { trees } = scene
  if (trees.lemma(verb) === 'join') return trees.child(verb, 'obj')
  return (
    trees
      .children(verb)
      .find(
        (child) => child > verb && /^(for|with|alongside|in)$/.test(scene.preposition(child)) && !scene.isPlace(child),
      ) ?? -1
  )
}

/** A side that people fight on: "the militia", "the Front"; "us" and "them" where those who ask go about with arms. */
function isSide(scene: Scene, i: number, clause: number, verb: number): boolean {
  const { trees } = scene
  if (/^(us|them)$/.test(trees.lower(i))) {
    const asker = subjectOf(trees, verb).head
    // "We invite you to join us tomorrow for the news"
    if (/^(invite|urge|implore|beg)$/.test(trees.lemma(verb))) return false
    if (asker >= 0 && !/^(NOUN|PROPN|PRON)$/.test(trees.tags[asker].upos)) return false
    return trees.lemma(clause) === 'fight' || isArmsTold(scene, verb)
  }
  if (scene.isLawless(i)) return true
  return scene.entityKind(i) === 'group' && !isPeaceful(scene, i)
}

/** "her church group" */
export const isPeaceful = ({ trees }: Scene, group: number): boolean =>
  trees.children(group).some((child) => PEACEFUL.test(trees.lemma(child)))

const PEACEFUL =
  /^(church|choir|support|study|book|music|prayer|self-help|chat|youth|women|theatre|dance|walking|parents?)$/

/** Sentences before in which arms or violence are spoken of, at most. */
const BEFORE = 4

function isArmsTold(scene: Scene, verb: number): boolean {
  const { trees } = scene
  const sentences = scene.document.get('sentences')
  const here = scene.sentenceOf(verb)
  for (let i = sentences[Math.max(0, here - BEFORE)].from; i < sentences[here].to; i++) {
    if (scene.isLawless(i) || scene.entityKind(i) === 'group') return true
    if (violentWords.has(trees.lemma(i)) && trees.tags[i].upos !== 'PROPN') return true
    if (/^(die|killer|murder|gun|rifle|armed|weapon|kalashnikov)$/.test(trees.lemma(i))) return true
  }
  return false
}

/**
 * "you" of what somebody was told, in his own words: the one who tells it.
 *
 *     “They said you will fight for us,” a mechanic said.       the mechanic
 */
export function tellerOf(scene: Scene, verb: number): number {
  const attribution = scene.document.get('attributions')[innermostOver(scene, verb)]
  if (attribution === undefined || attribution.source.length === 0) return -1
  return scene.trees.headIn(attribution.source[0])
}

const ASKING =
  /^(ask|tell|order|urge|invite|beg|press|pressure|instruct|implore|want|force|coerce|compel|oblige|persuade|convince)$/

/** "asked him [to join] the militia": asked, and told by the verb that asks */
export const isAskedFor = (scene: Scene, token: number): boolean => {
  const over = scene.trees.head(token)
  return over >= 0 && ASKING.test(scene.trees.lemma(over)) && enlistingAt(scene, over)?.clause === token
}
