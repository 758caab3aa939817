import type { Trees } from '../../document/Trees.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import type { WholeName } from './joinNames.ts'

/**
 * A name taken for an organisation is a person's where the text gives it an age or a person's noun: "Tarek, an 18-year-old", "Nour, 34,". What
 * holds once holds for the name everywhere.
 */
export function peopleAmong(names: readonly WholeName[], trees: Trees, nouns: ActorNouns): WholeName[] {
  const textOf = ({ from, to }: WholeName): string =>
    Array.from({ length: to - from }, (_, i) => trees.lower(from + i)).join(' ')
  const people = new Set<string>()
  for (const name of names) {
    const { to, from, kind } = name
    if (kind !== 'Organization' || to - from > 2 || to + 2 >= trees.length || trees.lower(to) !== ',') continue
    if (/^[^a-z]+$/.test(trees.tokens[from].text)) continue
    // "the leader of the Red Cells, a lawyer"
    if (from > 0 && trees.lower(from - 1) === 'the') continue
    const aged = /^\d{2}$/.test(trees.lower(to + 1)) && /^(,|[.)])$/.test(trees.lower(to + 2))
    if (aged || startsPerson(trees, to + 1, nouns)) people.add(textOf(name))
  }
  return names.map((name) =>
    name.kind === 'Organization' && people.has(textOf(name)) ? { ...name, kind: 'Person' } : name,
  )
}

/** "an 18-year-old", "a young farmer": an article, and a singular noun for a person within the phrase. */
function startsPerson(trees: Trees, at: number, nouns: ActorNouns): boolean {
  if (!/^(a|an)$/.test(trees.lower(at))) return false
  for (let i = at + 1; i < Math.min(trees.length, at + 7); i++) {
    const { xpos, lemma } = trees.tags[i]
    if (trees.lower(i) === 'old' && trees.lower(i - 1) === '-') return true
    const next = trees.tags[Math.min(i + 1, trees.length - 1)].xpos
    if (xpos === 'NN' && !/^(NN|HYPH|POS)/.test(next)) return nouns.kindOf.get(lemma.toLowerCase()) === 'person'
    if (!/^(JJ|NN|VBN|VBG|CD|HYPH|NNP|RB)/.test(xpos)) return false
  }
  return false
}
