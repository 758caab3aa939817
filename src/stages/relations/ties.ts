import { subjectOf } from '../../document/Clauses.ts'
import type { Found, RelationScene } from './RelationScene.ts'

const OF_GROUPS = ['group', 'organisation']
/** "ties to Cuba", "links to the spy agency" */
const TIED_TO = ['group', 'organisation', 'public body']
const HOLDERS = ['group', 'organisation', 'person', 'people', 'public body']

/** "has ties to the network", "a blogger with no links to any group", "the group's ties to X", "denied any connection to X". */
export function tiesAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!scene.words.ties.includes(trees.lemma(i)) || trees.tags[i].upos !== 'NOUN') return []
  const values = scene
    .obliques(i, ['to', 'with'])
    .filter((head) => scene.isOneOf(head, TIED_TO) || scene.placeAt(head)?.place.precision === 'country')
  if (values.length === 0) return []
  const verb = trees.plainRelation(i) === 'obj' ? trees.head(i) : -1
  const over = trees.plainRelation(i) === 'nsubj' ? trees.head(i) : -1
  // "His ties to the group are unclear" is told with its certainty elsewhere.
  if (over >= 0 && trees.child(over, 'cop') >= 0) return []
  const none = trees.children(i).some((child) => child < i && trees.lower(child) === 'no')
  return holdersOf(scene, i, verb)
    .filter((subject) => scene.isOneOf(subject, HOLDERS))
    .flatMap((subject) =>
      values.map((value) => ({
        property: 'affiliate-of',
        subject,
        value: scene.valueOf(value),
        valueSpan: scene.referents.phraseOf(value),
        token: /^(have|maintain|keep)$/.test(trees.lemma(verb)) && !none ? verb : i,
        rule: 'ties',
        ...(isSuspected(scene, i) ? { certainty: 'possible' as const, certaintyWord: 'suspects' } : {}),
        ...(none ? { polarity: 'denied' as const } : {}),
        ...(/^(cut|sever|break|renounce|end)$/.test(trees.lemma(verb)) ? { bound: 'ends' as const } : {}),
      })),
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
  if (verb >= 0) return scene.agents(verb)
  const head = trees.head(i)
  if (head < 0) return []
  const preposition = scene.preposition(i)
  // "suspects the Front for Renewal of ties to X", with the ties hung on the last word of the name
  let over = head
  while (preposition === 'of' && /^(NOUN|PROPN)$/.test(trees.tags[over].upos) && trees.head(over) >= 0)
    over = trees.head(over)
  if (over !== head && /^(suspect|accuse)$/.test(trees.lemma(over))) return scene.patients(over)
  if (trees.plainRelation(i) === 'nmod' && preposition === 'with') {
    // "he was a blogger with ties to X": said of him
    const subject = trees.child(head, 'cop') >= 0 ? subjectOf(trees, head).head : -1
    return [subject >= 0 ? referents.antecedent(subject) : head]
  }
  return trees.tags[head].upos === 'VERB' && /^(of|for|over)$/.test(preposition) ? scene.patients(head) : []
}

