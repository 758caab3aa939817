import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

/** Somebody, not something: "blamed the weather"; "two groups" and "no one" are nobody that could be named. */
export function isSomebody(scene: Scene, head: number, { act }: Responsibility): boolean {
  const { trees } = scene
  const { upos } = trees.tags[head]
  // a party, a union and a country are aimed at as well, but here they act
  const acts = scene.isBody(head) || (scene.isPlace(head) && upos === 'PROPN')
  if ((scene.isThing(head) && !acts) || /^(DET|ADV|SCONJ|VERB)$/.test(upos)) return false
  if (/^(nobody|none|noone|anyone|anybody|someone|somebody|who)$/.test(trees.lower(head))) return false
  if (trees.children(head).some((child) => /^(no|neither|any)$/.test(trees.lower(child)))) return false
  if (
    /^(group|organi[sz]ation|faction)$/.test(trees.lemma(head)) &&
    trees.tags[head].xpos === 'NNS' &&
    scene.referents.quantityAt(head) !== undefined
  )
    return false
  if (act === 'claims-responsibility' || act === 'denies') return true
  if (upos === 'PRON') return isKnown(scene, head) || /^(we|us|i)$/.test(trees.lower(head))
  return upos === 'PROPN' || scene.isPerson(head) || scene.isBody(head) || isFromSomewhere(scene, head)
}

/** "herders from the Fula clan": whatever the word, people who are from somewhere. */
const isFromSomewhere = (scene: Scene, head: number): boolean =>
  scene.trees.tags[head].xpos === 'NNS' &&
  scene.trees.lower(head + 1) === 'from' &&
  scene.trees.tokens
    .slice(head + 2, head + 6)
    .some(({ sentence }, k) => sentence === scene.sentenceOf(head) && scene.trees.tags[head + 2 + k].upos === 'PROPN')

/** A pronoun for somebody whom the text names or describes. */
export function isKnown({ referents }: Scene, pronoun: number): boolean {
  const entity = referents.entityAt(pronoun)
  return (
    entity >= 0 && referents.entities[entity].mentions.some((index) => referents.mentions[index].form !== 'pronoun')
  )
}

/** "blamed the clan, and a spokesman for it denied": read as if both were blamed. */
export const isNextSpeaker = ({ trees, lexicons }: Scene, head: number): boolean =>
  lexicons.responsibilityWords.voices.has(trees.lemma(head)) &&
  trees.children(head).some((child) => /^(cc|punct)$/.test(trees.plainRelation(child)) && child < head)

/** Something, and nobody, that may have done it: a short circuit, a leak. */
export const isMishap = (scene: Scene, who: number): boolean =>
  scene.trees.tags[who].upos === 'NOUN' && !scene.isPerson(who) && !scene.isBody(who)
