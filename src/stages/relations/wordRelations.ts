import { subjectOf } from '../../document/Clauses.ts'
import type { VerbRule, WordRule } from '../../vocabulary/RelationWords.ts'
import type { Found, RelationScene } from './RelationScene.ts'

/** Relations that a verb of the lexicon makes: "The group is led by Haddad", "fighters crossed into Chad". */
export function verbRelations(scene: RelationScene, i: number, rules: readonly VerbRule[]): Found[] {
  return rules.flatMap((rule) => {
    if (rule.with && !scene.trees.children(i).some((child) => rule.with!.includes(scene.trees.lemma(child)))) return []
    // "hid in the hills", but not "hid the gun in the hills"
    if (rule.property === 'located-in' && scene.trees.child(i, 'obj') >= 0) return []
    const subjects = (rule.subject === 'agent' ? scene.agents(i) : scene.patients(i)).filter((head) =>
      scene.isOneOf(head, rule.subjectKinds),
    )
    // "leader-of" and the like hold of whom the active subject names; a passive without "by" names none.
    if (rule.subject === 'patient' && !scene.isPassive(i) && typeof rule.value !== 'string') return []
    return subjects.flatMap((subject) => pairsOf(scene, i, subject, valuesOf(scene, i, rule), rule))
  })
}

function valuesOf(scene: RelationScene, i: number, { value, with: objects }: VerbRule): number[] {
  if (value === 'agent') return scene.agents(i)
  if (value === 'patient') return scene.patients(i)
  // "pledged allegiance to X": the phrase may hang on the noun.
  const object = objects
    ? scene.trees.children(i).find((child) => objects.includes(scene.trees.lemma(child)))
    : undefined
  return [...scene.obliques(i, value), ...(object === undefined ? [] : scene.obliques(object, value))]
}

function pairsOf(
  scene: RelationScene,
  token: number,
  subject: number,
  values: readonly number[],
  rule: Pick<VerbRule, 'property' | 'valueKinds' | 'certainty' | 'word'>,
): Found[] {
  return values
    .filter((head) => scene.isOneOf(head, rule.valueKinds))
    .map((head) => ({
      property: rule.property,
      subject,
      value: scene.valueOf(head),
      valueSpan: scene.referents.phraseOf(head),
      token,
      rule: `${rule.property}/${rule.word}`,
      ...(rule.certainty ? { certainty: rule.certainty } : {}),
    }))
}

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
    scene.isOneOf(subject, rule.subjectKinds) ? pairsOf(scene, i, subject, scene.obliques(i, rule.value), rule) : [],
  )
}

/** "members of the Tunisian branch", "the local affiliate of X", "army spokesman Y", "X, a commander of Y". */
export function nounRelations(scene: RelationScene, i: number, rules: readonly WordRule[]): Found[] {
  const { trees } = scene
  return rules.flatMap((rule) => {
    const before = trees
      .children(i)
      .filter(
        (child) => child < i && /^(compound|nmod:poss)$/.test(trees.relation(child)) && rule.valueKinds !== undefined,
      )
    const values = [...scene.obliques(i, rule.value), ...before]
      .map((head) => (head < i && scene.referents.entityAt(head) < 0 ? scene.spokenOf(head) : head))
      .filter((head) => scene.isOneOf(head, rule.valueKinds))
    if (values.length === 0) return []
    return subjectsOfNoun(scene, i).flatMap((subject) => pairsOf(scene, i, subject, values, rule))
  })
}

/** Whom a noun describes: its own mention, the name it goes with, or the subject it is said of. */
export function subjectsOfNoun(scene: RelationScene, i: number): number[] {
  const { trees } = scene
  const relation = trees.plainRelation(i)
  if (trees.child(i, 'cop') >= 0 && trees.child(i, 'nsubj') >= 0) {
    return scene.referents.conjuncts(scene.referents.antecedent(trees.child(i, 'nsubj')))
  }
  // "army spokesman Tomas Reyes": the name governs its title, or the title its name.
  const name = trees
    .children(i)
    .find((child) => child > i && /^(appos|flat)$/.test(trees.plainRelation(child)) && scene.kindOf(child) === 'person')
  if (name !== undefined) return [name]
  const head = trees.head(i)
  if (
    /^(appos|compound|nmod|amod)$/.test(relation) &&
    head >= 0 &&
    relation !== 'nmod' &&
    scene.kindOf(head) === 'person'
  )
    return [head]
  if (relation === 'xcomp' && head >= 0) return [subjectOf(trees, i).head].filter((found) => found >= 0)
  return scene.referents.entityAt(i) >= 0 ? [i] : []
}
