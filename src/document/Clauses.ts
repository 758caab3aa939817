import type { Trees } from './Trees.ts'

/** Who is blamed by the verb for what follows it: "accused three officers of killing the student". */
const BLAME = new Set(['accuse', 'suspect', 'blame', 'convict', 'acquit', 'charge', 'sentence', 'want'])

/** The subject of a verb and how it was found: `subject`, `shared-subject`, `participle`, `control`, `blamed`, `adjacent-subject`. */
export interface Subject {
  readonly head: number
  readonly by: string
}

/** Verbs that are never passive: "fighters, crossed over in March" does not say that somebody crossed the fighters. */
const INTRANSITIVE = new Set([
  'cross',
  'travel',
  'go',
  'flee',
  'vanish',
  'disappear',
  'die',
  'gravitate',
  'clash',
  'explode',
  'perish',
  'escape',
  'return',
  'march',
  'rally',
  'protest',
  'demonstrate',
  'riot',
  'mass',
  'converge',
  'resign',
  'retreat',
])

export const isIntransitive = (trees: Trees, verb: number): boolean => INTRANSITIVE.has(trees.lemma(verb))

const NONE: Subject = { head: -1, by: 'none' }

/** Dependents in exactly one of these relations, subtype included. */
export const hasChild = (trees: Trees, i: number, ...relations: readonly string[]): boolean =>
  trees.children(i).some((child) => relations.includes(trees.relation(child)))

/** "were killed", "the men killed in March", "killed in March, he …": true; "killed two men": false. */
export function isPassive(trees: Trees, verb: number): boolean {
  if (hasChild(trees, verb, 'aux:pass')) return true
  // "Bandits killed 200 people", read as if they had been killed: an object shows that they were not.
  if (hasChild(trees, verb, 'nsubj:pass')) return trees.child(verb, 'obj') < 0
  if (isIntransitive(trees, verb)) return false
  const relation = trees.plainRelation(verb)
  const participle = trees.tags[verb].xpos === 'VBN'
  if (!participle || trees.child(verb, 'obj') >= 0 || trees.child(verb, 'nsubj') >= 0) return false
  if (trees.child(verb, 'aux') < 0 && /^(acl|advcl|amod)$/.test(relation)) return true
  return relation === 'conj' && trees.head(verb) >= 0 && isPassive(trees, trees.head(verb))
}

/** The word that joins a clause or phrase to what is above it: "after", "when", "in". */
export function markOf(trees: Trees, i: number): string {
  const mark = trees
    .children(i)
    .find(
      (child) =>
        child < i && (/^(mark|case)$/.test(trees.plainRelation(child)) || /^(when|while)$/.test(trees.lower(child))),
    )
  return mark === undefined ? '' : trees.lower(mark)
}

/** The subject of a verb: its own, or the one it shares with the clause above it. */
export function subjectOf(trees: Trees, verb: number, depth = 0): Subject {
  const own = ownSubject(trees, verb)
  const near = subjectBeforeAuxiliary(trees, verb)
  if (near >= 0 && near !== own) return { head: near, by: 'adjacent-subject' }
  if (own >= 0) return { head: afterLength(trees, own, verb), by: 'subject' }
  const before = nounBeforeAuxiliary(trees, verb)
  if (before >= 0) return { head: phraseHead(trees, before, verb), by: 'adjacent-subject' }
  const head = trees.head(verb)
  const relation = trees.plainRelation(verb)
  if (head < 0 || depth > 6 || /^(amod|appos|nmod|dep|parataxis|obj|obl)$/.test(relation)) {
    return adjacentSubject(trees, verb)
  }
  // "a bomb planted by …", "people wounded in …", "rebels attacking the town"
  if (relation === 'acl') {
    return /^(VERB|ADJ)$/.test(trees.tags[head].upos)
      ? shared(subjectOf(trees, head, depth + 1))
      : { head, by: 'participle' }
  }
  if (relation === 'conj') return shared(subjectOf(trees, head, depth + 1))
  if (!/^(xcomp|advcl|ccomp)$/.test(relation)) return NONE
  const object = isPassive(trees, head) ? -1 : trees.child(head, 'obj', 'iobj')
  if (BLAME.has(trees.lemma(head))) return { head: object >= 0 ? object : trees.child(head, 'nsubj'), by: 'blamed' }
  if (relation === 'xcomp' && object >= 0) return { head: object, by: 'control' }
  // "prevented [two men] from crossing"
  if (object >= 0 && HINDERING.test(trees.lemma(head)) && markOf(trees, verb) === 'from')
    return { head: object, by: 'control' }
  // "A bomb exploded, killing …": the bomb is what the participle shares.
  return relation === 'ccomp' ? NONE : shared(subjectOf(trees, head, depth + 1))
}

