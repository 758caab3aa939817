import type { Trees } from '../../document/Trees.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import type { WholeName } from './joinNames.ts'

/**
 * Groups that the names layer left out: capitalised words before those who fight for them.
 *
 *     [Red Banner] militants
 *     alleged [River Path] members
 *
 * `names` are those found already, in the order of the text.
 */
export function unmarkedGroups(names: readonly WholeName[], trees: Trees, nouns: ActorNouns): WholeName[] {
  const named = new Set(names.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
  const found: WholeName[] = []
  for (let i = 1; i < trees.length; i++) {
    if (trees.tags[i].upos !== 'NOUN' || !(nouns.fighters.has(trees.lemma(i)) || trees.lower(i) === 'members')) continue
    let from = i
    while (from > 0 && isNameWord(trees, from - 1, i, nouns) && !named.has(from - 1)) from--
    if (i - from > 0 && i - from <= MOST_WORDS) found.push({ from, to: i, kind: 'Organization' })
  }
  return found.length === 0 ? [...names] : [...names, ...found].sort((a, b) => a.from - b.from)
}

const MOST_WORDS = 4

/** A proper noun of the phrase; months, creeds and what a sentence begins with ("Alleged …") are no part of a name. */
function isNameWord(trees: Trees, i: number, noun: number, { noGroupNames }: ActorNouns): boolean {
  if (trees.tokens[i].sentence !== trees.tokens[noun].sentence) return false
  return (
    /^NNPS?$/.test(trees.tags[i].xpos) &&
    /^\p{Lu}/u.test(trees.tokens[i].text) &&
    /^(?:compound|flat|nmod|amod)$/.test(trees.plainRelation(i)) &&
    trees.head(i) > i &&
    trees.head(i) <= noun &&
    !noGroupNames.has(trees.lower(i))
  )
}
