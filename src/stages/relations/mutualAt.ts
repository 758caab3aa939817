import { subjectOf } from '../../document/Clauses.ts'
import { ACTORS } from './actorKinds.ts'
import type { Found } from './Found.ts'
import { namesOf } from './namesOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

const MUTUAL: Record<string, string> = { rival: 'rival-of', enemy: 'rival-of', foe: 'rival-of', ally: 'allied-with' }

/** "Idris and Salim are brothers", "two brothers, Idris and Salim, fled", "the rivals X and Y": each of the other. */
export function mutualAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].xpos !== 'NNS') return []
  const lemma = trees.lemma(i)
  const rival = trees.children(i).some((child) => child < i && trees.lower(child) === 'rival')
  const property = scene.words.relatives.has(lemma) ? 'relative-of' : rival ? 'rival-of' : MUTUAL[lemma]
  if (property === undefined || scene.obliques(i, ['of']).length > 0) return []
  if (trees.children(i).some((child) => trees.relation(child) === 'nmod:poss')) return []
  const predicate = trees.child(i, 'cop') >= 0 || trees.plainRelation(i) === 'xcomp'
  const subject = predicate ? subjectOf(trees, i).head : -1
  const over = trees.head(i)
  const title =
    subject < 0 &&
    /^(compound|nmod|flat)$/.test(trees.plainRelation(i)) &&
    over > i &&
    trees.tags[over].upos === 'PROPN'
  // "X, Y, nominal allies since 2010, are …", read as three in a list
  const listed =
    property !== 'relative-of' &&
    trees.plainRelation(i) === 'conj' &&
    trees.children(i).every((child) => trees.plainRelation(child) !== 'cc')
  // "the brothers Khalid and Ibrahim Bakri"
  const beside = trees
    .children(i)
    .find((child) => child > i && trees.plainRelation(child) === 'appos' && trees.tags[child].upos === 'PROPN')
  const listedBeside = beside === undefined || subject >= 0 ? [] : referents.conjuncts(beside)
  const names =
    listedBeside.length > 1
      ? listedBeside
      : title
        ? referents.conjuncts(over)
        : subject >= 0
          ? sidesOf(scene, subject)
          : listed
            ? referents.conjuncts(over).filter((at) => at !== i && scene.isOneOf(at, ACTORS))
            : namesOf(scene, i)
  const sides = names.length < 2 && subject < 0 && !title ? listedBefore(scene, i) : names
  return sides
    .slice(1)
    .map((other) => relationTo(scene, other, { property, subject: sides[0], token: i, rule: 'mutual' }))
}

/** "Khalid and Omar Bensalem, the brothers …, fled", with the brothers hung elsewhere: the two names right before the comma. */
function listedBefore({ trees, referents }: RelationScene, i: number): number[] {
  const first = trees.left(i)
  const comma = trees.lower(first) === ',' ? first : first - 1
  const mention = comma > 0 && trees.lower(comma) === ',' ? referents.mentionAt(comma - 1) : -1
  if (mention < 0 || referents.mentions[mention].form !== 'name') return []
  const { head } = referents.mentions[mention]
  return trees.plainRelation(head) === 'conj' ? referents.conjuncts(trees.head(head)) : []
}

/** "the Lions of the Delta and the Creek Boys are rivals", with the Boys hung on the Delta. */
function sidesOf({ trees, referents }: RelationScene, subject: number): number[] {
  const sides = referents.conjuncts(referents.antecedent(subject))
  if (sides.length > 1) return sides
  const within = trees.children(subject).filter((child) => trees.plainRelation(child) === 'nmod')
  const names = within
    .flatMap((child) => referents.conjuncts(child).slice(1))
    .filter((at) => referents.entityAt(at) >= 0)
  return [...sides, ...names]
}