/** "Our view is that [no one] was hurt": of two subjects not that of the clause around. */
function ownSubject(trees: Trees, verb: number): number {
  const own = trees.child(verb, 'nsubj')
  if (own < 0 || trees.relation(own) !== 'nsubj:outer') return own
  return trees.children(verb).find((child) => /^nsubj(?!:outer)/.test(trees.relation(child))) ?? own
}

const HINDERING = /^(prevent|stop|keep|deter|bar|ban|block|hinder|dissuade|prohibit|restrain|discourage)$/

/** "Six weeks after [gunmen] attacked the post", read as if the weeks had attacked: who stands between "after" and the verb. */
function afterLength(trees: Trees, subject: number, verb: number): number {
  if (!/^(minute|hour|day|night|week|month|year)$/.test(trees.lemma(subject))) return subject
  const inner = trees.children(subject).findLast((child) => child > subject && child < verb)
  return inner !== undefined && /^(after|before|since)$/.test(trees.preposition(inner)) ? inner : subject
}

/** "after the group was banned", read as if hundreds had been: the noun between the conjunction and the auxiliary. */
function subjectBeforeAuxiliary(trees: Trees, verb: number): number {
  const i = nounBeforeAuxiliary(trees, verb)
  // "A nurse held since January was freed": nobody's name
  if (i >= 0 && TIME_WORD.test(trees.lower(i)) && trees.child(verb, 'nsubj') >= 0) return -1
  return i >= 0 && /^(after|before|since|until|because|as)$/.test(trees.preposition(i)) ? i : -1
}

const TIME_WORD =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|midnight|noon|dawn|dusk|morning|evening|night|day|week|month|year|spring|summer|autumn|winter)$/

/** "members" of "a number of members have left": the noun right before the verb's auxiliary, -1 where none stands there. */
function nounBeforeAuxiliary(trees: Trees, verb: number): number {
  const first = trees.children(verb).find((child) => child < verb && /^(aux|cop)$/.test(trees.plainRelation(child)))
  let i = (first ?? 0) - 1
  while (i > 0 && trees.tags[i].upos === 'ADV') i--
  if (i < 0 || trees.tokens[i].sentence !== trees.tokens[verb].sentence) return -1
  return /^(NOUN|PROPN|PRON)$/.test(trees.tags[i].upos) ? i : -1
}

/** The head of the phrase that ends in a noun: "outlet" of "an outlet in Lima", as far as it stands before the verb. */
function phraseHead(trees: Trees, noun: number, verb: number): number {
  let i = noun
  while (/^(nmod|compound|flat)$/.test(trees.plainRelation(i)) && trees.head(i) >= 0 && trees.head(i) < verb)
    i = trees.head(i)
  return i
}

/**
 * True where what the tree has as a relative clause is what somebody is told: "told reporters [that two men had fled]"; not so
 * "told the men [that had fled]", which has no other subject.
 */
export function isToldThat(trees: Trees, noun: number, clause: number): boolean {
  const verb = trees.head(noun)
  if (verb < 0 || verb > noun || !/^(tell|inform|assure|remind|notify|warn)$/.test(trees.lemma(verb))) return false
  if (trees.lower(trees.left(clause)) !== 'that' || trees.left(clause) !== noun + 1) return false
  return trees
    .children(clause)
    .some((child) => child > trees.left(clause) && child < clause && /^nsubj/.test(trees.relation(child)))
}

const shared = ({ head }: Subject): Subject => ({ head, by: 'shared-subject' })

/** Where the tree has no clause over the verb: "a soldier opened fire", read as if fire had been opened. */
function adjacentSubject(trees: Trees, verb: number): Subject {
  const { sentence } = trees.tokens[verb]
  const inSentence = (i: number): boolean => i >= 0 && trees.tokens[i].sentence === sentence
  let i = verb - 1
  while (inSentence(i) && /^(ADV|AUX)$/.test(trees.tags[i].upos)) i--
  if (!inSentence(i) || !/^(NOUN|PROPN|PRON)$/.test(trees.tags[i].upos)) return NONE
  return { head: phraseHead(trees, i, verb), by: 'adjacent-subject' }
}
