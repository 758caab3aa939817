import { isToldThat } from '../../document/Clauses.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Introduction } from './Candidate.ts'

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '‘': '’', "'": "'", '(': ')', '”': '' }
/** Longest noun phrase that is kept with all its clauses; a longer one ends with its first "of". */
const LONGEST = 24
const BEFORE = new Set(['det', 'amod', 'nummod', 'compound', 'nmod', 'advmod', 'flat', 'obl'])
const OUTSIDE = /^(cop|case|mark|cc|nsubj|aux|csubj)$/
/** "Hours later a group claimed": when it was is no part of who it was. */
const WHEN = /^(?:later|earlier|then|now|today|yesterday|meanwhile|soon|also|still|already)$/
const SET_OFF = /^[,;:()—–"“”]$/
const AFTER = new Set(['nmod', 'acl', 'flat', 'fixed', 'compound', 'nummod', 'amod', 'det', 'goeswith'])

/**
 * The words of the noun phrase around a head: "[the two men who took the bridge]", without apposition, coordination, and clauses
 * set off by a comma.
 */
export function nounPhrase(trees: Trees, head: number): { from: number; to: number } {
  let from = head
  let to = head + 1
  const children = trees.children(head)
  // What makes a clause of it, or joins it to one, stands outside: "the trouble is with [the men]".
  const outside = children.findLast((child) => child < head && OUTSIDE.test(trees.plainRelation(child)))
  const first = outside === undefined ? 0 : trees.right(outside) + 1
  for (let k = children.length - 1; k >= 0; k--) {
    const child = children[k]
    if (child > head) continue
    const relation = trees.plainRelation(child)
    const hyphen = relation === 'punct' && /^[-–"“‘']$/.test(trees.tokens[child].text)
    if (!BEFORE.has(relation) && !hyphen) continue
    if (trees.left(child) < first || trees.right(child) >= head || trees.tags[child].upos === 'CCONJ') continue
    // "not the men", "only the men": an adverb joins where it stands right before.
    if (relation === 'advmod' && (trees.right(child) + 1 !== from || WHEN.test(trees.lower(child)))) continue
    if (relation === 'obl') continue
    if (trees.left(child) < from && !/^[,;:—–]$/.test(trees.tokens[trees.left(child)].text)) from = trees.left(child)
  }
  // "of 30 men", "illegal” camps": a preposition that a number brings along, a mark that opens or closes outside.
  while (from < head && (isHalfOpen(trees, from, head) || isLoose(trees, from))) from++
  for (const child of children) {
    if (child < head) continue
    const relation = trees.plainRelation(child)
    if (!AFTER.has(relation)) continue
    const first = trees.left(child)
    if (first <= head) continue
    // "sent the chiefs [to the capital]" is often read as the chiefs' own.
    if (
      relation === 'nmod' &&
      trees.lower(first) === 'to' &&
      !/^(ambassador|envoy|advis[eo]r|aide|heir|successor|candidate|threat)$/.test(trees.lemma(head))
    )
      break
    // "blamed the rebels [for the fire]": for what they are blamed
    if (relation === 'nmod' && trees.lower(first) === 'for' && isGivenReason(trees, head)) break
    if (isClause(trees, child) || isOccasion(trees, child) || isToldThat(trees, head, child)) break
    // "the men, who fled" and "the town (in the north)" end before the mark.
    if (SET_OFF.test(trees.tokens[first].text)) break
    if (first > to && SET_OFF.test(trees.tokens[first - 1].text)) break
    if (first > to + 1) break
    const last = Math.min(trees.right(child) + 1, secondVerb(trees, child))
    if (last - from > LONGEST && !(relation === 'nmod' && last - to <= 8)) break
    to = Math.max(to, last)
  }
  to = beforeBreak(trees, head, to)
  while (to > head + 1 && /^["”’'.,;:)—–-]$/.test(trees.tokens[to - 1].text)) to--
  return { from, to }
}

/** True for whom one blames, thanks or jails for something. */
const isGivenReason = (trees: Trees, head: number): boolean =>
  trees.relation(head) === 'obj' && REASONED.test(trees.lemma(trees.head(head)))
const REASONED =
  /^(blame|thank|praise|criticize|criticise|condemn|denounce|rebuke|fault|punish|arrest|detain|jail|prosecute|fine|charge|sentence)$/

/** "a driver [opened fire in the yard]", "its men [had been in town]": a sentence of its own that the tree took for a part of the phrase. */
function isClause(trees: Trees, child: number): boolean {
  if (trees.plainRelation(child) === 'nmod') return trees.child(child, 'cop') >= 0 || trees.child(child, 'aux') >= 0
  if (trees.relation(child) !== 'acl' || !/^VB[DNZP]$/.test(trees.tags[child].xpos)) return false
  // "a boy offered money" is a phrase: what is given has an object in the passive, too.
  if (GIVEN.test(trees.lemma(child))) return false
  return trees.child(child, 'obj') > child && trees.child(child, 'nsubj', 'mark', 'aux') < 0
}

/** "a boy who came home [described a camp]", with the main verb hung on the relative clause: where it begins. */
function secondVerb(trees: Trees, clause: number): number {
  if (trees.relation(clause) !== 'acl:relcl') return Number.POSITIVE_INFINITY
  const second = trees
    .children(clause)
    .find(
      (child) =>
        child > clause &&
        trees.relation(child) === 'xcomp' &&
        /^VB[DN]$/.test(trees.tags[child].xpos) &&
        trees.child(child, 'obj') > child &&
        trees.child(child, 'mark', 'aux', 'nsubj') < 0,
    )
  return second === undefined ? Number.POSITIVE_INFINITY : trees.left(second)
}

/** "killed three rebels [in a raid near Gulu]": what they were killed in is told of the killing. */
const isOccasion = (trees: Trees, child: number): boolean =>
  trees.plainRelation(child) === 'nmod' &&
  /^(in|during)$/.test(trees.lower(trees.left(child))) &&
  OCCASION.test(trees.lemma(child))

const OCCASION =
  /^(attack|raid|clash|ambush|bombing|explosion|blast|shooting|assault|operation|shootout|shoot-out|firefight|gunfight|battle|skirmish|strike|airstrike|shelling|riot|crackdown|massacre|siege|offensive|sweep)$/

const GIVEN =
  /^(give|offer|award|pay|call|name|ask|tell|teach|send|hand|sell|show|grant|deny|promise|dub|consider|elect|make|set|find|leave|hold|take|put)$/

const TIME_WORD =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|today|yesterday|tomorrow|(19|20)\d\d)$/
const TIME_LEAD = /^(on|in|at|since|until|last|this|next|late|early|by)$/

/** "the beach on Tuesday morning", "members of the branch – perhaps hundreds": a phrase ends before when it was, and before a dash. */
function beforeBreak(trees: Trees, head: number, to: number): number {
  for (let i = head + 1; i < to; i++) {
    if (/^(–|—|--|;)$/.test(trees.tokens[i].text)) return i
    const next = i + 1 < to ? trees.lower(i + 1) : ''
    if (TIME_LEAD.test(trees.lower(i)) && TIME_WORD.test(next)) return i
    // A month is a name, too: "the 11 March movement" has it before its head.
    if (
      TIME_WORD.test(trees.lower(i)) &&
      !/^\d/.test(trees.lower(i)) &&
      /^(obl:unmarked|nmod:unmarked)$/.test(trees.relation(i))
    )
      return i
  }
  return to
}

/** A preposition before the phrase, not one of "at least six", "up to 50". */
const isLoose = (trees: Trees, i: number): boolean =>
  trees.relation(i) === 'case' && !/^(least|most|to|than)$/.test(trees.lower(Math.min(i + 1, trees.length - 1)))

/** How a noun phrase begins. */
export function introductionOf(trees: Trees, head: number): Introduction {
  for (const child of trees.children(head)) {
    if (child > head) break
    if (trees.relation(child) === 'nmod:poss') return 'possessive'
    if (trees.plainRelation(child) !== 'det') continue
    const word = trees.lower(child)
    if (word === 'the') return 'definite'
    if (/^(this|that|these|those|such)$/.test(word)) return 'demonstrative'
    return 'indefinite'
  }
  return 'bare'
}

/** Lemmas that narrow a noun: adjectives, compounds, numbers, names before it. */
export function modifiersOf(trees: Trees, head: number): Set<string> {
  const modifiers = new Set<string>()
  for (const child of trees.children(head)) {
    const relation = trees.plainRelation(child)
    if (/^(amod|compound|nummod)$/.test(relation) && trees.lemma(child) !== 'same') modifiers.add(trees.lemma(child))
    // "the ministry's troops"; "the head of the group" is narrowed by its complement.
    if (relation === 'nmod')
      modifiers.add(`${trees.relation(child) === 'nmod:poss' ? "'s" : 'of'} ${trees.lemma(child)}`)
  }
  // "the 15-year-old" is not the 16-year-old
  const number = head - 4
  if (trees.lemma(head) === 'old' && number >= 0 && trees.lemma(head - 2) === 'year') modifiers.add(trees.lower(number))
  return modifiers
}

/** A mark at `from` that is not closed before `to`: not so in [“illegal” camps]. */
function isHalfOpen({ tokens }: Trees, from: number, to: number): boolean {
  const closing = CLOSING[tokens[from].text]
  if (closing === undefined) return false
  for (let i = from + 1; i < to; i++) if (tokens[i].text === closing) return false
  return true
}
