import { subjectOf } from '../../document/Clauses.ts'
import type { EventNounRule } from '../../vocabulary/RelationWords.ts'
import { ACTORS } from './actorKinds.ts'
import type { Found } from './Found.ts'
import { isPassive } from './isPassive.ts'
import { ownerOf } from './ownerOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

const POSSESSIVE = 'poss'
const OWNERS = [...ACTORS, 'place']

/** "his trip to Libya", "the murder of Omar Haddad by the Front", "the state's ban on the Front": told by the noun for what happened. */
export function eventNounRelations(scene: RelationScene, i: number, rules: readonly EventNounRule[]): Found[] {
  // "cancelled its trip to Libya"
  const over = scene.trees.plainRelation(i) === 'obj' ? scene.trees.lemma(scene.trees.head(i)) : ''
  if (scene.words.notHeld.has(over)) return []
  return rules.flatMap((rule) => {
    const values = endsOf(scene, i, rule.value).filter((head) => scene.isOneOf(head, rule.valueKinds))
    if (values.length === 0) return []
    const named = endsOf(scene, i, rule.subject)
    const subjects = (named.length > 0 ? named : travellerOver(scene, i, rule)).filter((head) =>
      scene.isOneOf(head, rule.subjectKinds),
    )
    return subjects.flatMap((subject) =>
      values.map((value) =>
        relationTo(scene, value, {
          property: rule.property,
          subject,
          token: i,
          rule: `${rule.property}/${rule.word}`,
          ...(rule.bound ? { bound: rule.bound } : {}),
          ...(rule.certainty ? { certainty: rule.certainty } : {}),
        }),
      ),
    )
  })
}

function endsOf(scene: RelationScene, i: number, where: readonly string[]): number[] {
  const { trees } = scene
  const owners = where.includes(POSSESSIVE)
    ? trees
        .children(i)
        .filter((child) => trees.relation(child) === 'nmod:poss')
        .map((child) => scene.antecedent(ownerOf(scene, child, OWNERS)))
        .filter((child) => child >= 0)
    : []
  return [...owners, ...scene.obliques(i, where)]
}

/** "During a trip to Libya, [Omar] met …", "returned from a visit to Libya": whose verb it is, whose trip it is. */
function travellerOver(scene: RelationScene, i: number, { property }: EventNounRule): number[] {
  const { trees } = scene
  const verb = trees.head(i)
  if (property !== 'travelled-to' || verb < 0 || trees.plainRelation(i) !== 'obl') return []
  if (!/^(during|on|from|after)$/.test(scene.preposition(i)) || trees.tags[verb].upos !== 'VERB') return []
  const { head } = subjectOf(trees, verb)
  return head < 0 || isPassive(scene, verb) ? [] : [scene.antecedent(head)]
}
