import { subjectOf } from '../../document/Clauses.ts'
import { ACTORS, BODIES } from './actorKinds.ts'
import { agentsOf, patientsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

/** "has ties to the network", "a blogger with no links to any group", "the group's ties to X", "denied any connection to X". */
export function tiesAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!scene.words.ties.has(trees.lemma(i)) || trees.tags[i].upos !== 'NOUN') return []
  const values = scene
    .obliques(i, ['to', 'with'])
    .filter((head) => scene.isOneOf(head, BODIES) || scene.placeAt(head)?.place.precision === 'country')
  if (values.length === 0) return []
  const verb = trees.plainRelation(i) === 'obj' ? trees.head(i) : -1
  const over = trees.plainRelation(i) === 'nsubj' ? trees.head(i) : -1
  // "His ties to the group are unclear" is told with its certainty elsewhere.
  if (over >= 0 && trees.child(over, 'cop') >= 0) return []
  const none = trees.children(i).some((child) => child < i && trees.lower(child) === 'no')
  return holdersOf(scene, i, verb)
    .filter((subject) => scene.isOneOf(subject, ACTORS))
    .flatMap((subject) =>
      values.map((value) =>
        relationTo(scene, value, {
          property: 'affiliate-of',
          subject,
          token: /^(have|maintain|keep)$/.test(trees.lemma(verb)) && !none ? verb : i,
          rule: 'ties',
          ...(isSuspected(scene, i) ? { certainty: 'possible' as const, certaintyWord: 'suspects' } : {}),
          ...(none ? { polarity: 'denied' as const } : {}),
          ...(/^(cut|sever|break|renounce|end)$/.test(trees.lemma(verb)) ? { bound: 'ends' as const } : {}),
        }),
      ),
    )
}

/** "suspects the Front of ties to X" */
function isSuspected({ trees }: RelationScene, i: number): boolean {
  let over = trees.head(i)
  while (over >= 0 && /^(NOUN|PROPN)$/.test(trees.tags[over].upos)) over = trees.head(over)
  return over >= 0 && trees.lemma(over) === 'suspect' && trees.tags[over].upos === 'VERB'
}

function holdersOf(scene: RelationScene, i: number, verb: number): number[] {
  const { trees, referents } = scene
  const owners = trees.children(i).filter((child) => trees.relation(child) === 'nmod:poss')
  if (owners.length > 0) return owners.map((owner) => scene.antecedent(owner))
  if (verb >= 0) return agentsOf(scene, verb)
  const head = trees.head(i)
  if (head < 0) return []
  const preposition = scene.preposition(i)
  // "suspects the Front for Renewal of ties to X", with the ties hung on the last word of the name
  let over = head
  while (preposition === 'of' && /^(NOUN|PROPN)$/.test(trees.tags[over].upos) && trees.head(over) >= 0)
    over = trees.head(over)
  if (over !== head && /^(suspect|accuse)$/.test(trees.lemma(over))) return patientsOf(scene, over)
  if (trees.plainRelation(i) === 'nmod' && preposition === 'with') {
    // "he was a blogger with ties to X": said of him
    const subject = trees.child(head, 'cop') >= 0 ? subjectOf(trees, head).head : -1
    return [subject >= 0 ? referents.antecedent(subject) : head]
  }
  return trees.tags[head].upos === 'VERB' && /^(of|for|over)$/.test(preposition) ? patientsOf(scene, head) : []
}

/** "has nothing to do with us", "had never heard of the Front": whoever says so denies whatever tie was told. */
export function disownedAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  const nothing = trees.lemma(i) === 'have' && trees.lower(trees.child(i, 'obj')) === 'nothing'
  const deed = nothing ? trees.children(trees.child(i, 'obj')).find((child) => trees.lemma(child) === 'do') : undefined
  const never =
    trees.lemma(i) === 'hear' && trees.children(i).some((child) => /^(never|not|n't|n’t)$/.test(trees.lower(child)))
  const values =
    deed === undefined
      ? never
        ? scene.obliques(i, ['of'])
        : []
      : [deed, i].flatMap((at) => scene.obliques(at, ['with']))
  if (values.length === 0) return []
  return agentsOf(scene, i)
    .filter((subject) => scene.isOneOf(subject, ACTORS))
    .flatMap((subject) =>
      values
        .filter((value) => scene.isOneOf(value, ['group', 'organisation']))
        .map((value) =>
          relationTo(scene, value, {
            property: 'affiliate-of',
            subject,
            token: i,
            rule: 'disowned',
            polarity: 'denied' as const,
          }),
        ),
    )
}
