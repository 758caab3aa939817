import type { Referents } from '../../document/Referents.ts'

const NAMING = /^(name|call|know|dub|nickname|identify)$/

/**
 * The names that the words of a description give it: "its founder, [Idris Haddad]", "a preacher known as [Abu Salim]", "a group
 * calling itself [the Lions]", "two brothers, [Idris] and [Salim Haddad]". Empty where it has none, or is a name itself.
 */
export function namedBy(referents: Referents, i: number): number[] {
  if (isNamed(referents, i)) return []
  const { trees } = referents
  const isName = (at: number): boolean => {
    const mention = referents.mentionAt(at)
    return mention >= 0 && referents.mentions[mention].form === 'name'
  }
  const direct = trees.children(i).filter((child) => child > i && /^(appos|flat)$/.test(trees.plainRelation(child)))
  const asList = apposedAsList(referents, i)
  if (asList >= 0 && referents.entities[referents.entityAt(asList)]?.kind === 'person') direct.push(asList)
  const names = direct.filter(isName)
  if (names.length > 0) {
    const all = names.flatMap((name) => referents.conjuncts(name)).filter(isName)
    // "two brothers, A and B", but "its founder, A, and B"
    return trees.tags[i].xpos === 'NNS' ? all : names.slice(0, 1)
  }
  const listed = listedNames(referents, i).filter(isName)
  if (listed.length > 1) return listed
  for (const at of [i, ...direct]) {
    for (const clause of trees.children(at)) {
      // "the local branch of the Front, also known as the League": the Front has that name.
      const first = trees.left(clause)
      if (trees.lower(first) === ',' && first - 1 !== at && isName(first - 1)) continue
      const given = nameIn(referents, clause)
      if (given >= 0 && isName(given)) return [given]
    }
  }
  const aside = nameAside(referents, i)
  if (aside >= 0) return [aside]
  const inside = nameWithin(referents, i)
  if (inside >= 0) return [inside]
  // "[the Lions] is one of a dozen groups that …"
  const over = trees.head(i)
  if (over >= 0 && trees.lower(over) === 'one' && trees.child(over, 'cop') >= 0 && trees.preposition(i) === 'of') {
    const subject = trees.child(over, 'nsubj')
    if (subject >= 0 && isName(subject)) return [subject]
  }
  // "the Front, one of a dozen [militias] that …"
  if (
    over >= 0 &&
    /^(one|largest|biggest|smallest|oldest|first|last|latest|strongest|weakest)$/.test(trees.lower(over)) &&
    trees.plainRelation(over) === 'appos' &&
    trees.preposition(i) === 'of'
  ) {
    const whole = trees.head(over)
    if (whole >= 0 && isName(whole)) return [whole]
  }
  const next = nameAfter(referents, i)
  if (next >= 0) return [next]
  // "army spokesman [Tomas Reyes]": the name governs its title.
  const head = trees.head(i)
  const titles = /^(compound|amod|nmod:desc|flat)$/.test(trees.relation(i)) && head > i && isName(head)
  if (titles) return [head]
  // "Idris Haddad, its founder"
  return trees.plainRelation(i) === 'appos' && head >= 0 && isName(head) ? [head] : []
}

/** "two brothers, [Tomas] and [Pavel]", read as three in a list: names behind a plural with its number, and a comma. */
function listedNames(referents: Referents, i: number): number[] {
  const { trees } = referents
  if (trees.tags[i].xpos !== 'NNS' || trees.child(i, 'nummod') < 0 || trees.lower(i + 1) !== ',') return []
  // "Omar and his two sons, [Tomas] and [Pavel]": in a list with whose sons they are
  const over = trees.plainRelation(i) === 'conj' ? trees.head(i) : i
  const joined = trees.children(over).filter((child) => child > i && trees.plainRelation(child) === 'conj')
  const listed = joined.length === 1 ? referents.conjuncts(joined[0]) : joined
  return listed.every((child) => trees.tags[child].upos === 'PROPN') ? listed : []
}

/** "a Dane, [Omar Haddad], said", read as a list of two that nothing joins. */
export function apposedAsList({ trees }: Referents, i: number): number {
  if (!/^(NN|JJ|NNP)$/.test(trees.tags[i].xpos) || trees.child(i, 'det') < 0) return -1
  const joined = trees.children(i).filter((child) => child > i && trees.plainRelation(child) === 'conj')
  const [name] = joined
  if (joined.length !== 1 || trees.tags[name].upos !== 'PROPN' || trees.lower(trees.left(name)) !== ',') return -1
  return trees.children(name).some((child) => /^(cc|conj|det)$/.test(trees.plainRelation(child))) ? -1 : name
}

