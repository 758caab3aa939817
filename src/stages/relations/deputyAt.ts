import type { Proposition } from '../../document/Layers.ts'
import type { Found } from './Found.ts'
import { namesOf } from './namesOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { subjectsOfNoun } from './subjectsOfNoun.ts'

/** "Idris Haddad, who heads the Front, fled. [His deputy], Ali Reyes, …": a member of what was told to be led by whose deputy he is. */
export function deputyAt(scene: RelationScene, i: number, relations: readonly Proposition[]): Found[] {
  const { trees, referents } = scene
  if (!/^(deputy|lieutenant)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'NOUN') return []
  const owner = trees.children(i).find((child) => trees.relation(child) === 'nmod:poss')
  const entity = owner === undefined ? -1 : referents.entityAt(namesOf(scene, owner)[0])
  const led = relations.findLast(
    ({ property, subject, polarity }) => property === 'leader-of' && subject.index === entity && polarity !== 'denied',
  )
  if (led === undefined || led.value.type !== 'entity' || !('entity' in led.value)) return []
  const { value } = led
  return subjectsOfNoun(scene, i)
    .filter((subject) => scene.isNamed(subject))
    .map((subject) => ({
      property: 'member-of',
      subject,
      value,
      valueSpan: referents.phraseOf(i),
      token: i,
      rule: 'deputy',
      background: true,
    }))
}
