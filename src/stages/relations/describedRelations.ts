import { respectively } from '../../document/respectively.ts'
import { BODIES } from './actorKinds.ts'
import { patientsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import { isPassive } from './isPassive.ts'
import { nounBeforeWhose, ownerOf } from './ownerOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'
import { isPredicative, subjectsOfNoun } from './subjectsOfNoun.ts'

const phrase = (scene: RelationScene, head: number) => scene.referents.phraseOf(head)
const text = (scene: RelationScene, span: { start: number; end: number }) =>
  scene.document.text.slice(span.start, span.end)

/** "his brother Amadou", "Amadou, a cousin of the mayor". */
export function relativeAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!scene.words.relatives.has(trees.lemma(i))) return []
  // "our Christian brothers": of one faith or people, not of one family.
  const inFaith = trees.children(i).some((child) => child < i && scene.isOfPeople(child))
  if (inFaith && /^(brother|sister|cousin)$/.test(trees.lemma(i))) return []
  const of = [
    ...trees
      .children(i)
      .filter((child) => trees.relation(child) === 'nmod:poss')
      .map((child) => (trees.lower(child) === 'whose' ? nounBeforeWhose(scene, i) : child)),
    ...scene.obliques(i, ['of', 'to']),
    // "brother - in - law of X"
    ...trees
      .children(i)
      .filter((child) => trees.lower(child) === 'law')
      .flatMap((law) => scene.obliques(law, ['of'])),
  ].filter(
    (head) => head >= 0 && scene.isOneOf(head, ['person', 'people']) && !/^(you|your|our|us)$/.test(trees.lower(head)),
  )
  // "a nephew and trusted aide of the boss"
  if (of.length === 0 && trees.children(i).every((child) => trees.relation(child) !== 'nmod:poss')) {
    const joined = trees.children(i).filter((child) => child > i && trees.plainRelation(child) === 'conj')
    of.push(...joined.flatMap((at) => scene.obliques(at, ['of'])).filter((head) => scene.kindOf(head) === 'person'))
  }
  // "Her mother said": who has no name is only called so, unless by somebody's name: "Haddad's son".
  const ofName = of.some((head) => trees.tags[head].upos === 'PROPN')
  const kin = of.length === 0 ? relativeOfVictim(scene, i) : undefined
  if (kin !== undefined) of.push(kin)
  const subjects =
    kin !== undefined
      ? [i]
      : subjectsOfNoun(scene, i)
          .filter((subject) => subject !== i || ofName || scene.isNamed(subject))
          .filter((subject) => scene.isOneOf(subject, ['person', 'people']))
  return subjects.flatMap((subject) =>
    of.map((head) =>
      relationTo(scene, head, {
        property: 'relative-of',
        subject,
        token: i,
        rule: 'relative',
        background: kin === undefined && !isPredicative(scene, i),
      }),
    ),
  )
}

/** "Omar Haddad was shot dead by [a cousin]": of whom it was done to. */
function relativeOfVictim(scene: RelationScene, i: number): number | undefined {
  const { trees } = scene
  const verb = trees.head(i)
  const bare = trees.children(i).some((child) => child < i && /^an?$/.test(trees.lower(child)))
  if (!bare || verb < 0 || trees.plainRelation(i) !== 'obl' || scene.preposition(i) !== 'by') return undefined
  if (!isPassive(scene, verb)) return undefined
  return patientsOf(scene, verb).find((at) => scene.kindOf(at) === 'person' && scene.isNamed(at))
}

