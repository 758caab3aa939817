import { subjectOf } from '../../document/Clauses.ts'
import { BODIES } from './actorKinds.ts'
import { agentsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import { isPassive } from './isPassive.ts'
import { namesOf } from './namesOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

const SYMMETRIC = /^(fights|rival-of|allied-with)$/

/** "The Lions and the army clashed", "are fighting side by side", "are allied": what two do with or to one another. */
export function togetherAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'VERB' && trees.tags[i].upos !== 'ADJ') return []
  const lemma = trees.lemma(i)
  const beside = /^(fight|operate|battle|serve)$/.test(lemma) && isSideBySide(scene, i)
  const rules = [...scene.rules.verbs(lemma), ...scene.rules.adjectives(lemma)].filter(
    ({ property, with: particles }) =>
      SYMMETRIC.test(property) &&
      (particles === undefined ||
        trees
          .children(i)
          .some((child) => particles.includes(trees.lemma(child)) && trees.tags[child].upos !== 'PROPN')),
  )
  // "were fighting" may be against anybody
  // "The Lions and the Creek Boys merged in 1974"
  const merged = lemma === 'merge' && trees.tags[i].upos === 'VERB' && scene.obliques(i, ['into', 'with']).length === 0
  const property = beside || merged ? 'allied-with' : lemma === 'fight' ? undefined : rules[0]?.property
  if (property === undefined || object(scene, i, rules[0]?.with)) return []
  if (!beside && rules.some(({ value }) => typeof value !== 'string' && scene.obliques(i, value).length > 0)) return []
  const subject = subjectOf(trees, i).head
  const sides = subject < 0 ? [] : referents.conjuncts(referents.antecedent(subject))
  const bodies = sides.filter((at) => scene.isOneOf(at, BODIES))
  return bodies.length < 2 ? [] : bodies.slice(1).map((other) => between(scene, property, bodies[0], other, i))
}

/** "has allied itself with the army against the Lions": whom the two are against, one of them fights. */
export function againstAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'VERB') return []
  const rule = scene.rules
    .verbs(trees.lemma(i))
    .find(
      ({ property, with: particles }) =>
        property === 'allied-with' &&
        (particles === undefined || trees.children(i).some((child) => particles.includes(trees.lemma(child)))),
    )
  if (rule === undefined) return []
  const partners = typeof rule.value === 'string' ? [] : scene.obliques(i, rule.value)
  if (partners.length === 0) return []
  const foes = [i, ...partners]
    .flatMap((at) => scene.obliques(at, ['against']))
    .filter((at) => scene.isOneOf(at, BODIES))
  const subject = subjectOf(trees, i).head
  const sides =
    subject < 0 ? [] : referents.conjuncts(scene.antecedent(subject)).filter((at) => scene.isOneOf(at, BODIES))
  return sides.flatMap((side) => foes.map((foe) => ({ ...between(scene, 'fights', side, foe, i), rule: 'against' })))
}

/** "The Lions fought the army"; not the "forces" of "joined forces", nor a "side" of "side by side". */
function object({ trees }: RelationScene, i: number, particles: readonly string[] = []): boolean {
  const at = trees.child(i, 'obj')
  return at >= 0 && !particles.includes(trees.lemma(at)) && trees.lower(at) !== 'side'
}

function isSideBySide({ trees }: RelationScene, i: number): boolean {
  for (let at = i + 1; at < Math.min(i + 5, trees.length); at++) {
    if (trees.lower(at) === 'together') return trees.lower(at + 1) !== 'with'
    if (trees.lower(at) === 'side' && trees.lower(at + 1) === 'by') return true
  }
  return false
}

