import { subjectOf } from '../../document/Clauses.ts'
import { agentsOf, patientsOf } from './agentsOf.ts'
import { apposedAsList, namedBy } from './namedBy.ts'
import type { RelationScene } from './RelationScene.ts'

const ONE = /^(one|some|two|three|four|five|several|many|most|both|all)$/
/** Whom a noun describes: its own mention, the name it goes with, or the subject it is said of. */
export function subjectsOfNoun(scene: RelationScene, i: number): number[] {
  const { trees, referents } = scene
  const relation = trees.plainRelation(i)
  // "is one of the founders", "one of its leaders, X"
  const over = trees.head(i)
  const isPart = relation === 'nmod' && scene.preposition(i) === 'of' && over >= 0 && ONE.test(trees.lower(over))
  if (isPart && (trees.child(over, 'cop') >= 0 || namedBy(referents, over).length > 0))
    return subjectsOfNoun(scene, over)
  // "Three brothers, all of them members of the Lions"
  const each =
    relation === 'nmod' && over >= 0 && /^(all|both|some|most|many|several)$/.test(trees.lower(over)) ? over : -1
  if (each >= 0 && trees.plainRelation(each) === 'appos' && trees.lower(each + 1) === 'of' && trees.head(each) >= 0)
    return namedBy(referents, trees.head(each)).concat(
      namedBy(referents, trees.head(each)).length > 0 ? [] : [trees.head(each)],
    )
  const all = (head: number): number[] => (head < 0 ? [] : referents.conjuncts(referents.antecedent(head)))
  if (trees.child(i, 'cop') >= 0) {
    const own = trees.child(i, 'nsubj')
    const said = all(own >= 0 ? own : subjectOf(trees, i).head)
    // "a judge and Omar Haddad, [who was a director]": the one named last
    const isOne = own >= 0 && /^(who|which|that)$/.test(trees.lower(own)) && trees.tags[i].xpos === 'NN'
    return isOne ? said.slice(-1) : said
  }
  // "its founder and leader, X", "is a founder and leader of X"
  const head = trees.head(i)
  // … but not "the movement and the members of X"
  const apart = trees.children(i).some((child) => child < i && /^(the|an?)$/.test(trees.lower(child)))
  const isShared =
    relation === 'conj' && head >= 0 && trees.tags[head].upos === 'NOUN' && !(apart && trees.tags[i].xpos === 'NNS')
  if (isShared && trees.child(i, 'cop') < 0) {
    const names = namedBy(referents, i)
    return names.length > 0 ? names : scene.isNamed(i) ? [i] : subjectsOfNoun(scene, head)
  }
  const names = namedBy(referents, i)
  // "A, B and C, all members of the Lions"
  const list = relation === 'appos' && trees.tags[i].xpos === 'NNS' && names.length === 1 && names[0] === head
  if (list) return referents.conjuncts(head).filter((at) => at !== i && scene.kindOf(at) === 'person')
  if (names.length > 0) return names
  // "The group's leader is Omar Haddad"
  const isSaid = relation === 'nsubj' && head >= 0 && trees.child(head, 'cop') >= 0
  // "their leader is a Dane, Omar Haddad"
  const beside = isSaid
    ? trees.children(head).find((at) => at > head && trees.plainRelation(at) === 'appos')
    : undefined
  const told = beside ?? (isSaid ? apposedAsList(referents, head) : -1)
  if (told >= 0 && trees.tags[told].upos === 'PROPN' && scene.kindOf(told) === 'person') return [told]
  if (
    isSaid &&
    trees.tags[head].upos === 'PROPN' &&
    !trees.children(head).some((at) => trees.plainRelation(at) === 'case')
  )
    return [head]
  // "Its founders include Omar Haddad and a priest"
  const includes = relation === 'nsubj' && head >= 0 && trees.lemma(head) === 'include'
  if (includes && trees.child(head, 'obj') >= 0) return referents.conjuncts(trees.child(head, 'obj'))
  // "Among its founders was Omar Haddad"
  const among =
    head >= 0 && scene.preposition(i) === 'among' && /^(root|ccomp|parataxis)$/.test(trees.plainRelation(head))
  if (among && (trees.child(head, 'cop') >= 0 || trees.lemma(head) === 'be')) {
    const named = /^(NOUN|PROPN)$/.test(trees.tags[head].upos) ? head : trees.child(head, 'nsubj')
    if (named >= 0) return referents.conjuncts(named)
  }
  const before = apposedTo(scene, i)
  if (before >= 0) return [before]
  if (/^(appos|compound|amod)$/.test(relation) && head >= 0 && scene.kindOf(head) === 'person') return [head]
  if (isAs(scene, i)) return asSubjects(scene, i)
  if (relation === 'xcomp' && head >= 0) return all(subjectOf(trees, i).head)
  return referents.entityAt(i) >= 0 ? [i] : []
}

/** True where the noun is said of somebody ("is a member", "became leader", "described as a ringleader"), not merely used of them. */
export function isPredicative(scene: RelationScene, i: number): boolean {
  const { trees } = scene
  const over = trees.head(i)
  if (over >= 0 && trees.child(over, 'cop') >= 0 && ONE.test(trees.lower(over)) && scene.preposition(i) === 'of')
    return true
  if (trees.child(i, 'cop') >= 0 || isAs(scene, i)) return true
  const relation = trees.plainRelation(i)
  if (relation === 'conj') return isPredicative(scene, trees.head(i))
  return relation === 'xcomp' && apposedTo(scene, i) < 0
}

/** "killed Idris Haddad, the last member of X": the name before the comma, where the tree hangs the apposition on the verb. */
function apposedTo({ trees, referents }: RelationScene, i: number): number {
  if (!/^(xcomp|obl|dep|parataxis|ccomp|obj)$/.test(trees.plainRelation(i)) || trees.child(i, 'cop') >= 0) return -1
  const first = trees.left(i)
  const comma = trees.lower(first) === ',' ? first : first - 1
  if (comma < 1 || trees.lower(comma) !== ',' || comma >= i) return -1
  if (trees.children(i).some((child) => child < i && /^(case|mark|nsubj)$/.test(trees.plainRelation(child)))) return -1
  const mention = referents.mentionAt(comma - 1)
  if (mention < 0) return -1
  const { form, head, to } = referents.mentions[mention]
  return form === 'name' && to === comma ? head : -1
}

const isAs = (scene: RelationScene, i: number): boolean =>
  /^(obl|advcl|nmod|xcomp)$/.test(scene.trees.plainRelation(i)) && scene.preposition(i) === 'as'

/** "served as spokesman", "described by officers as a ringleader", "listed seven men as members". */
function asSubjects(scene: RelationScene, i: number): number[] {
  const { trees } = scene
  const verb = trees.head(i)
  if (verb < 0) return []
  const patients = scene.words.servingVerbs.has(trees.lemma(verb)) ? [] : patientsOf(scene, verb)
  return patients.length > 0 ? patients : agentsOf(scene, verb)
}
