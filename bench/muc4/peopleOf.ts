import type { Proposition } from '../../src/document/Layers.ts'
import { type Fate, fatesOf } from '../../src/stages/incidents/fateOf.ts'
import { type PersonKind, personKindOf } from '../../src/stages/incidents/personKindOf.ts'
import { foreignNation } from './countries.ts'
import { add, quoted } from './fillers.ts'
import { numberOf } from './numbers.ts'
import type { Phrases } from './Phrases.ts'
import type { Template } from './writeTemplates.ts'

/** A person or people hit, however often and in whatever words the incident's propositions name them. */
interface Target {
  name?: string
  readonly heads: number[]
  readonly propositions: Proposition[]
}

const TARGETS = new Set(['victim', 'target', 'unhurt'])
/** Properties of whom an incident did harm to. */
const HARM = new Set(['killed', 'wounded', 'killed-or-wounded'])
const COUNTS: Readonly<Record<string, Fate>> = { killed: 'killed', wounded: 'wounded', unhurt: 'unhurt' }

/** HUM TGT, slots 18 to 23. */
export function fillPeople(
  phrases: Phrases,
  propositions: readonly Proposition[],
  template: Template,
  { type, key, country }: { readonly type: string; readonly key: string; readonly country: string | undefined },
): void {
  const targets = withoutRepeats(phrases, targetsOf(phrases, propositions), propositions)
  // "no one was hurt"
  const nobody = propositions.some(
    ({ property, value }) => HARM.has(property) && value.type === 'count' && value.best === 0,
  )
  if (targets.length === 0 && nobody) add(template, 23, 'NO INJURY OR DEATH: "-"')
  for (const target of targets) {
    const described = descriptionsOf(phrases, target)
    const head = described[0] ?? target.heads[0]
    const title = target.name === undefined ? undefined : titleOf(phrases, target)
    const words =
      described.length > 0 || target.name === undefined ? quoted(phrases.wordsOf(head, true)) : title && quoted(title)
    const tag = target.name === undefined ? words! : quoted(target.name)
    if (target.name !== undefined) add(template, 18, tag)
    if (target.name === undefined) add(template, 19, tag)
    else if (words !== undefined && (described.length === 0 || !isGeneral(phrases, head)))
      add(template, 19, `${words}: ${tag}`)
    add(template, 20, `${humanType(kindsOf(phrases, target))}: ${tag}`)
    const counts = countsOf(phrases, target, propositions)
    add(template, 21, `${target.name === undefined ? numberOf(phrases, target.heads, counts) : '1'}: ${tag}`)
    const nation = foreignNation(phrases, target.heads, country)
    if (nation !== undefined) add(template, 22, `${nation}: ${tag}`)
    const fates = new Set<Fate>([
      ...counts.map(({ property }) => COUNTS[property]),
      ...target.heads.flatMap((at) => fatesOf(phrases.referents, at)),
      ...(/^(killing|assassination|massacre|execution)$/.test(key) ? (['killed'] as const) : []),
    ])
    for (const fate of fates) {
      const effect = fate === 'freed' ? (type === 'KIDNAPPING' ? 'REGAINED FREEDOM' : undefined) : EFFECTS[fate]
      if (effect !== undefined) add(template, 23, `${effect}: ${tag}`)
    }
  }
}

/**
 * Those told once in words that say less: "the reporters" beside the reporters' names, "the attorney general" beside the only one, "a
 * person" or "six people" beside six who are told of by name or trade.
 */
function withoutRepeats(
  phrases: Phrases,
  targets: readonly Target[],
  propositions: readonly Proposition[],
): readonly Target[] {
  const { trees } = phrases
  const named = targets.filter(({ name }) => name !== undefined)
  const words = new Set(named.flatMap((target) => descriptionsOf(phrases, target).map((head) => trees.lemma(head))))
  const kinds = new Set(
    named.map((target) => humanType(kindsOf(phrases, target))).filter((kind) => kind !== 'CIVILIAN'),
  )
  const sizeOf = (target: Target): number => {
    const number = numberOf(phrases, target.heads, countsOf(phrases, target, propositions))
    return Number(/^\d+/.exec(number)?.[0] ?? (number === 'PLURAL' ? 2 : 1))
  }
  return targets.filter((target) => {
    if (target.name !== undefined) return true
    const [head] = target.heads
    const size = sizeOf(target)
    if (isNobody(phrases, head)) {
      const others = targets.filter((other) => other.name !== undefined || !isNobody(phrases, other.heads[0]))
      return others.reduce((sum, other) => sum + (other.name === undefined ? sizeOf(other) : 1), 0) < size
    }
    if (words.has(trees.lemma(head)) && size <= named.length) return false
    return size > 1 || !kinds.has(humanType(kindsOf(phrases, target)))
  })
}

/** "person", "others": words that say nothing of who it is. */
const isNobody = ({ trees }: Phrases, head: number): boolean =>
  /^(person|people|individual|victim|other|one|man|casualty|dead|injured|wounded|human|somebody|someone)$/.test(
    trees.lemma(head),
  )