/** "the war between X and Y", "a feud with Y": how two stand to each other, named by what is between them. */
export function warsAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  const atWar = scene.preposition(i) === 'at' && trees.lemma(i) === 'war' && trees.child(i, 'cop') >= 0
  // "The Lions, at war with the army since 1999, agreed": between commas, right behind the name
  const first = trees.lower(trees.left(i)) === ',' ? trees.left(i) + 1 : trees.left(i)
  const aside = !atWar && trees.lemma(i) === 'war' && trees.lower(first) === 'at' && trees.lower(first - 1) === ','
  const beside = aside ? referents.mentionAt(first - 2) : -1
  if (beside >= 0 && scene.isOneOf(referents.mentions[beside].head, HOLDERS))
    return scene
      .obliques(i, ['with'])
      .map((side) => mutual(scene, 'fights', referents.mentions[beside].head, side, i, 'at-war'))
  if (atWar) {
    const sides = [...referents.conjuncts(scene.antecedent(subjectOf(trees, i).head)), ...scene.obliques(i, ['with'])]
    return sides.slice(1).map((side) => mutual(scene, 'fights', sides[0], side, i, 'at-war'))
  }
  const war = scene.words.wars.find(({ word }) => word === trees.lemma(i) || word === trees.lower(i))
  if (war === undefined || !(trees.tags[i].upos === 'NOUN' || trees.lower(i) === 'fighting')) return []
  const own = scene.obliques(i, ['between', 'with', 'against'])
  // "Fighting broke out between the Lions and the army"
  const outbreak =
    own.length === 0 && trees.plainRelation(i) === 'nsubj' ? scene.obliques(trees.head(i), ['between']) : []
  const sides = [...own, ...outbreak].filter((head) => scene.isOneOf(head, HOLDERS))
  const owner = trees.children(i).find((child) => trees.relation(child) === 'nmod:poss')
  const over =
    (trees.plainRelation(i) === 'obj' && /^(have|fight|wage|form|make|enter)$/.test(trees.lemma(trees.head(i)))) ||
    (trees.lemma(trees.head(i)) === 'enter' && scene.preposition(i) === 'into')
  // "are locked in a turf war with the Creek Boys"
  const verb = trees.head(i)
  const locked =
    verb >= 0 &&
    scene.preposition(i) === 'in' &&
    /^(lock|engage|embroil|involve|mire|entangle)$/.test(trees.lemma(verb))
  const pair =
    sides.length > 1 && scene.preposition(sides[0]) === 'between'
      ? [sides]
      : [
          ...(owner === undefined ? [] : [owner]),
          ...(over ? scene.agents(verb) : []),
          ...(locked ? scene.patients(verb) : []),
        ].flatMap((own) => sides.map((side) => [referents.antecedent(own), side]))
  return pair
    .filter(([a, b]) => scene.isOneOf(a, HOLDERS) && b !== undefined)
    .map(([a, b]) => mutual(scene, war.property, a, b, i, 'war'))
}

const MUTUAL: Record<string, string> = { rival: 'rival-of', enemy: 'rival-of', foe: 'rival-of', ally: 'allied-with' }

/** "Idris and Salim are brothers", "two brothers, Idris and Salim, fled", "the rivals X and Y": each of the other. */
export function mutualAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].xpos !== 'NNS') return []
  const lemma = trees.lemma(i)
  const rival = trees.children(i).some((child) => child < i && trees.lower(child) === 'rival')
  const property = scene.words.relatives.includes(lemma) ? 'relative-of' : rival ? 'rival-of' : MUTUAL[lemma]
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
            ? referents.conjuncts(over).filter((at) => at !== i && scene.isOneOf(at, HOLDERS))
            : scene.named(i)
  const sides = names.length < 2 && subject < 0 && !title ? listedBefore(scene, i) : names
  return sides.slice(1).map((other) => mutual(scene, property, sides[0], other, i, 'mutual'))
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

const mutual = (scene: RelationScene, property: string, a: number, b: number, token: number, rule: string): Found => ({
  property,
  subject: a,
  value: scene.valueOf(b),
  valueSpan: scene.referents.phraseOf(b),
  token,
  rule,
})

/** "an al Qaeda-linked group", "the Goma-based network", "a Haddad-led militia": what the word before the hyphen is to the noun. */
export function hyphenatedAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  const rule = scene.words.hyphenated.find(({ word }) => word === trees.lower(i))
  if (rule === undefined || i < 2 || !/^[-‐–]$/.test(trees.lower(i - 1))) return []
  const name = referents.mentionAt(i - 2)
  const value = name >= 0 ? referents.mentions[name].head : i - 2
  if (name < 0 && scene.placeAt(value) === undefined) return []
  const noun = trees.head(i)
  if (noun <= i || !scene.isOneOf(noun, HOLDERS)) return []
  const [subject, other] = rule.reversed ? [value, noun] : [noun, value]
  if (!scene.isNamed(noun) && !rule.reversed && trees.tags[noun].upos !== 'NOUN') return []
  return [
    {
      property: rule.property,
      subject,
      value: scene.valueOf(other),
      valueSpan: referents.phraseOf(other),
      token: i,
      rule: 'hyphenated',
      background: true,
    },
  ]
}

