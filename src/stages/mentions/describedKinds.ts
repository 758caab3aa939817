import type { Trees } from '../../document/Trees.ts'
import type { NameKind } from '../../model/Reading.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import type { WholeName } from './joinNames.ts'

/** Kinds that the model of names falls back on, which a description overrules. */
const WEAK = /^(?:Misc|Product|Facility|Location)$/

/**
 * Names that the report itself says are groups, by their words in lower case:
 *
 *     a little-known group, the Sons of the Tide          the noun that the name stands beside
 *     a militia called the Night Watch
 *     the Katiba of the River, an Islamist faction
 *     fighters of the Red Crown                           those who belong to it
 */
export function describedKinds(
  names: readonly WholeName[],
  texts: readonly string[],
  trees: Trees,
  nouns: ActorNouns,
): Map<string, NameKind> {
  const described = new Map<string, NameKind>()
  const located = new Set<string>()
  const groups = new Set<string>()
  for (const [i, name] of names.entries()) {
    if (name.kind === 'Organization') groups.add(texts[i])
    const before = name.from > 0 ? trees.lower(name.from - 1) : ''
    const earlier = name.from > 1 && before === 'the' ? trees.lower(name.from - 2) : before
    if (LOCATIVE.test(earlier)) located.add(texts[i])
    if (WEAK.test(name.kind) && isCalledGroup(name, trees, nouns)) described.set(texts[i], 'Organization')
    if (name.kind === 'Person' && isPlainlyGroup(name, trees, nouns)) described.set(texts[i], 'Organization')
  }
  // "recruiters for the Katiba of the River" once, elsewhere taken for a place that nothing ever is in.
  for (const [i, name] of names.entries()) {
    if (!WEAK.test(name.kind) || name.to - name.from < 2) continue
    if (groups.has(texts[i]) && !located.has(texts[i])) described.set(texts[i], 'Organization')
  }
  return described
}

/** "the sect Path of Light", "Path of Light, an insurgent group": called a group, though it looks like the name of a person. */
function isPlainlyGroup({ from, to }: WholeName, trees: Trees, nouns: ActorNouns): boolean {
  let head = from
  while (head < to - 1 && trees.head(head) >= from && trees.head(head) < to) head++
  const kindOf = (i: number) => (trees.tags[i].upos === 'NOUN' ? nouns.kindOf.get(trees.lemma(i)) : undefined)
  const before = from - 1
  const beside =
    before >= 0 &&
    /^(?:group|organisation)$/.test(kindOf(before) ?? '') &&
    ((trees.head(before) === head && trees.plainRelation(before) === 'compound') ||
      (trees.head(head) === before && /^(?:appos|flat)$/.test(trees.plainRelation(head))))
  return (
    beside ||
    trees
      .children(head)
      .some(
        (c) =>
          c >= to &&
          trees.plainRelation(c) === 'appos' &&
          kindOf(c) === 'group' &&
          trees.children(c).some((word) => /^an?$/.test(trees.lower(word))),
      )
  )
}

const LOCATIVE = /^(?:in|at|near|from|to|into|outside|inside|around|across|toward|towards|through)$/
const BELONGING = /^(?:member|leader|founder|commander|spokesman|spokeswoman|spokesperson|supporter|wing|branch|cell)$/

/** What a group is of another: "the River Rats, rivals of the Crown". */
const OF_GROUPS = /^(?:offshoot|splinter|rival|ally|affiliate|wing|branch|faction|breakaway)$/

function isCalledGroup({ from, to, kind }: WholeName, trees: Trees, nouns: ActorNouns): boolean {
  let head = from
  while (head < to - 1 && trees.head(head) >= from && trees.head(head) < to) head++
  const speaksOfGroup = (i: number): boolean => {
    const noun = nouns.kindOf.get(trees.lemma(i))
    return trees.tags[i]?.upos === 'NOUN' && (noun === 'group' || (noun === 'organisation' && kind !== 'Location'))
  }
  const above = trees.head(head)
  if (above >= 0) {
    const relation = trees.plainRelation(head)
    if (relation === 'appos' && speaksOfGroup(above)) return true
    // "a militia called the Night Watch": the name hangs on "called", and that on the noun.
    if (/^(?:call|name|know|dub)$/.test(trees.lemma(above)) && /^(?:acl)/.test(trees.relation(above))) {
      const noun = trees.head(above)
      if (noun >= 0 && speaksOfGroup(noun)) return true
    }
    // "River Path militants"
    if (relation === 'compound' && kind !== 'Location' && above >= to) {
      if (nouns.fighters.has(trees.lemma(above)) || BELONGING.test(trees.lemma(above))) return true
    }
    if (relation === 'nmod' && kind !== 'Location' && trees.children(head).some((c) => trees.lower(c) === 'of')) {
      if (nouns.fighters.has(trees.lemma(above)) || BELONGING.test(trees.lemma(above))) return true
    }
  }
  const isSaid = (c: number): boolean => speaksOfGroup(c) || (kind !== 'Location' && OF_GROUPS.test(trees.lemma(c)))
  // "The Dark Path is an offshoot of …"
  if (above >= 0 && trees.plainRelation(head) === 'nsubj' && trees.child(above, 'cop') >= 0 && isSaid(above))
    return true
  return trees.children(head).some((c) => c >= to && trees.plainRelation(c) === 'appos' && isSaid(c))
}