const EFFECTS: Readonly<Record<Exclude<Fate, 'freed'>, string>> = {
  killed: 'DEATH',
  wounded: 'INJURY',
  unhurt: 'NO INJURY',
}

function targetsOf(phrases: Phrases, propositions: readonly Proposition[]): Target[] {
  const targets = new Map<string, Target>()
  for (const proposition of propositions) {
    if (!TARGETS.has(proposition.property) || !isHuman(phrases, proposition)) continue
    const head = phrases.headOf(proposition)
    if (head < 0) continue
    const name = phrases.isNamed(proposition) ? nameOf(phrases, proposition) : undefined
    const key = name === undefined ? `described ${phrases.trees.lemma(head)}` : keyOfName([...targets.keys()], name)
    const target = targets.get(key) ?? { heads: [], propositions: [] }
    if (name !== undefined && name.length > (target.name?.length ?? 0)) target.name = name
    const entity = phrases.entityOf(proposition)
    const mentions = entity === undefined ? [] : phrases.mentionsOf(entity).map((mention) => mention.head)
    for (const at of [head, ...mentions]) if (!target.heads.includes(at)) target.heads.push(at)
    target.propositions.push(proposition)
    targets.set(key, target)
  }
  return [...targets.values()].flatMap((target) => namedAmong(phrases, target) ?? [target])
}

/** "three reporters, Ana Ruiz, Jon Vega and Li Wei": each by name, with the group's word for a description. */
function namedAmong(phrases: Phrases, target: Target): Target[] | undefined {
  if (target.name !== undefined) return undefined
  const { referents, trees } = phrases
  const names = target.heads.flatMap((head) =>
    referents.mentions.filter(
      ({ form, entity, head: name }) =>
        form === 'name' &&
        name > head &&
        name < head + 40 &&
        referents.entities[entity].kind === 'person' &&
        trees.tokens[name].sentence === trees.tokens[head].sentence &&
        isApposed(phrases, name, head),
    ),
  )
  if (names.length === 0) return undefined
  return names.map(({ entity, head }) => ({
    name: withoutTitles(referents.entities[entity].name),
    heads: [head, ...target.heads],
    propositions: target.propositions,
  }))
}

/** Hung on the noun as an apposition, or as a further member of one. */
function isApposed({ trees }: Phrases, name: number, noun: number): boolean {
  let at = name
  let apposed = false
  for (let steps = 0; steps < 12 && at >= 0 && at !== noun; steps++) {
    if (!/^(appos|conj|list|flat)$/.test(trees.plainRelation(at))) return false
    apposed ||= trees.plainRelation(at) === 'appos'
    at = trees.head(at)
  }
  return at === noun && apposed
}

/** "Ruiz" is the Ana Ruiz named before. */
function keyOfName(keys: readonly string[], name: string): string {
  const words = name.split(' ')
  const within = (a: readonly string[], b: readonly string[]): boolean => a.every((word) => b.includes(word))
  const same = keys.find((key) => {
    if (!key.startsWith('named ')) return false
    const other = key.slice(6).split(' ')
    return within(words, other) || within(other, words)
  })
  return same ?? `named ${name}`
}

function isHuman(phrases: Phrases, proposition: Proposition): boolean {
  const kind = phrases.kindOf(proposition)
  if (kind === 'place' || kind === 'facility') return false
  if (proposition.property === 'victim') return true
  return kind === 'person' || kind === 'people'
}

const TITLE =
  /^(mr|mrs|ms|miss|dr|prof|professor|sir|rev|reverend|father|monsignor|msgr|don|dona|president|minister|senator|deputy|governor|mayor|ambassador|judge|general|gen|colonel|col|captain|capt|major|lieutenant|lt|sergeant|sgt|corporal|private|commander|bishop|archbishop|cardinal|engineer|attorney|lawyer|congressman|comrade|commandante|sister|brother|doctor|journalist|reporter|priest|agent|officer|magistrate|leader)\.?$/i

/** "the fullest version available in the text, omitting titles and honorifics" */
function nameOf(phrases: Phrases, proposition: Proposition): string {
  return withoutTitles(phrases.entityOf(proposition)!.name)
}

/** "Dr" of "Dr. Ana Ruiz" */
function titleOf(phrases: Phrases, { propositions }: Target): string | undefined {
  const names = propositions.flatMap((proposition) =>
    phrases.isNamed(proposition)
      ? phrases
          .mentionsOf(phrases.entityOf(proposition)!)
          .filter(({ form }) => form === 'name')
          .map(({ start, end }) => phrases.document.text.slice(start, end))
      : [],
  )
  const [title] = names.flatMap((name) => {
    const [first, ...rest] = name.toUpperCase().split(/\s+/)
    return rest.length > 0 && TITLE.test(first) ? [first.replace(/\.$/, '')] : []
  })
  return title
}

