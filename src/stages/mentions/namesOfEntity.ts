import type { Document } from '../../document/Document.ts'
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
    const spellings = new Map<string, number>()
    for (const member of names) {
      const text = textOf(document, candidates[member].from, candidates[member].to)
      spellings.set(text, (spellings.get(text) ?? 0) + 1)
    }
    const [name] = [...spellings.keys()].toSorted((a, b) => fullness(b) - fullness(a))
    return { name, aliases: [...spellings.keys()].filter((other) => other !== name) }
  }
  const first = candidates[members.find((member) => candidates[member].form === 'description') ?? members[0]]
  const whole = textOf(document, first.from, first.to)
  return {
    name: whole.length <= LONGEST ? whole : textOf(document, first.from, first.head + 1).slice(0, LONGEST),
    aliases: [],
  }
}

/** Names of more words are fuller; of as many words, the one with more letters. A possessive mark is no part of a name. */
const fullness = (name: string): number => name.split(/\s+/).length * 100 + name.length

const textOf = (document: Document, from: number, to: number): string => {
  const tokens = document.get('tokens')
  return document.text.slice(tokens[from].start, tokens[to - 1].end).replaceAll(/\s+/g, ' ')
}
