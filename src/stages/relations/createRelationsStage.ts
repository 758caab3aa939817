import type { Proposition } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { RelationWords } from '../../vocabulary/RelationWords.ts'
import { adjectiveRelations } from './adjectiveRelations.ts'
import { ageAt } from './ageAt.ts'
import { aliasAt, bracketedAt, nicknameAt } from './aliases.ts'
import { citizenAt } from './citizenAt.ts'
import { deputyAt } from './deputyAt.ts'
import { mastermindAt, nationalityAt, officeAt, relationshipAt, relativeAt } from './describedRelations.ts'
import { distanceAt } from './distanceAt.ts'
import { eventNounRelations } from './eventNouns.ts'
import type { Found } from './Found.ts'
import { hyphenatedAt } from './hyphenatedAt.ts'
import { blamedAt, murderAt, struckAt, weaponAt } from './killings.ts'
import { localNameAt } from './localNameAt.ts'
import { memberNounAt, namedWithGroupAt } from './memberNounAt.ts'
import { mutualAt } from './mutualAt.ts'
import { nounRelations } from './nounRelations.ts'
import { ownedGroupAt, underAt } from './ownedGroups.ts'
import { phraseRelations } from './phraseRelations.ts'
import { comparedAt, countedAt, liesAt, nowInAt, presentAt } from './presence.ts'
import { propositionsOf } from './propositionsOf.ts'
import { RelationScene } from './RelationScene.ts'
import { rulesByWord } from './rulesByWord.ts'
import { disownedAt, tiesAt } from './tiesAt.ts'
import { againstAt, alongsideAt, joinedAt, rivalNameAt, togetherAt, withGroupAt } from './together.ts'
import { unitOfAt } from './unitOfAt.ts'
import { verbRelations } from './verbRelations.ts'
import { bountyAt, extraditionAt, listedAt, wantedAt } from './wanted.ts'
import { eachOtherAt, warsAt } from './warsAt.ts'

const REQUIRES = [
  'tokens',
  'sentences',
  'tags',
  'trees',
  'names',
  'quantities',
  'mentions',
  'entities',
  'times',
  'places',
  'incidents',
] as const

const DESCRIBED = [
  ageAt,
  aliasAt,
  localNameAt,
  bracketedAt,
  nicknameAt,
  relativeAt,
  officeAt,
  nationalityAt,
  citizenAt,
  wantedAt,
  mastermindAt,
  relationshipAt,
  tiesAt,
  warsAt,
  mutualAt,
  eachOtherAt,
  disownedAt,
  namedWithGroupAt,
  hyphenatedAt,
  bountyAt,
  listedAt,
  struckAt,
  memberNounAt,
  murderAt,
  distanceAt,
  presentAt,
  liesAt,
  togetherAt,
  againstAt,
  rivalNameAt,
  withGroupAt,
  joinedAt,
  weaponAt,
  extraditionAt,
  ownedGroupAt,
  underAt,
  unitOfAt,
  alongsideAt,
  blamedAt,
  nowInAt,
]

/** Reads how entities stand to each other: who belongs to what, leads, trains where, is how many, is held to be what. */
export function createRelationsStage(words: RelationWords): Stage<(typeof REQUIRES)[number], 'relations'> {
  const rules = rulesByWord(words)
  return {
    name: 'relations',
    requires: REQUIRES,
    assigns: ['relations'],
    run: (document) => ({ relations: readRelations(new RelationScene(document, words, rules)) }),
  }
}

