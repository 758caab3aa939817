import { subjectOf } from '../../document/Clauses.ts'
import type { Found, RelationScene } from './RelationScene.ts'

const OF_GROUPS = ['group', 'organisation']
const HOLDERS = ['group', 'organisation', 'person', 'people', 'public body']

/** "has ties to the network", "a blogger with no links to any group", "the group's ties to X", "denied any connection to X". */
export function tiesAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!scene.words.ties.includes(trees.lemma(i)) || trees.tags[i].upos !== 'NOUN') return []
  const values = scene.obliques(i, ['to', 'with']).filter((head) => scene.isOneOf(head, OF_GROUPS))
  if (values.length === 0) return []
  const verb = trees.plainRelation(i) === 'obj' ? trees.head(i) : -1
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
        ...(none ? { polarity: 'denied' as const } : {}),
        ...(/^(cut|sever|break|renounce|end)$/.test(trees.lemma(verb)) ? { bound: 'ends' as const } : {}),
      })),
    )
}

function holdersOf(scene: RelationScene, i: number, verb: number): number[] {
  const { trees, referents } = scene
  const owners = trees.children(i).filter((child) => trees.relation(child) === 'nmod:poss')
  if (owners.length > 0) return owners.map((owner) => referents.antecedent(owner))
  if (verb >= 0) return scene.agents(verb)
  const head = trees.head(i)
  if (head < 0) return []
  const preposition = scene.preposition(i)
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
  const war = scene.words.wars.find(({ word }) => word === trees.lemma(i))
  if (war === undefined || trees.tags[i].upos !== 'NOUN') return []
  const sides = scene.obliques(i, ['between', 'with', 'against']).filter((head) => scene.isOneOf(head, HOLDERS))
  const owner = trees.children(i).find((child) => trees.relation(child) === 'nmod:poss')
  const over =
    trees.plainRelation(i) === 'obj' && /^(have|fight|wage|form|make|enter)$/.test(trees.lemma(trees.head(i)))
  const pair =
    sides.length > 1 && scene.preposition(sides[0]) === 'between'
      ? [sides]
      : [...(owner === undefined ? [] : [owner]), ...(over ? scene.agents(trees.head(i)) : [])].flatMap((own) =>
          sides.map((side) => [referents.antecedent(own), side]),
        )
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
  const subject = trees.child(i, 'cop') >= 0 ? subjectOf(trees, i).head : -1
  const names = subject >= 0 ? referents.conjuncts(referents.antecedent(subject)) : scene.named(i)
  if (names.length < 2) return []
  return names.slice(1).map((other) => mutual(scene, property, names[0], other, i, 'mutual'))
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

/** "put a price on his head", "issued a warrant for Haddad's arrest", "offered a reward for him": wanted by who did so. */
export function bountyAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (!/^(price|bounty|warrant|reward)$/.test(trees.lemma(i)) || trees.plainRelation(i) !== 'obj') return []
  const verb = trees.head(i)
  if (!/^(put|place|set|issue|offer|post|announce)$/.test(trees.lemma(verb))) return []
  const on = [i, verb].flatMap((at) => scene.obliques(at, ['on', 'for', 'against']))
  return on
    .map((head) => {
      const owner = trees.children(head).find((child) => trees.relation(child) === 'nmod:poss')
      return owner === undefined || !/^(head|arrest|capture|death)$/.test(trees.lemma(head)) ? head : owner
    })
    .map((head) => referents.antecedent(head))
    .filter((head) => scene.isOneOf(head, ['person', 'people', 'group']))
    .flatMap((subject) =>
      scene.agents(verb).map((agent) => ({
        property: 'wanted-by',
        subject,
        value: scene.valueOf(agent),
        valueSpan: referents.phraseOf(agent),
        token: verb,
        rule: 'bounty',
      })),
    )
}

/** "the rebels' judge, Idris Haddad", "the Front's bomb maker": belongs to the group that he works for. */
export function memberNounAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'NOUN' || !scene.words.memberNouns.includes(trees.lemma(i))) return []
  const owner = trees
    .children(i)
    .find(
      (child) => child < i && /^(nmod:poss|compound)$/.test(trees.relation(child)) && scene.isOneOf(child, ['group']),
    )
  if (owner === undefined || !scene.isNamed(i)) return []
  return [
    {
      property: 'member-of',
      subject: i,
      value: scene.valueOf(owner),
      valueSpan: referents.phraseOf(owner),
      token: i,
      rule: 'member-noun',
      background: true,
    },
  ]
}

/** "serving life for the murder of a driver", "convicted of killing her": the one held for it did it, as surely as the verb has it. */
export function murderAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (!/^(murder|killing|assassination|slaying|beheading)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'NOUN')
    return []
  const verb = trees.head(i)
  if (verb < 0 || !/^(for|of|in|over|with)$/.test(scene.preposition(i))) return []
  const lemma = trees.lemma(verb)
  const sure = /^(serve|convict|sentence|jail|imprison|execute|hang)$/.test(lemma)
  if (!sure && !/^(accuse|charge|suspect|arrest|want|try|indict|blame|hold|detain|seek)$/.test(lemma)) return []
  const agents = lemma === 'serve' ? scene.agents(verb) : scene.patients(verb)
  return scene
    .obliques(i, ['of'])
    .filter((head) => scene.kindOf(head) === 'person')
    .flatMap((subject) =>
      agents.map((agent) => ({
        property: 'killed-by',
        subject,
        value: scene.valueOf(agent),
        valueSpan: referents.phraseOf(agent),
        token: verb,
        rule: 'murder',
        ...(sure ? {} : { certainty: 'possible' as const, certaintyWord: trees.tokens[verb].text }),
      })),
    )
}