/** "interior minister Lena Vogt", "Lena Vogt, the interior minister": what a person is. */
export function officeAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (trees.tags[i].upos !== 'NOUN') return []
  const relation = trees.plainRelation(i)
  const head = trees.head(i)
  const own = respectively(trees, i)
  const titled =
    own !== undefined
      ? own
      : relation === 'compound' || relation === 'appos'
        ? head
        : (trees.children(i).find((child) => child > i && /^(appos|flat)$/.test(trees.plainRelation(child))) ?? -1)
  if (titled < 0 || scene.kindOf(titled) !== 'person' || trees.tags[titled].upos !== 'PROPN') return []
  // "two men, a Russian and a Dane": no name of theirs
  if (scene.isOfPeople(titled)) return []
  if (scene.words.noOffices.has(trees.lemma(i)) || scene.words.relatives.has(trees.lemma(i))) return []
  const span = phrase(scene, i)
  const words = text(scene, { start: span.start, end: Math.min(span.end, trees.tokens[i].end) })
  return [
    {
      property: 'office',
      subject: titled,
      value: { type: 'text', text: words },
      valueSpan: { start: span.start, end: trees.tokens[i].end },
      token: i,
      rule: 'office',
    },
  ]
}

/** "At least one of the gunmen was a Dane": a nationality said of people, or of some of a gang. */
export function nationalityAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (trees.child(i, 'cop') < 0) return []
  if (!scene.isOfPeople(i)) return []
  const subject = trees.child(i, 'nsubj')
  if (subject < 0) return []
  const whole = scene.obliques(subject, ['of'])[0] ?? -1
  const isOne = whole >= 0 && trees.lower(subject) === 'one' && scene.referents.entityAt(whole) >= 0
  const inner = !isOne && scene.referents.entityAt(subject) >= 0 ? subject : whole
  if (inner < 0) return []
  const { start, end } = trees.tokens[i]
  return [
    {
      property: 'nationality',
      subject: inner,
      value: { type: 'text', text: trees.tokens[i].text },
      valueSpan: { start, end },
      token: i,
      rule: 'nationality',
    },
  ]
}

/** Who a description is, where the name follows it: "one of the city's richest men, Omar Haddad". */
export function namedAfter(scene: RelationScene, ...described: readonly number[]): number | undefined {
  const { trees } = scene
  const name = described
    .flatMap((at) => trees.children(at))
    .find((child) => trees.plainRelation(child) === 'appos' && trees.tags[child].upos === 'PROPN')
  if (name !== undefined) return name
  const last = described.at(-1)!
  return last + 2 < trees.length && trees.lower(last + 1) === ','
    ? scene.referents.mentions.find(({ from, form }) => form === 'name' && from === last + 2)?.head
    : undefined
}

/** "regarded as the mastermind behind the bombing": of an incident that the stage before has found. */
export function mastermindAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (
    !/^(mastermind|ringleader|brain|architect|planner|organi[sz]er)$/.test(trees.lemma(i)) ||
    trees.tags[i].upos !== 'NOUN'
  )
    return []
  const hung = scene.obliques(i, ['behind', 'of', 'in'])[0]
  // By the words alone, where the phrase hangs elsewhere: "mastermind behind the Harbour attack"
  const follows = (token: number): boolean =>
    /^(behind|of)$/.test(trees.lower(i + 1)) &&
    token > i &&
    token <= i + 7 &&
    trees.tokens[token].sentence === trees.tokens[i].sentence
  const isMeant = (token: number): boolean => (hung === undefined ? follows(token) : trees.dominates(hung, token))
  const incidents = scene.document.get('incidents')
  const incident = incidents.findIndex(({ mentions }) => mentions.some(({ token }) => isMeant(token)))
  if (incident < 0) return []
  const what = hung ?? incidents[incident].mentions.find(({ token }) => isMeant(token))!.token
  let verb = trees.head(i)
  for (let steps = 0; verb >= 0 && steps < 3 && trees.tags[verb].upos !== 'VERB'; steps++) verb = trees.head(verb)
  const held = verb >= 0 && /^(regard|consider|believe|describe|see|name|identify|know)$/.test(trees.lemma(verb))
  const apart = held ? asideUnder(scene, verb) : undefined
  const subjects = (held ? patientsOf(scene, verb) : subjectsOfNoun(scene, i)).map((subject) =>
    trees.tags[subject].upos === 'NOUN' ? (namedAfter(scene, subject) ?? subject) : subject,
  )
  // "the identity of the planners of the raid" tells of nobody
  const known = subjects.filter((subject) => subject !== i || scene.isNamed(subject) || isPredicative(scene, i))
  return known.map((subject) => ({
    property: 'mastermind-of',
    subject,
    value: { type: 'incident', incident },
    valueSpan: phrase(scene, what),
    token: i,
    rule: 'mastermind',
    ...(apart === undefined ? {} : { apart }),
    ...(held && !/^(name|identify|know)$/.test(trees.lemma(verb))
      ? { certainty: 'probable' as const, certaintyWord: trees.tokens[verb].text }
      : {}),
  }))
}