function readWord(scene: RelationScene, i: number): Found[] {
  const { trees, rules } = scene
  const { upos } = trees.tags[i]
  const lemma = trees.lemma(i)
  const found: Found[] = []
  // Nearly all find nothing: what they found is looked at only where there is something.
  for (const rule of DESCRIBED) {
    const described = rule(scene, i)
    if (described.length > 0) found.push(...described)
  }
  if (upos === 'VERB' || upos === 'ADJ') found.push(...verbRelations(scene, i, rules.verbs(lemma)))
  if (upos === 'ADJ') found.push(...adjectiveRelations(scene, i, rules.adjectives(lemma)))
  // "is a militant of the Front", with the noun tagged as an adjective
  if (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ') found.push(...nounRelations(scene, i, rules.nouns(lemma)))
  if (upos === 'NOUN') found.push(...eventNounRelations(scene, i, rules.eventNouns(lemma)))
  found.push(...phraseRelations(scene, i, rules.phrases(lemma)))
  return found
}

function readRelations(scene: RelationScene): Proposition[] {
  const seen = new Set<string>()
  const relations: Proposition[] = []
  const sameAs = new Map<number, number>()
  let counted = -1
  for (let i = 0; i < scene.trees.length; i++) {
    const here = readWord(scene, i)
    for (const more of [countedAt(scene, i), comparedAt(scene, i, counted), deputyAt(scene, i, relations)])
      if (more.length > 0) here.push(...more)
    for (const found of here) {
      if (found.property === 'number-present' && found.value.type === 'count') counted = found.subject
      for (const read of propositionsOf(scene, withPolarity(scene, found))) {
        const told = found.rule === 'disowned' ? asTold(read, relations) : read
        const proposition = underOneName(told, sameAs)
        if (proposition === undefined) continue
        const { subject, property, value, token } = proposition
        const key = JSON.stringify([subject.index, property, value, token])
        if (seen.has(key)) continue
        seen.add(key)
        relations.push(proposition)
        if (proposition.property === 'alias-of') noteName(scene, proposition, sameAs)
      }
    }
  }
  return relations
}

/** "Abu Salim, whose real name was Karl Weiss, … He had led the Front": one person, whichever of the names the pronoun was read for. */
function noteName(
  { referents }: RelationScene,
  { subject, spans: [value], polarity }: Proposition,
  sameAs: Map<number, number>,
): void {
  const other = referents.mentions.find(({ start, form }) => form === 'name' && start === value.start)
  if (other === undefined || other.entity === subject.index || polarity === 'denied') return
  const kinds = [referents.entities[other.entity].kind, referents.entities[subject.index].kind]
  if (kinds.every((kind) => kind === 'person')) sameAs.set(other.entity, subject.index)
}

/** A relation of somebody with two names as one of the first; none with themselves. */
function underOneName(proposition: Proposition, sameAs: ReadonlyMap<number, number>): Proposition | undefined {
  const { subject, value } = proposition
  const index = sameAs.get(subject.index) ?? subject.index
  const valued = value.type === 'entity' && 'entity' in value && typeof value.entity === 'number' ? value.entity : -1
  const entity = sameAs.get(valued) ?? valued
  if (entity >= 0 && entity === index) return undefined
  return {
    ...proposition,
    subject: { ...subject, index },
    value: entity === valued ? value : { type: 'entity', entity },
  }
}

/** "He was expelled from the Front … He has nothing to do with us": denies just what was told of the two, where that was told. */
function asTold(denial: Proposition, relations: readonly Proposition[]): Proposition {
  const told = relations.findLast(
    ({ subject, value }) =>
      subject.index === denial.subject.index && JSON.stringify(value) === JSON.stringify(denial.value),
  )
  return told === undefined ? denial : { ...denial, property: told.property }
}

/** "was never a member", "has no ties to the group": denied, whoever says so; "denied that it did not attack" is left to the layers. */
function withPolarity(scene: RelationScene, found: Found): Found {
  if (found.polarity !== undefined || !isNegated(scene, found.token)) return found
  return { ...found, polarity: 'denied' }
}

function isNegated(scene: RelationScene, token: number): boolean {
  const { trees, attributions } = scene
  const negated = trees
    .children(token)
    .some(
      (child) =>
        child < token &&
        /^(not|n't|n’t|never|no|neither)$/.test(trees.lower(child)) &&
        trees.lower(child + 1) !== 'longer',
    )
  if (!negated) return false
  return !scene.attributionsOver(token).some((index) => attributions[index].act === 'denies')
}
