import { KINDS, namesOf } from '../src/stages/names/labels.ts'
import type { NamedDocument } from './namedDocuments.ts'

/** Kinds as the table of names folds them; dates and money do not count. */
const FOLD: Record<string, string | undefined> = {
  Person: 'person',
  Organization: 'group',
  Location: 'place',
  Facility: 'place',
  NORP: 'demonym',
  Product: 'other',
  Misc: 'other',
}
const MAIN = ['person', 'group', 'place']

/** F1 of exact spans and kinds by kind, over person, group and place, over all, and of the spans alone, as one line to read. */
export function scoreNames(
  documents: readonly NamedDocument[],
  label: (document: NamedDocument) => Int32Array,
): string {
  const counts = new Map<string, { right: number; found: number; gold: number }>()
  const count = (keys: string[], part: 'right' | 'found' | 'gold', n = 1): void => {
    for (const key of keys) {
      const entry = counts.get(key) ?? { right: 0, found: 0, gold: 0 }
      entry[part] += n
      counts.set(key, entry)
    }
  }
  const keysOf = (kind: string): string[] => (MAIN.includes(kind) ? [kind, 'main', 'all'] : [kind, 'all'])
  for (const document of documents) {
    const gold = byPlace(document.names)
    const found = byPlace(namesOf(label(document)))
    count(['all', 'spans'], 'gold', document.lost)
    for (const [place, kind] of gold) {
      count([...keysOf(kind), 'spans'], 'gold')
      if (found.get(place) === kind) count(keysOf(kind), 'right')
      if (found.has(place)) count(['spans'], 'right')
    }
    for (const kind of found.values()) count([...keysOf(kind), 'spans'], 'found')
  }
  return [...counts]
    .map(([key, { right, found, gold }]) => `${key} ${((200 * right) / Math.max(1, found + gold)).toFixed(1)}`)
    .join(', ')
}

const byPlace = (names: readonly { from: number; to: number; kind: number }[]): Map<string, string> =>
  new Map(
    names.flatMap(({ from, to, kind }) => {
      const folded = FOLD[KINDS[kind]]
      return folded ? [[`${from} ${to}`, folded] as const] : []
    }),
  )
