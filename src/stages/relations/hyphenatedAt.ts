import { ACTORS, BODIES } from './actorKinds.ts'
import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

/** "an al Qaeda-linked group", "the Goma-based network", "a Haddad-led militia": what the word before the hyphen is to the noun. */
export function hyphenatedAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  const rule = scene.words.hyphenated.find(({ word }) => word === trees.lower(i))
  if (rule === undefined || i < 2 || !/^[-‐–]$/.test(trees.lower(i - 1))) return []
  const name = referents.mentionAt(i - 2)
  const value = name >= 0 ? referents.mentions[name].head : i - 2
  const noun = trees.head(i)
  if (noun <= i) return []
  if (rule.property === 'controlled-by') return controlledAt(scene, i, noun, value)
  if (name < 0 && scene.placeAt(value) === undefined) return []
  if (!scene.isOneOf(noun, ACTORS)) return []
  return [relatedAt(scene, i, noun, value, rule.property, rule.reversed === true)].flat()
}

function relatedAt(
  scene: RelationScene,
  token: number,
  noun: number,
  value: number,
  property: string,
  reversed: boolean,
): Found[] {
  const [subject, other] = reversed ? [value, noun] : [noun, value]
  if (!scene.isNamed(noun) && !reversed && scene.trees.tags[noun].upos !== 'NOUN') return []
  return [relationTo(scene, other, { property, subject, token, rule: 'hyphenated', background: true })]
}

/**
 * Who holds or runs something; a person who runs a body leads it.
 *
 *     the Hamas-run ministry          the ministry is controlled by Hamas
 *     the rebel-held town of Marib    the town is controlled by the rebels, whether or not the report speaks of them
 *     a Haddad-run network            Haddad leads it
 *     a family-run hotel              nothing
 */
function controlledAt(scene: RelationScene, i: number, noun: number, value: number): Found[] {
  const { trees, referents } = scene
  if (scene.kindOf(value) === 'person' && scene.isNamed(value)) {
    return scene.isOneOf(noun, ACTORS) ? relatedAt(scene, i, noun, value, 'leader-of', true) : []
  }
  if (!scene.isOneOf(noun, CONTROLLED)) return []
  const found = { property: 'controlled-by', subject: noun, token: i, rule: 'hyphenated', background: true }
  if (referents.mentionAt(value) >= 0 || scene.placeAt(value) !== undefined) return [relationTo(scene, value, found)]
  const spoken = scene.spokenOf(value)
  if (spoken !== value && scene.isOneOf(spoken, BODIES)) return [relationTo(scene, spoken, found)]
  const { start, end, text } = trees.tokens[value]
  if (trees.tags[value].upos !== 'PROPN' && !HOLDERS.test(trees.lemma(value))) return []
  return [{ ...found, value: { type: 'text', text }, valueSpan: { start, end } }]
}

const CONTROLLED: readonly string[] = [...BODIES, 'facility', 'place', 'area']

/** Who holds towns and runs offices, where no name says which of them. */
const HOLDERS =
  /^(?:rebel|insurgent|government|regime|junta|army|military|militia|opposition|separatist|jihadist|islamist|guerrilla|gang|cartel|state|loyalist)$/
