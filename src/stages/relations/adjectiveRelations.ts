import { subjectOf } from '../../document/Clauses.ts'
import type { WordRule } from '../../vocabulary/RelationWords.ts'
import type { Found } from './Found.ts'
import { pairsOf } from './pairsOf.ts'
import type { RelationScene } from './RelationScene.ts'

/** "Its leadership appears loyal to the network", "a group active in the north". */
export function adjectiveRelations(scene: RelationScene, i: number, rules: readonly WordRule[]): Found[] {
  const { trees } = scene
  const relation = trees.plainRelation(i)
  const own = trees.child(i, 'nsubj')
  const head =
    own >= 0
      ? own
      : relation === 'amod' || relation === 'acl'
        ? trees.head(i)
        : relation === 'xcomp' || relation === 'conj'
          ? subjectOf(trees, i).head
          : -1
  if (head < 0) return []
  const subject = scene.referents.antecedent(head)
  return rules.flatMap((rule) =>
    scene.isOneOf(subject, rule.subjectKinds)
      ? pairsOf(scene, i, subject, ofAdjective(scene, i, rule), rule, false)
      : [],
  )
}

/** "stayed loyal to its general": the phrase may hang on the verb. */
function ofAdjective(scene: RelationScene, i: number, rule: WordRule): number[] {
  const own = scene.obliques(i, rule.value)
  const over = scene.trees.plainRelation(i) === 'xcomp' ? scene.trees.head(i) : -1
  return own.length > 0 || over < 0 ? own : scene.obliques(over, rule.value).filter((at) => at > i)
}
