import { subjectOf } from '../../document/Clauses.ts'
import { patientsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import { isParticiple, isPassive } from './isPassive.ts'
import { namesOf } from './namesOf.ts'
import type { RelationScene } from './RelationScene.ts'

const KNOWN = /^(know|call|nickname|dub|style|rename)$/

/**
 * Other names: "also known as X", "goes by the nom de guerre X", "whose real name is X", "calls himself X", "born X", "alias X". A
 * name that a mere description is given ("a preacher known as X") is how it is called, and no other name.
 */
export function aliasAt(scene: RelationScene, i: number): Found[] {
  const name = nameGivenAt(scene, i)
  if (name < 0) return []
  const holder = holderOf(scene, i)
  if (holder < 0 || holder === name) return []
  const named = scene.isNamed(holder) ? namesOf(scene, holder)[0] : nameBefore(scene, holder, i)
  // "a man in Kabul, who used the name Abu Salim": it is not his own.
  const subject = named < 0 && isTaken(scene, i, name) ? holder : named
  if (subject < 0 || subject === name || (subject === named && !scene.isNamed(subject))) return []
  const span = nameSpan(scene, name)
  const { text } = scene.document
  const given = text.slice(span.start, span.end).replace(/^(?:alias|aka|a\.k\.a\.?)\s+/i, '')
  if (isOnlyName(scene, subject, name, given)) return []
  const value = { type: 'text' as const, text: otherName(scene, subject, given) }
  return [
    { property: 'alias-of', subject, value, valueSpan: span, token: i, rule: 'alias', background: !isMain(scene, i) },
  ]
}

/** "used the name X", "known by the nom de guerre X": a name that somebody took, and was not born with. */
function isTaken(scene: RelationScene, i: number, name: number): boolean {
  const { trees, referents } = scene
  const isUsed = /^(?:use|adopt|take|assume|go|operate)$/.test(trees.lemma(i))
  if (!isUsed && !hasNomDeGuerreBefore(scene, name)) return false
  const holder = holderOf(scene, i)
  return holder >= 0 && referents.entityAt(holder) >= 0 && referents.entityAt(holder) !== referents.entityAt(name)
}

const hasNomDeGuerreBefore = ({ trees }: RelationScene, name: number): boolean =>
  name > 3 &&
  [name - 1, name - 2, name - 3].some((at) => /^(?:guerre|pseudonym|codename|nickname|alias)$/.test(trees.lower(at)))

/** "the local branch of [the Front], also known as the League": of the name right before the comma, where what it is of has none. */
function nameBefore(scene: RelationScene, holder: number, i: number): number {
  const { trees, referents } = scene
  const comma = trees.left(i)
  const mention = trees.lower(comma) === ',' ? referents.mentionAt(comma - 1) : -1
  if (mention < 0 || !trees.dominates(holder, comma - 1)) return -1
  const { head, form } = referents.mentions[mention]
  const alike = scene.kindOf(head) === scene.kindOf(holder) || scene.kindOf(head) === 'group'
  return form === 'name' && alike ? head : -1
}

/** Of "LF, also known as the Lions Front", where the report goes by the longer name, "LF" is the other one. */
function otherName({ referents, document }: RelationScene, subject: number, given: string): string {
  const mention = referents.mentions[referents.mentionAt(subject)]
  if (mention?.form !== 'name' || referents.entities[mention.entity].name !== given) return given
  return document.text.slice(mention.start, mention.end)
}

/** "Salvador “El Lobo” Reyes": the name in quotation marks within the name. */
export function nicknameAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!/^["“‘']$/.test(trees.tokens[i].text) || i < 1 || trees.tags[i - 1].upos !== 'PROPN') return []
  let to = i + 1
  while (to < Math.min(i + 6, trees.length) && !/^["”’']$/.test(trees.tokens[to].text)) to++
  const inside = Array.from({ length: to - i - 1 }, (_, at) => i + 1 + at)
  const isName =
    inside.length > 0 &&
    to + 1 < trees.length &&
    trees.tags[to + 1].upos === 'PROPN' &&
    inside.every((at) => /^(PROPN|NOUN|ADJ|DET)$/.test(trees.tags[at].upos)) &&
    inside.some((at) => trees.tags[at].upos === 'PROPN')
  if (!isName || !/^["”’']$/.test(trees.tokens[to].text)) return []
  const subject = [to + 1, i - 1].find((at) => scene.kindOf(at) === 'person')
  if (subject === undefined) return []
  const span = { start: trees.tokens[i + 1].start, end: trees.tokens[to - 1].end }
  const value = { type: 'text' as const, text: scene.document.text.slice(span.start, span.end) }
  return [{ property: 'alias-of', subject, value, valueSpan: span, token: i, rule: 'nickname', background: true }]
}

/** "a group called the Lions": the name that it has, and no other. */
function isOnlyName({ referents }: RelationScene, subject: number, name: number, text: string): boolean {
  const entity = referents.entityAt(subject)
  return (
    entity === referents.entityAt(name) &&
    referents.entities[entity]?.name === text &&
    !isNameHead(referents, subject, name)
  )
}

const isNameHead = (referents: RelationScene['referents'], subject: number, name: number): boolean => {
  const mention = referents.mentionAt(subject)
  return (
    subject !== name &&
    mention >= 0 &&
    referents.mentions[mention].form === 'name' &&
    mention !== referents.mentionAt(name)
  )
}

/** A relative clause or a participle tells it by the way. */
const isMain = ({ trees }: RelationScene, i: number): boolean =>
  !/^(acl|appos|nmod|flat|compound|dep)$/.test(trees.plainRelation(i))

/** The name with what belongs to it: "Abu Hafs the Dane". */
function nameSpan({ trees, referents }: RelationScene, name: number): { start: number; end: number } {
  const mention = referents.mentionAt(name)
  const phrase = referents.phraseOf(name)
  const known = mention >= 0 && referents.mentions[mention].form === 'name' ? referents.mentions[mention] : undefined
  const start = known?.start ?? phrase.start
  let end = Math.max(known?.end ?? 0, trees.tokens[name].end)
  const next = trees.children(name).filter((child) => child > name)
  for (const child of next) {
    const title = /^(appos|flat)$/.test(trees.plainRelation(child)) && trees.lower(trees.left(child)) === 'the'
    if (title && trees.tokens[trees.left(child)].start <= end + 1) end = Math.max(end, trees.tokens[child].end)
  }
  return { start, end: Math.max(end, phrase.end > end && known === undefined ? phrase.end : end) }
}

/** "the Front for Renewal (FFR)", "the Lions (Sons of the Hills)": another name of the same in brackets. */
export function bracketedAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.plainRelation(i) !== 'appos' || trees.tags[i].upos !== 'PROPN' || trees.lower(trees.left(i)) !== '(')
    return []
  const head = trees.head(i)
  const entity = referents.entityAt(head)
  // "the president (Omar Haddad)" has no other name by that.
  if (
    entity < 0 ||
    referents.mentions[referents.mentionAt(head)].form !== 'name' ||
    entity !== referents.entityAt(i) ||
    !/^(group|organisation|person)$/.test(referents.entities[entity].kind)
  )
    return []
  const span = nameSpan(scene, i)
  const text = otherName(scene, head, scene.document.text.slice(span.start, span.end))
  const value = { type: 'text' as const, text }
  return [
    { property: 'alias-of', subject: head, value, valueSpan: span, token: i, rule: 'bracketed', background: true },
  ]
}

/** Head word of the other name that the words at a token give, -1 where they give none. */
function nameGivenAt(scene: RelationScene, i: number): number {
  const { trees } = scene
  const isName = (at: number): boolean =>
    at >= 0 &&
    (trees.tags[at].upos === 'PROPN' || (/^\p{Lu}/u.test(trees.tokens[at].text) && trees.lower(at - 1) === 'the'))
  const isBehind = (child: number): boolean => child > i
  const behind = (holds: (child: number) => boolean): number | undefined =>
    trees.children(i).find((child) => isBehind(child) && holds(child))
  /** The first name among the dependents behind the word of which this is true. */
  const proper = (holds: (name: number) => boolean = () => true): number | undefined =>
    behind((child) => isName(child) && holds(child))
  const lower = trees.lower(i)
  if (/^(alias|aka|a\.k\.a\.?|née|nee)$/.test(lower))
    return proper() ?? (isName(trees.head(i)) && trees.head(i) > i ? trees.head(i) : -1)
  const lemma = trees.lemma(i)
  if ((trees.tags[i].xpos === 'VBN' || isParticiple(scene, i)) && KNOWN.test(lemma)) {
    const as = proper((child) => scene.preposition(child) === 'as')
    return (
      as ??
      proper((child) => /^(xcomp|obj)$/.test(trees.plainRelation(child)) || scene.preposition(child) === 'by') ??
      named(scene, trees.children(i).filter(isBehind))
    )
  }
  // "Neighbours knew him as X"
  const object = trees.child(i, 'obj')
  if (KNOWN.test(lemma) && trees.tags[i].upos === 'VERB' && object > i && !/sel(f|ves)$/.test(trees.lower(object)))
    return proper((child) => scene.preposition(child) === 'as') ?? -1
  // "The police identified Abu Salim as Karl Weiss": of a name, not of a mere gunman
  if (lemma === 'identify' && object > i && trees.tags[object].upos === 'PROPN')
    return proper((child) => scene.preposition(child) === 'as') ?? -1
  // "born Karl Weiss"
  if (lemma === 'bear' && lower === 'born')
    return proper((child) => /^(xcomp|obj)$/.test(trees.plainRelation(child))) ?? -1
  // "calls himself X", "calling itself the Lions"
  if (/^(call|style|rename)$/.test(lemma)) {
    const self = behind((child) => /sel(f|ves)$/.test(trees.lower(child)))
    return self !== undefined ? (proper((child) => /^(xcomp|obj|obl)$/.test(trees.plainRelation(child))) ?? -1) : -1
  }
  // "changed its name to X"
  if (/^(change|alter|shorten)$/.test(lemma) && behind((child) => isNameNoun(scene, child)) !== undefined)
    return proper((child) => scene.preposition(child) === 'to') ?? -1
  // "led the cell from Raqqa under the name Abu Ahmad"
  if (trees.tags[i].upos === 'VERB') {
    const under = behind((child) => scene.preposition(child) === 'under' && isNameNoun(scene, child))
    if (under !== undefined) return named(scene, [under])
  }
  // "goes by X", "goes by the name of X", "operates under the name X"
  if (/^(go|operate|fight|write|use|adopt|take|assume)$/.test(lemma))
    return named(scene, trees.children(i).filter(isBehind))
  // "whose real name is X", "his nom de guerre is X"
  const subject = trees.child(i, 'nsubj')
  if (isName(i) && trees.child(i, 'cop') >= 0 && subject >= 0 && isNaming(scene, subject)) return i
  // "Idris Haddad is now Abu Salim", "the Front is the old League under a new name"
  if (
    isName(i) &&
    trees.child(i, 'cop') >= 0 &&
    subject >= 0 &&
    trees.children(i).some((child) => isNameNoun(scene, child) && scene.preposition(child) === 'under')
  )
    return i
  // "Idris Haddad (real name: Karl Weiss)", "Karl Weiss, nom de guerre Abu Salim"
  if (isNameNoun(scene, i) && /^(appos|parataxis|dep|nmod|flat)$/.test(trees.plainRelation(i))) return proper() ?? -1
  return -1
}

/** "by the nom de guerre Abu Salim", "by his nickname, the Fox", "by X": the name in a phrase. */
function named(scene: RelationScene, phrases: readonly number[]): number {
  const { trees } = scene
  for (const phrase of phrases) {
    if (!/^(by|under|as|)$/.test(scene.preposition(phrase))) continue
    const below = [
      phrase,
      ...trees.children(phrase),
      ...trees.children(phrase).flatMap((child) => trees.children(child)),
    ]
    const isNaming = below.some((at) => isNameNoun(scene, at)) || hasNomDeGuerre(scene, phrase)
    if (isNaming)
      return (
        below.find(
          (at) =>
            at > phrase &&
            trees.tags[at].upos === 'PROPN' &&
            !/^(?:de|guerre)$/i.test(trees.tokens[at].text) &&
            (scene.referents.entityAt(at) >= 0 || /^\p{Lu}/u.test(trees.tokens[at].text)),
        ) ?? -1
      )
    if (
      scene.preposition(phrase) === 'by' &&
      trees.tags[phrase].upos === 'PROPN' &&
      trees.lemma(trees.head(phrase)) === 'go'
    )
      return phrase
  }
  return -1
}

const isNameNoun = ({ trees }: RelationScene, i: number): boolean =>
  (/^(name|nickname|pseudonym|alias|moniker|sobriquet|codename|guerre|callsign)$/.test(trees.lemma(i)) ||
    (trees.lemma(i) === 'sign' && trees.lower(i - 1) === 'call')) &&
  trees.tags[i].upos !== 'VERB'

const isNaming = (scene: RelationScene, i: number): boolean => isNameNoun(scene, i) || hasNomDeGuerre(scene, i)

const hasNomDeGuerre = ({ trees }: RelationScene, i: number): boolean =>
  trees.lower(i) === 'nom' && trees.lower(i + 1) === 'de'

/** Who has the name: the subject, what a participle hangs on, whom "whose" stands for. */
function holderOf(scene: RelationScene, i: number): number {
  const { trees, referents } = scene
  const subject = trees.child(i, 'nsubj')
  if (subject >= 0 && trees.child(i, 'cop') >= 0 && isNaming(scene, subject)) {
    const owner = trees.children(subject).find((child) => trees.relation(child) === 'nmod:poss')
    if (owner === undefined) return -1
    if (trees.lower(owner) !== 'whose') return owner
    return trees.plainRelation(i) === 'acl' ? outermost(scene, trees.head(i)) : -1
  }
  if (trees.tags[i].upos === 'VERB' || trees.child(i, 'cop') >= 0) {
    if (
      isPassive(scene, i) ||
      (/^(know|call|nickname|dub|style|rename|identify)$/.test(trees.lemma(i)) &&
        trees.child(i, 'obj') > i &&
        !/sel(f|ves)$/.test(trees.lower(trees.child(i, 'obj'))))
    )
      return patientsOf(scene, i)[0] ?? -1
    return personOver(scene, referents.antecedent(subjectOf(trees, i).head))
  }
  const head = trees.head(i)
  return head
}

/** "the spokesman for the Front, who calls himself X": the spokesman, also where the clause hangs on the Front. */
function personOver({ trees, rules }: RelationScene, i: number): number {
  const over = i < 0 ? -1 : trees.head(i)
  if (over < 0 || trees.plainRelation(i) !== 'nmod') return i
  return rules
    .nouns(trees.lemma(over))
    .some(({ property }) => /^(leader-of|spokesperson-of|founder-of)$/.test(property))
    ? over
    : i
}

/** "Abu Hafs the Dane, whose …": the clause may hang on the last word of the name. */
function outermost({ trees }: RelationScene, i: number): number {
  let at = i
  while (
    trees.plainRelation(at) === 'appos' &&
    trees.lower(trees.left(at)) === 'the' &&
    trees.tags[trees.head(at)].upos === 'PROPN'
  )
    at = trees.head(at)
  return at
}