function withoutTitles(name: string): string {
  const words = name.toUpperCase().split(/\s+/)
  while (words.length > 1 && TITLE.test(words[0])) words.shift()
  return words.join(' ')
}

/** What a named person is called beside the name: the heads of descriptions and titles, the most telling first. */
function descriptionsOf(phrases: Phrases, { name, heads }: Target): number[] {
  if (name === undefined) return []
  const { trees } = phrases
  const titles = heads.flatMap((head) => titlesOf(phrases, head))
  const nouns = [...titles, ...heads].filter(
    (head) => /^(NOUN|ADJ)$/.test(trees.tags[head].upos) || titles.includes(head),
  )
  const known = nouns.filter((head) => personKindOf(phrases.referents, phrases, head) !== undefined)
  // "the taxidermist Ana Ruiz": a plain noun right beside the name tells what she is, though no list has it
  const plain = titles.filter((head) => trees.tags[head].upos === 'NOUN' && phrases.isPlainNoun(head))
  return [...new Set([...known, ...plain])].sort(
    (a, b) => Number(isGeneral(phrases, a)) - Number(isGeneral(phrases, b)),
  )
}

/** "Judge Ana Ruiz", "Ana Ruiz, the mayor of the town", "Mayor of the town Ana Ruiz": nouns beside the name. */
function titlesOf(phrases: Phrases, head: number): number[] {
  const { trees } = phrases
  const isNoun = (i: number): boolean => /^(NOUN|PROPN)$/.test(trees.tags[i].upos)
  const found = trees
    .children(head)
    .filter((child) => /^(appos|compound|nmod|flat)$/.test(trees.plainRelation(child)) && isNoun(child))
    .filter((child) => trees.plainRelation(child) === 'appos' || child < head)
  const above = trees.head(head)
  const mention = phrases.referents.mentionAt(head)
  // "and the lawyer Ana Ruiz", wherever the tree hangs it
  const before = mention < 0 ? -1 : phrases.referents.mentions[mention].from - 1
  if (
    before >= 0 &&
    trees.tags[before].upos === 'NOUN' &&
    trees.tokens[before].sentence === trees.tokens[head].sentence
  )
    found.push(before)
  // "Ruiz was a member of the party"
  if (above >= 0 && trees.plainRelation(head) === 'nsubj' && trees.child(above, 'cop') >= 0 && isNoun(above))
    found.push(above)
  // "the nurses Ana Ruiz and Jon Vega": of each
  if (above >= 0 && trees.plainRelation(head) === 'conj' && trees.tags[above].upos === 'PROPN')
    found.push(...titlesOf(phrases, above).filter((title) => /s$/.test(trees.tags[title].xpos.toLowerCase())))
  if (above >= 0 && /^(appos|flat)$/.test(trees.plainRelation(head)) && isNoun(above)) found.push(above)
  return found
}

/** "woman", "peasant", "relative": said of anybody, no title or role. */
function isGeneral({ trees }: Phrases, head: number): boolean {
  return /^(man|woman|person|people|victim|peasant|boy|girl|child|one|individual|citizen|member|resident|youth|civilian|he|she|hostage|brother|sister|dead|minor|prisoner)$/.test(
    trees.lemma(head),
  )
}

function kindsOf(phrases: Phrases, target: Target): PersonKind[] {
  const heads = target.name === undefined ? target.heads : [...descriptionsOf(phrases, target), ...target.heads]
  return [...new Set(heads)]
    .flatMap((head) => personKindOf(phrases.referents, phrases, head) ?? [])
    .map((found) => ({
      ...found,
      kind:
        phrases.actors.kindsOver(found.kind).find((kind) => phrases.vocabulary.actorKinds.get(kind)?.mappings?.muc4) ??
        found.kind,
    }))
    .map(({ kind, former }) => ({
      kind: phrases.vocabulary.actorKinds.get(kind)?.mappings?.muc4 ?? 'CIVILIAN',
      former,
    }))
}

/** The task's category: what is more than a civilian wins, who held it once is FORMER. */
function humanType(kinds: readonly PersonKind[]): string {
  const found = kinds.find(({ kind }) => kind !== 'CIVILIAN') ?? kinds[0]
  if (found === undefined) return 'CIVILIAN'
  const former = kinds.some((other) => other.kind === found.kind && other.former)
  return former && /^(GOVERNMENT OFFICIAL|ACTIVE MILITARY)$/.test(found.kind) ? `FORMER ${found.kind}` : found.kind
}

function countsOf({ trees }: Phrases, target: Target, propositions: readonly Proposition[]): Proposition[] {
  return propositions.filter(
    ({ property, spans: [span] }) =>
      property in COUNTS &&
      (target.heads.some((head) => trees.tokens[head].start >= span.start && trees.tokens[head].end <= span.end) ||
        target.propositions.some(({ spans: [own] }) => own.start < span.end && span.start < own.end)),
  )
}
