import { subjectOf } from '../../document/Clauses.ts'
import { BODIES } from './actorKinds.ts'
import { agentsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import { ownerOf } from './ownerOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'
import { valueAt } from './valueAt.ts'

const PEOPLE = ['person', 'people', 'group']

/**
 * How many are at a place: "Several hundred fighters are in the valley", "300 jihadists receiving training in the area",
 * and how many belong to a unit: "a camp of 30 or 40 men".
 */
export function countedAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  const quantity = scene.referents.quantityAt(i)
  if (quantity === undefined || quantity.value.type !== 'count' || quantity.from > i || scene.referents.entityAt(i) < 0)
    return []
  const { value } = quantity
  const of = { ...value, of: value.of ?? trees.tokens[i].text }
  const relation = trees.plainRelation(i)
  const head = trees.head(i)
  // By the words alone: "huts, each of 15 or 20 fighters"
  const before = quantity.from - 1
  if (before > 2 && trees.lower(before) === 'of' && trees.lower(before - 1) === 'each') {
    const unit = trees.lower(before - 2) === ',' ? before - 3 : before - 2
    if (scene.words.countedUnits.has(trees.lemma(unit)))
      return [{ property: 'strength', subject: unit, value: of, valueSpan: quantity, token: unit, rule: 'each-of' }]
  }
  // "a camp of 30 men"
  // … also where the tree hangs "of" on the number
  const isOf = scene.preposition(i) === 'of' || trees.lower(Math.max(0, before)) === 'of'
  if (relation === 'nmod' && isOf && head >= 0) {
    const unit = /^(each|all|both)$/.test(trees.lower(head)) ? unitOver(scene, head) : head
    const holds = unit >= 0 && (scene.words.countedUnits.has(trees.lemma(unit)) || scene.kindOf(unit) === 'group')
    if (holds)
      return [{ property: 'strength', subject: unit, value: of, valueSpan: quantity, token: i, rule: 'unit-of' }]
  }
  // "The militia has 2,000 men"
  if (relation === 'obj' && head >= 0 && /^(have|number|count|command|field|comprise)$/.test(trees.lemma(head))) {
    const [unit] = agentsOf(scene, head)
    const live = /^(inhabitant|resident|citizen|voter|pupil|student|employee|reader|viewer)$/.test(trees.lemma(i))
    if (!live && unit !== undefined && scene.isOneOf(unit, BODIES)) {
      return [{ property: 'strength', subject: unit, value: of, valueSpan: quantity, token: head, rule: 'has-men' }]
    }
  }
  if (!scene.isOneOf(i, PEOPLE)) return []
  const verb = verbOf(scene, i)
  // "shot by two gunmen in the street": no presence, an event. "reports of 300 fighters in the valley": presence.
  const told =
    relation === 'nsubj' ||
    relation === 'root' ||
    (head >= 0 && /^(report|estimate|presence|say|be|number)$/.test(trees.lemma(head)))
  if (!told) return []
  const where = [verb, i].flatMap((at) => (at < 0 ? [] : placesUnder(scene, at)))
  if (
    where.length === 0 ||
    (verb >= 0 && !scene.words.presentVerbs.has(trees.lemma(verb)) && trees.child(verb, 'cop') < 0)
  )
    return []
  return [
    {
      property: 'number-present',
      subject: i,
      value: of,
      valueSpan: quantity,
      token: verb < 0 ? i : verb,
      rule: 'number-present',
    },
  ]
}

function unitOver(scene: RelationScene, each: number): number {
  const { trees } = scene
  const head = trees.head(each)
  return /^(appos|nsubj|parataxis|nmod|dep|obl)$/.test(trees.plainRelation(each)) ? head : -1
}

/** The verb of being somewhere over or under the counted: "were living there", "receiving training in". */
function verbOf(scene: RelationScene, i: number): number {
  const { trees } = scene
  const clause = trees
    .children(i)
    .find((child) => trees.plainRelation(child) === 'acl' && /^(VBG|VBN)$/.test(trees.tags[child].xpos))
  if (clause !== undefined) return clause
  const relation = trees.plainRelation(i)
  if (relation === 'nsubj') return trees.head(i)
  return -1
}

function placesUnder(scene: RelationScene, at: number): number[] {
  const { trees } = scene
  const there = trees
    .children(at)
    .filter((child) => /^(there|here)$/.test(trees.lower(child)) && trees.plainRelation(child) === 'advmod')
  const phrases = [...trees.children(at), ...trees.children(at).flatMap((child) => trees.children(child))].filter(
    (child) =>
      /^(obl|nmod)$/.test(trees.plainRelation(child)) &&
      /^(in|at|near|inside|around|across)$/.test(scene.preposition(child)) &&
      !scene.isTime(child),
  )
  const self = trees.child(at, 'cop') >= 0 && /^(in|at|near|inside)$/.test(scene.preposition(at)) ? [at] : []
  return [...there, ...self, ...phrases.filter((child) => scene.isOneOf(child, ['place', 'facility', 'camp', 'area']))]
}

/**
 * "Several diplomats think the force is far smaller": another view of how many, in words; of those counted last.
 * `counted` is the subject of the last number.
 */
