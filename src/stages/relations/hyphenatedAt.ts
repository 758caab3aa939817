import { ACTORS } from './actorKinds.ts'
import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

/** "an al Qaeda-linked group", "the Goma-based network", "a Haddad-led militia": what the word before the hyphen is to the noun. */
export function hyphenatedAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (i < 2 || !/^[-‐–]$/.test(trees.lower(i - 1))) return []
  const [rule] = scene.rules.hyphenated(trees.lower(i))
  if (rule === undefined) return []
  const name = referents.mentionAt(i - 2)
  const value = name >= 0 ? referents.mentions[name].head : i - 2
  if (name < 0 && scene.placeAt(value) === undefined) return []
  const noun = trees.head(i)
  if (noun <= i || !scene.isOneOf(noun, ACTORS)) return []
  const [subject, other] = rule.reversed ? [value, noun] : [noun, value]
  if (!scene.isNamed(noun) && !rule.reversed && trees.tags[noun].upos !== 'NOUN') return []
  return [
    relationTo(scene, other, {
      property: rule.property,
      subject,
      token: i,
      rule: 'hyphenated',
      background: true,
    }),
  ]
}