/** "the rebels' judge, Idris Haddad", "Idris Haddad, a bomb maker with the Front": belongs to the group that he works for. */
export function memberNounAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'NOUN' || !scene.isNamed(i)) return []
  const owner = scene.words.memberNouns.includes(trees.lemma(i))
    ? trees
        .children(i)
        .find(
          (child) =>
            child < i && /^(nmod:poss|compound)$/.test(trees.relation(child)) && scene.isOneOf(child, ['group']),
        )
    : undefined
  const isPerson = scene.kindOf(i) === 'person' && (trees.plainRelation(i) === 'appos' || trees.child(i, 'cop') >= 0)
  const known = scene.rules.nouns(trees.lemma(i)).length > 0
  const group =
    isPerson && !known
      ? scene.obliques(i, ['with']).find((at) => scene.isOneOf(at, ['group']) && isArmed(scene, at))
      : undefined
  const value = owner ?? group
  if (value === undefined) return []
  return [
    {
      property: 'member-of',
      subject: i,
      value: scene.valueOf(value),
      valueSpan: referents.phraseOf(value),
      token: i,
      rule: 'member-noun',
      background: trees.child(i, 'cop') < 0,
    },
  ]
}

/** Not "an analyst with the Institute for Peace". */
const isArmed = (scene: RelationScene, i: number): boolean =>
  !/^(organisation|public body)$/.test(scene.kindOf(i) ?? '')

/** "X and Y have been fighting each other": each the other. */
export function eachOtherAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'VERB' || !/^(fight|battle|attack|combat)$/.test(trees.lemma(i))) return []
  const object = trees.child(i, 'obj')
  if (object < 0 || !/^(each|one)$/.test(trees.lower(object)) || !/^(other|another)$/.test(trees.lower(object + 1)))
    return []
  const subjects = trees.children(i).filter((child) => child < i && trees.plainRelation(child) === 'nsubj')
  const sides = subjects.flatMap((at) => referents.conjuncts(referents.antecedent(at))).flatMap((at) => scene.named(at))
  const groups = sides.filter((at) => scene.isOneOf(at, HOLDERS) && scene.isNamed(at))
  return groups.slice(1).map((other) => mutual(scene, 'fights', groups[0], other, i, 'each-other'))
}

/** "Idris Haddad of the Lions Brigade": a person named with the group. */
export function namedWithGroupAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'PROPN' || scene.kindOf(i) !== 'person' || trees.plainRelation(i) === 'flat') return []
  const group = trees
    .children(i)
    .find((child) => child > i && trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'of')
  if (group === undefined || scene.kindOf(group) !== 'group' || !scene.isNamed(group)) return []
  const span = referents.phraseOf(group)
  const value = scene.valueOf(group)
  return [{ property: 'member-of', subject: i, value, valueSpan: span, token: i, rule: 'named-with', background: true }]
}

const UNIT = /^(brigade|battalion|column|wing|front|division|regiment|squad|company|cell|command|bloc|branch)$/

/** "the 5th Brigade of the Lions": a unit by name, of the group whose it is. */
export function unitOfAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'PROPN' || !UNIT.test(trees.lower(i)) || referents.entityAt(i) < 0) return []
  const of = trees
    .children(i)
    .find((child) => child > i && trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'of')
  if (of === undefined || !scene.isOneOf(of, OF_GROUPS) || !scene.isNamed(of)) return []
  if (referents.entityAt(of) === referents.entityAt(i)) return []
  const [value, valueSpan] = [scene.valueOf(of), referents.phraseOf(of)]
  return [{ property: 'part-of', subject: i, value, valueSpan, token: i, rule: 'unit-of', background: true }]
}

/** "has nothing to do with us", "had never heard of the Front": whoever says so denies whatever tie was told. */
export function disownedAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
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
  return scene
    .agents(i)
    .filter((subject) => scene.isOneOf(subject, HOLDERS))
    .flatMap((subject) =>
      values
        .filter((value) => scene.isOneOf(value, OF_GROUPS))
        .map((value) => ({
          property: 'affiliate-of',
          subject,
          value: scene.valueOf(value),
          valueSpan: referents.phraseOf(value),
          token: i,
          rule: 'disowned',
          polarity: 'denied' as const,
        })),
    )
}
