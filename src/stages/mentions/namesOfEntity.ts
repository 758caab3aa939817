import type { Document } from '../../document/Document.ts'
import { Trees } from '../../document/Trees.ts'
import type { Candidate } from './Candidate.ts'
import type { Cluster } from './Clusters.ts'

/** Longest text that is a name to show; longer descriptions end with their head. */
const LONGEST = 80

/** The fullest name, or the first description, and the other names. */
export function namesOfEntity(
  document: Document,
  { members }: Cluster,
  candidates: readonly Candidate[],
): { name: string; aliases: string[] } {
  const names = members.filter((member) => candidates[member].form === 'name')
  if (names.length > 0) {
    const spellings = new Set<string>()
    for (const member of names) {
      spellings.add(withoutArticle(textOf(document, candidates[member].from, candidates[member].to)))
    }
    const name = [...spellings].reduce((best, other) => (isFuller(other, best) ? other : best))
    return { name, aliases: [...spellings].filter((other) => other !== name) }
  }
  const first = candidates[members.find((member) => candidates[member].form === 'description') ?? members[0]]
  // Whose they are is said elsewhere: "its fighters" are "fighters" where the words stand alone.
  const owned =
    /^NNS$/.test(document.get('tags')[first.head].xpos) &&
    /^(group|people)$/.test(first.kind ?? '') &&
    first.introduction === 'possessive'
  const from =
    owned && /^(its|their|his|her|our|my)$/i.test(document.get('tokens')[first.from].text) ? first.from + 1 : first.from
  const whole = textOf(document, from, beforeClause(document, from, first))
  return {
    name: whole.length <= LONGEST ? whole : textOf(document, from, first.head + 1).slice(0, LONGEST),
    aliases: [],
  }
}

/** "[the cell] involved in bombing the port", but "people living near the port": a clause is shown only where nothing else tells who it is. */
function beforeClause(document: Document, from: number, { head, to }: Candidate): number {
  const trees = Trees.of(document)
  if (from === head || /^(PRON|DET)$/.test(trees.tags[head].upos)) return to
  for (let i = head + 1; i < to; i++)
    if (trees.plainRelation(i) === 'acl' && trees.head(i) >= head && trees.left(i) > head) return trees.left(i)
  return to
}

/** "The Lions Brigade" is the Lions Brigade; "The Hague" keeps its article. */
const withoutArticle = (name: string): string => name.replace(/^the (?=\S+ \S)/i, '')

/** The first name stands, unless a later one has all its words and more, or spells out its letters ("NTO"). */
function isFuller(other: string, name: string): boolean {
  const [a, b] = [other.toLowerCase().split(/\s+/), name.toLowerCase().split(/\s+/)]
  if (/^[A-Z.]{2,8}$/.test(name)) return a.length > 1
  return a.length > b.length && b.every((word) => a.includes(word))
}

const textOf = (document: Document, from: number, to: number): string => {
  const tokens = document.get('tokens')
  return document.text.slice(tokens[from].start, tokens[to - 1].end).replaceAll(/\s+/g, ' ')
}
