import { z } from 'zod'
import type { EntityKind } from '../model/Entity.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const Words = z.array(z.string().min(1)).min(1)

const Lists = z.object({
  male: Words,
  female: Words,
  person: Words,
  fighters: Words.describe('people who fight outside a state’s forces; in the plural a group'),
  people: Words.describe('people taken together, whatever their number: "crowd"'),
  group: Words,
  organisation: Words,
  'public body': Words,
  place: Words,
  facility: Words,
  countries: Words.describe('words that can take up the name of a country'),
  settlements: Words.describe('words that can take up the name of a town'),
  groupWords: Words.describe('words that can take up the name of an organisation or group'),
  publicNames: Words.describe('words of the names of public bodies'),
  groupNames: Words.describe('words of the names of armed groups'),
  noGroupNames: Words.describe(
    'words before "militants" that are no part of their group’s name: months, creeds, "alleged"',
  ),
  stops: Words.describe('what stands before a "station" to which one goes, which does not broadcast: "railway"'),
  honorifics: Words.describe('words that the name of a person may begin with: "Miss Diallo"'),
  ranks: z.record(z.string(), z.string()).describe('titles by how they are cut short: "Gen. Diallo" is a general'),
})

/** Nouns by what they speak of: `vocabulary/lexicons/actor-nouns.json`. */
export interface ActorNouns {
  /** The kind of entity a noun in the singular speaks of; a noun on several lists is of the first of its kinds. */
  readonly kindOf: ReadonlyMap<string, EntityKind>
  readonly fighters: ReadonlySet<string>
  readonly male: ReadonlySet<string>
  readonly female: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  readonly settlements: ReadonlySet<string>
  readonly groupWords: ReadonlySet<string>
  readonly publicNames: ReadonlySet<string>
  readonly groupNames: ReadonlySet<string>
  readonly noGroupNames: ReadonlySet<string>
  readonly stops: ReadonlySet<string>
  readonly honorifics: ReadonlySet<string>
  readonly ranks: ReadonlyMap<string, string>
}

export function parseActorNouns(json: string, file: string): ActorNouns {
  const lists = parseVocabularyFile(Lists, json, file)
  const kindOf = new Map<string, EntityKind>()
  const add = (kind: EntityKind, words: readonly string[]): void => {
    for (const word of words) if (!kindOf.has(word)) kindOf.set(word, kind)
  }
  for (const list of ['male', 'female', 'person', 'fighters'] as const) add('person', lists[list])
  for (const kind of ['people', 'group', 'public body', 'organisation', 'facility', 'place'] as const) {
    add(kind, lists[kind])
  }
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words)
  return {
    kindOf,
    fighters: set(lists.fighters),
    male: set(lists.male),
    female: set(lists.female),
    countries: set(lists.countries),
    settlements: set(lists.settlements),
    groupWords: set(lists.groupWords),
    publicNames: set(lists.publicNames),
    groupNames: set(lists.groupNames),
    noGroupNames: set(lists.noGroupNames),
    stops: set(lists.stops),
    honorifics: set(lists.honorifics),
    ranks: new Map(Object.entries(lists.ranks)),
  }
}