/** "the rival [Creek Boys]", with one other group in the sentence: a rival of that. */
export function rivalNameAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.lower(i) !== 'rival' || trees.head(i) <= i) return []
  const name = referents.mentionAt(i + 1)
  const mention = name < 0 ? referents.mentionAt(trees.head(i)) : name
  // "a rival group, the Creek Boys"
  const given = namesOf(scene, trees.head(i))[0]
  const at = mention >= 0 && referents.mentions[mention].form !== 'name' ? referents.mentionAt(given) : mention
  const rival = at < 0 ? undefined : referents.mentions[at]
  if (rival === undefined || rival.form !== 'name' || !scene.isOneOf(rival.head, ['group', 'organisation'])) return []
  const { sentence } = trees.tokens[i]
  const others = scene
    .mentionsNear(i)
    .filter(
      ({ head, form, entity }) =>
        form !== 'pronoun' &&
        entity !== rival.entity &&
        trees.tokens[head].sentence === sentence &&
        (trees.tags[head].upos === 'PROPN' || trees.children(head).some((at) => trees.tags[at].upos === 'PROPN')) &&
        scene.isOneOf(head, ['group']),
    )
  if (new Set(others.map(({ entity }) => entity)).size !== 1) return []
  return [{ ...between(scene, 'rival-of', rival.head, others[0].head, i), background: true }]
}

/** "The Lions, together with the Creek Boys, seized the port", "seized the port alongside the Creek Boys": two groups that do it as one. */
export function alongsideAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  const preposition = scene.preposition(i)
  const together =
    preposition === 'alongside' ||
    (preposition === 'with' && /^(together|along|jointly)$/.test(trees.lower(trees.left(i) - 1)))
  if (!together || !scene.isOneOf(i, ['group']) || trees.head(i) < 0) return []
  const above = trees.head(i)
  const over = trees.tags[above].upos === 'ADV' && trees.head(above) >= 0 ? trees.head(above) : above
  const subjects = trees.tags[over].upos === 'VERB' ? agentsOf(scene, over) : [over]
  return subjects
    .filter(
      (at) =>
        at !== i && scene.isOneOf(at, ['group']) && !/^(fight|train|serve|operate|battle)$/.test(trees.lemma(over)),
    )
    .map((at) => between(scene, 'allied-with', at, i, i))
}

/** "About forty boys are with the Lions Brigade": people with a group belong to it. */
export function withGroupAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (scene.preposition(i) !== 'with' || trees.child(i, 'cop') < 0 || !scene.isOneOf(i, ['group'])) return []
  const subject = subjectOf(trees, i).head
  return (subject < 0 ? [] : referents.conjuncts(referents.antecedent(subject)))
    .filter((at) => scene.isOneOf(at, ['person', 'people']))
    .map((at) =>
      relationTo(scene, i, {
        property: 'member-of',
        subject: at,
        token: i,
        rule: 'with-group',
      }),
    )
}

/** "Boys were taken by the Lions Brigade, but Omar says he [joined] freely": the group named last before it. */
export function joinedAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!/^(join|enlist)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB' || isPassive(scene, i)) return []
  if (trees.children(i).some((at) => at > i && /^(obj|xcomp|ccomp|compound)$/.test(trees.plainRelation(at)))) return []
  if (trees.children(i).some((at) => /^(in|with|as|by)$/.test(scene.preposition(at)) && !scene.isTime(at))) return []
  const group = scene
    .mentionsNear(i)
    .findLast(({ form, to, head }) => form === 'name' && to <= i && scene.isOneOf(head, ['group']))
  if (group === undefined) return []
  return agentsOf(scene, i)
    .filter((at) => scene.isOneOf(at, ['person', 'people']))
    .map((subject) =>
      relationTo(scene, group.head, {
        property: 'member-of',
        subject,
        token: i,
        rule: 'joined',
        bound: 'starts' as const,
      }),
    )
}

/** "four groups, including [the Lions] and [the Creek Boys]", "five factions, among them …": those that are named of a plural noun. */
export function namedAmong({ trees, referents }: RelationScene, i: number): number[] {
  if (trees.tags[i].xpos !== 'NNS') return []
  const isName = (at: number): boolean => {
    const mention = referents.mentionAt(at)
    return mention >= 0 && referents.mentions[mention].form === 'name'
  }
  const named = trees.children(i).filter((at) => {
    if (at < i || !/^(nmod|appos|acl|obl)$/.test(trees.plainRelation(at))) return false
    const words = [trees.left(at), trees.left(at) + 1].map((from) => trees.lower(Math.min(from, at)))
    return words.some((word) => /^(including|like|such|among)$/.test(word))
  })
  return named.flatMap((at) => referents.conjuncts(at)).filter(isName)
}

const between = (scene: RelationScene, property: string, a: number, b: number, token: number): Found =>
  relationTo(scene, b, {
    property,
    subject: a,
    token,
    rule: 'together',
  })