export function comparedAt(scene: RelationScene, i: number, counted: number): Found[] {
  const { trees } = scene
  if (
    counted < 0 ||
    !/^(small|large|big|high|low|great|few)$/.test(trees.lemma(i)) ||
    !/^(JJR|RBR)$/.test(trees.tags[i].xpos)
  )
    return []
  const copula = trees.child(i, 'cop')
  const subject = trees.child(i, 'nsubj')
  // "believe the presence is smaller", with the noun hung on the verb of believing
  const noun = subject >= 0 ? subject : copula > 0 ? copula - 1 : -1
  if (noun < 0 || !/^(presence|number|figure|total|count|force|contingent|strength|toll)$/.test(trees.lemma(noun)))
    return []
  if (/^toll$/.test(trees.lemma(noun))) return []
  const words = trees.children(i).filter((child) => child < i && trees.plainRelation(child) === 'advmod')
  const start = trees.tokens[Math.min(i, ...words)].start
  const { end } = trees.tokens[i]
  return [
    {
      property: 'number-present',
      subject: counted,
      value: { type: 'text', text: scene.document.text.slice(start, end) },
      valueSpan: { start, end },
      token: i,
      rule: 'compared',
    },
  ]
}

/** "denied that its men had been in Gulu", "The suspects are in Lagos": where people are said to be. */
export function presentAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (trees.child(i, 'cop') < 0 || !/^(in|inside|near|to|at)$/.test(scene.preposition(i)) || scene.isTime(i)) return []
  if (!scene.isOneOf(i, ['place'])) return []
  const own = subjectOf(trees, i).head
  if (own < 0) return []
  // "The Front's headquarters is in Tripoli"
  const seated = seatedAt(scene, own)
  const subject = seated === own ? scene.referents.antecedent(own) : seated
  const bodies = seated === own ? [] : ['organisation', 'public body']
  if (!scene.isOneOf(subject, ['person', 'people', 'group', 'facility', ...bodies])) return []
  return [
    relationTo(scene, i, {
      // "had never been to Libya"
      property: scene.preposition(i) === 'to' ? 'travelled-to' : 'located-in',
      subject,
      token: i,
      rule: 'present',
    }),
  ]
}

/** "a camp near Sabha", "the hotel in Gulu", "the place where they trained, near Gulu": where a place of some use lies. */
export function liesAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!/^(in|near|outside|on|at|close to|north of|south of|east of|west of)$/.test(scene.preposition(i))) return []
  const noun = lyingOver(scene, i)
  if (noun < 0 || noun > i || scene.isTime(i)) return []
  const where = noun + 1 < trees.length && trees.lower(noun + 1) === 'where'
  if (scene.kindOf(noun) !== 'facility' && !(where && scene.kindOf(noun) === 'place')) return []
  const named = [i, ...trees.children(i)].find((at) => at >= i && scene.placeAt(at) !== undefined)
  if (named === undefined || scene.kindOf(i) === 'facility') return []
  return [
    {
      property: 'located-in',
      subject: seatedAt(scene, noun),
      value: valueAt(scene, scene.referents.entityAt(i) >= 0 ? i : named),
      valueSpan: scene.referents.phraseOf(i),
      token: i,
      rule: 'lies-at',
      polarity: 'affirmed',
      // "the place where, they say, the men trained, near Gulu": where it lies is the report's own
      background: scene.trees.plainRelation(i) === 'nmod' || where,
    },
  ]
}

/** "Omar Haddad, now in Libya, denied it": where a person is, between commas. */
export function nowInAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (scene.placeAt(i) === undefined || scene.preposition(i) !== 'in' || trees.plainRelation(i) !== 'nmod') return []
  const person = trees.head(i)
  if (scene.kindOf(person) !== 'person' || trees.tags[person].upos !== 'PROPN') return []
  if (!trees.children(i).some((child) => child < i && /^(now|currently|still)$/.test(trees.lower(child)))) return []
  return [relationTo(scene, i, { property: 'located-in', subject: person, token: i, rule: 'now-in', background: true })]
}

/** "moved from [its] barracks in Gulu": who has a seat there is there. */
function seatedAt(scene: RelationScene, noun: number): number {
  const { trees } = scene
  if (!/^(barracks?|headquarters?|base|hideout|stronghold|compound|seat)$/.test(trees.lemma(noun))) return noun
  const owner = trees.children(noun).find((child) => trees.relation(child) === 'nmod:poss')
  const found = owner === undefined ? -1 : ownerOf(scene, owner, [...BODIES, 'person'])
  return found >= 0 && scene.referents.entityAt(found) >= 0 ? found : noun
}

/** What is said to lie there: by the tree, or by the words where the tree hangs the phrase on the verb. */
function lyingOver(scene: RelationScene, i: number): number {
  const { trees } = scene
  const over = trees.head(i)
  if (trees.plainRelation(i) === 'nmod' || over < 0) return over
  if (trees.plainRelation(i) !== 'obl') return -1
  const first = trees.left(i)
  // "the place where they trained, near Gulu"
  const clause = trees.relation(over) === 'acl:relcl' && trees.lower(trees.left(over)) === 'where'
  if (clause && first > over && trees.lower(first - (trees.lower(first) === ',' ? 0 : 1)) === ',')
    return trees.head(over)
  // "bombed the Palm Hotel in Gulu", with the town hung on the verb
  const before = trees.lower(first) === ',' ? -1 : scene.referents.mentionAt(first - 1)
  if (before < 0) return -1
  const { form, to, head } = scene.referents.mentions[before]
  return form !== 'pronoun' && to === first ? head : -1
}
