import { subjectOf } from '../../document/Clauses.ts'
import type { PhraseRule } from '../../vocabulary/RelationWords.ts'
import { ACTORS } from './actorKinds.ts'
import { agentsOf, patientsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import { isPassive } from './isPassive.ts'
import { pairsOf } from './pairsOf.ts'
import type { RelationScene } from './RelationScene.ts'

/** "is at the helm of the Front", "fought under the command of Haddad", "a veteran in the ranks of the Front". */
export function phraseRelations(scene: RelationScene, i: number, rules: readonly PhraseRule[]): Found[] {
  const { trees, referents } = scene
  const preposition = scene.preposition(i)
  return rules.flatMap((rule) => {
    if (rule.preposition !== preposition) return []
    const over = trees.head(i)
    // "died at the hands of X"; an act of aggression has no dead
    if (rule.property === 'killed-by' && (over < 0 || !scene.words.deaths.has(trees.lemma(over)))) return []
    const subjects =
      trees.child(i, 'cop') >= 0
        ? referents.conjuncts(referents.antecedent(subjectOf(trees, i).head))
        : over < 0
          ? []
          : trees.tags[over].upos === 'VERB'
            ? isPassive(scene, over)
              ? patientsOf(scene, over)
              : agentsOf(scene, over)
            : trees.child(over, 'cop') >= 0
              ? [referents.antecedent(subjectOf(trees, over).head)]
              : [over]
    // the phrase may hang on the noun or on the verb above it
    const values = [
      ...scene.obliques(i, rule.value),
      ...(over < 0 ? [] : scene.obliques(over, rule.value).filter((at) => at > i)),
    ]
    const kinds = rule.subjectKinds ?? ACTORS
    // "The Lions and the Creek Boys are at odds"
    if (values.length === 0 && rule.property === 'rival-of' && subjects.length > 1)
      return subjects
        .slice(1)
        .filter((subject) => scene.isOneOf(subject, kinds) && scene.isOneOf(subjects[0], kinds))
        .flatMap((subject) => pairsOf(scene, i, subjects[0], [subject], rule, false))
    return subjects
      .filter((subject) => subject >= 0 && scene.isOneOf(subject, kinds))
      .flatMap((subject) => pairsOf(scene, i, subject, values.slice(0, 1), rule, false))
  })
}