/** "He described a visit from Omar Haddad, [regarded by officials as …]": what he says does not hold what they do, told by the way. */
function asideUnder(scene: RelationScene, clause: number): number | undefined {
  const { trees, attributions } = scene
  const comma = trees.left(clause)
  const isAside =
    trees.plainRelation(clause) === 'acl' && (trees.lower(comma) === ',' || trees.lower(comma - 1) === ',')
  if (!isAside) return undefined
  const [from, to] = [trees.tokens[comma].start, trees.tokens[trees.right(clause)].end]
  return scene.attributionsOver(clause).find((index) => {
    const { mode, cue } = attributions[index]
    return mode === 'indirect' && !cue.some((piece) => from <= piece.start && piece.end <= to)
  })
}

const RELATIONSHIP = /^(relationship|relation|link|tie|connection|affiliation|loyalty|allegiance|contact)$/

/** "is murky", "remain strained"; not "provides a pretext", nor "have been broken". */
const isState = ({ trees }: RelationScene, i: number): boolean =>
  trees.tags[i].upos === 'ADJ' ||
  (trees.tags[i].upos === 'VERB' &&
    trees.tags[i].xpos === 'VBN' &&
    !trees.children(i).some((child) => /^(been|being)$/.test(trees.lower(child))))

/** "The relationship between the two groups is unclear": how it is characterised, as words. */
export function relationshipAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  // "remains murky"
  const over =
    trees.plainRelation(i) === 'xcomp' && /^(remain|stay|seem|appear)$/.test(trees.lemma(trees.head(i)))
      ? trees.head(i)
      : i
  const noun = trees.child(over, 'nsubj')
  if (noun < 0 || !RELATIONSHIP.test(trees.lemma(noun)) || !isState(scene, i)) return []
  if (over === i && trees.child(i, 'xcomp') >= 0) return []
  const between = [
    ...trees.children(noun).filter((child) => trees.relation(child) === 'nmod:poss'),
    ...scene.obliques(noun, ['between', 'of']),
  ]
  const others = scene.obliques(noun, ['with', 'to'])
  const subjects = between
    .map((head) => ownerOf(scene, head, BODIES))
    .filter((head) => head >= 0 && scene.referents.entityAt(head) >= 0)
    .slice(0, 1)
  const start = trees.tokens[noun].start
  const last = [...others, i].reduce((to, head) => Math.max(to, trees.tokens[head].end), trees.tokens[i].end)
  const open = /^(murky|unclear|unknown|uncertain|opaque|obscure|vague)$/.test(trees.lemma(i))
  const loyal = /^(loyalty|allegiance)$/.test(trees.lemma(noun))
  const bodies = [...BODIES, ...(loyal ? ['person'] : [])]
  const to = open ? [...others, ...between.slice(1)].filter((head) => scene.isOneOf(head, bodies)) : []
  const unsure = subjects.flatMap((subject) =>
    to.map((head) =>
      relationTo(scene, head, {
        property: loyal ? 'loyal-to' : 'affiliate-of',
        subject,
        token: i,
        rule: 'unclear-relationship',
        certainty: 'unknown' as const,
        certaintyWord: trees.tokens[i].text,
      }),
    ),
  )
  const told = subjects.map(
    (subject): Found => ({
      property: 'relationship',
      subject,
      value: { type: 'text', text: scene.document.text.slice(start, last) },
      valueSpan: { start, end: last },
      token: i,
      rule: 'relationship',
    }),
  )
  return [...told, ...unsure]
}
