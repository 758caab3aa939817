import { subjectOf } from '../../document/Clauses.ts'
import { agentsOf, patientsOf } from './agentsOf.ts'
import { namedAfter } from './describedRelations.ts'
import type { Found } from './Found.ts'
import { isPassive } from './isPassive.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

/** "one of Kenya's most wanted men, Omar Haddad": sought by a country. */
export function wantedAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  // not "wanted by the police", which is a verb's
  if (trees.lower(i) !== 'wanted' || !/^(amod|acl)$/.test(trees.plainRelation(i)) || i > trees.head(i)) return []
  const noun = trees.head(i)
  const by = trees.children(noun).filter((child) => trees.relation(child) === 'nmod:poss')
  const top = trees.plainRelation(noun) === 'nmod' ? trees.head(noun) : noun
  const subject = namedAfter(scene, top, noun) ?? (scene.referents.entityAt(top) >= 0 ? top : noun)
  return by.map((head) =>
    relationTo(scene, head, {
      property: 'wanted-by',
      subject,
      token: i,
      rule: 'most-wanted',
      background: true,
    }),
  )
}

const PRIZE = /^(price|bounty|warrant|reward|notice)$/
const SETS = /^(put|place|set|issue|offer|post|announce|pay)$/

/** "put a price on his head", "issued a warrant for Haddad's arrest", "offers $5 million for information on Haddad": wanted by who does so. */
export function bountyAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (!SETS.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') return []
  const prize = isPassive(scene, i) ? subjectOf(trees, i).head : trees.child(i, 'obj')
  const money =
    prize >= 0 &&
    trees.lemma(i) === 'offer' &&
    /^(\$|€|£|dollar|euro|rupee|peso|million|pound)$/.test(trees.lemma(prize))
  if (prize < 0 || !(PRIZE.test(trees.lemma(prize)) || money)) return []
  const phrases = [prize, i].flatMap((at) => scene.obliques(at, ['on', 'for', 'against']))
  return phrases
    .flatMap((head) => {
      const below = /^(information|tip|intelligence|lead|clue)$/.test(trees.lemma(head))
      return below ? scene.obliques(head, ['on', 'about', 'regarding']) : [head]
    })
    .map((head) => {
      const owner = trees.children(head).find((child) => trees.relation(child) === 'nmod:poss')
      const of = scene.obliques(head, ['of'])[0]
      return /^(head|arrest|capture|death|killing)$/.test(trees.lemma(head)) ? (owner ?? of ?? head) : head
    })
    .map((head) => referents.antecedent(head))
    .filter((head) => scene.isOneOf(head, ['person', 'people', 'group']))
    .flatMap((subject) => agentsOf(scene, i).map((agent) => wantedBy(scene, subject, agent, i, 'bounty')))
}

/** "is on the F.B.I.'s most-wanted list", "on the State Department's list of terrorist organizations", "the list of most wanted men of Kenya" */
export function listedAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.lemma(i) !== 'list' || !/^(on|to)$/.test(scene.preposition(i))) return []
  const isWanted = (at: number): boolean => trees.children(at).some((child) => trees.lower(child) === 'wanted')
  const wanted = isWanted(i) || trees.children(i).some(isWanted)
  const what = scene.obliques(i, ['of'])
  const banned = what.some(
    (at) =>
      /^(organi[sz]ation|group|entity)$/.test(trees.lemma(at)) &&
      trees.children(at).some((child) => /^(terrorist|terror|banned|outlawed|proscribed)$/.test(trees.lower(child))),
  )
  if (!wanted && !banned) return []
  const owners = [
    ...trees.children(i).filter((child) => trees.relation(child) === 'nmod:poss'),
    // "the list of most wanted men [of Kenya]": not the men
    ...(banned ? [] : what.flatMap((at) => (isWanted(at) ? scene.obliques(at, ['of', 'in']) : [at]))),
  ]
  const verb = trees.head(i)
  const subjects =
    trees.child(i, 'cop') >= 0
      ? [referents.antecedent(subjectOf(trees, i).head)]
      : verb < 0
        ? []
        : patientsOf(scene, verb)
  return subjects
    .filter((at) => at >= 0)
    .flatMap((subject) =>
      owners.map((owner) => ({
        ...wantedBy(scene, subject, owner, i, 'listed'),
        property: banned ? 'banned-by' : 'wanted-by',
      })),
    )
}

/** "asked for the extradition of Haddad", "is seeking his arrest" */
export function extraditionAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (!/^(ask|seek|request|demand|want|press)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') return []
  const sought = [...patientsOf(scene, i), ...scene.obliques(i, ['for'])].filter((at) =>
    /^(extradition|arrest|capture)$/.test(trees.lemma(at)),
  )
  return sought
    .flatMap((at) => [
      ...scene.obliques(at, ['of']),
      ...trees.children(at).filter((child) => trees.relation(child) === 'nmod:poss'),
    ])
    .map((at) => referents.antecedent(at))
    .filter((at) => scene.isOneOf(at, ['person']))
    .flatMap((subject) =>
      agentsOf(scene, i)
        .filter((agent) => scene.isOneOf(agent, ['public body', 'place', 'organisation']))
        .map((agent) => wantedBy(scene, subject, agent, i, 'extradition')),
    )
}

const wantedBy = (scene: RelationScene, subject: number, value: number, token: number, rule: string): Found =>
  relationTo(scene, value, {
    property: 'wanted-by',
    subject,
    token,
    rule,
  })