/** "their rivals, the [Crown Boys], agreed", read as a list, or with the name hung elsewhere: a name between commas right behind it. */
function nameAside(referents: Referents, i: number): number {
  const { trees, mentions, entities } = referents
  const phrase = mentions[referents.mentionAt(i)]
  if (phrase === undefined || trees.tags[i].upos === 'PRON' || trees.lower(phrase.to) !== ',') return -1
  const first = trees.lower(phrase.to + 1) === 'the' ? phrase.to + 2 : phrase.to + 1
  const name = mentions[referents.mentionAt(first)]
  if (name === undefined || name.form !== 'name' || name.from > first || name.to >= trees.length) return -1
  // "the brother of the mayor, [Omar Haddad], …", read as another name of whoever is spoken of
  const above = mentions[referents.mentionAt(trees.head(name.head))]
  const twoNames = trees.relation(name.head) === 'appos' && above?.form === 'name' && above.entity !== phrase.entity
  if (
    !/^[,.;]$/.test(trees.lower(name.to)) ||
    !(twoNames || /^(obl:unmarked|dep|parataxis|conj|list)$/.test(trees.relation(name.head)))
  )
    return -1
  if (trees.children(name.head).some((child) => /^(cc|case)$/.test(trees.plainRelation(child)))) return -1
  const owned = trees
    .children(i)
    .some((child) => trees.relation(child) === 'nmod:poss' || (twoNames && trees.lower(child) === 'the'))
  const person = (kind: string) => kind === 'person'
  return owned && person(entities[phrase.entity].kind) === person(entities[name.entity].kind) ? name.head : -1
}

/** "a spokesman for the Front, [Tomas Reyes], said", with the name hung on the Front: a person's, behind what is none. */
function nameWithin(referents: Referents, i: number): number {
  const { trees } = referents
  const kindAt = (at: number): string => referents.entities[referents.entityAt(at)]?.kind ?? 'other'
  if (kindAt(i) !== 'person') return -1
  const of = trees
    .children(i)
    .filter((child) => child > i && trees.plainRelation(child) === 'nmod' && kindAt(child) !== 'person')
  const names = of.flatMap((at) => trees.children(at)).filter((at) => trees.plainRelation(at) === 'appos')
  return names.find((at) => kindAt(at) === 'person' && trees.tags[at].upos === 'PROPN') ?? -1
}

/** "the brother of the rebel leader [Omar Haddad]", "the group [Blood Oath]", with both hung on the same word: a name right behind the noun. */
function nameAfter(referents: Referents, i: number): number {
  const { trees, mentions, entities } = referents
  const mention = i + 1 < trees.length ? referents.mentionAt(i + 1) : -1
  if (mention < 0 || trees.tags[i].xpos !== 'NN') return -1
  const { form, from, head, entity } = mentions[mention]
  const kind = entities[referents.entityAt(i)]?.kind ?? 'other'
  const alike =
    kind === 'group' ? entities[entity].kind !== 'person' : kind === 'person' && entities[entity].kind === kind
  return alike && form === 'name' && from === i + 1 && trees.head(head) === trees.head(i) ? head : -1
}

/** "named X", "known only as X", "identified by the police as X", "who goes by X", "who calls himself X". */
function nameIn({ trees }: Referents, clause: number): number {
  if (trees.plainRelation(clause) !== 'acl') return -1
  const verb = trees.lemma(clause)
  const children = trees.children(clause).filter((child) => child > clause)
  if (NAMING.test(verb)) {
    const as = children.find((child) => trees.preposition(child) === 'as')
    return (
      as ??
      children.find(
        (child) => /^(xcomp|obj|obl|appos)$/.test(trees.plainRelation(child)) && trees.tags[child].upos === 'PROPN',
      ) ??
      -1
    )
  }
  // "a spokesman who gave his name as X"
  if (verb === 'give' && children.some((child) => trees.lemma(child) === 'name'))
    return children.find((child) => trees.preposition(child) === 'as') ?? -1
  if (verb !== 'go') return -1
  return children.find((child) => trees.preposition(child) === 'by') ?? -1
}

/** True where the entity that the word stands for has a proper name in the report. */
export function isNamed(referents: Referents, i: number): boolean {
  const entity = referents.entityAt(i)
  return entity >= 0 && referents.isNamed(entity)
}
