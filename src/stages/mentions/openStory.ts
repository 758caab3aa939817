import type { Document } from '../../document/Document.ts'
import type { Nationality } from '../../vocabulary/NameLexicon.ts'
import { Clusters } from './Clusters.ts'
import { type FinderResources, findCandidates } from './findCandidates.ts'
import type { Sieve, Story } from './Story.ts'
import { accused } from './sieves/accused.ts'
import { appositions, relatives } from './sieves/constructions.ts'
import { sameHeads, wideWords } from './sieves/heads.ts'
import { nameParts } from './sieves/nameParts.ts'
import { actors } from './sieves/pronouns.ts'
import { protagonists } from './sieves/protagonists.ts'
import { sameNames } from './sieves/sameNames.ts'
import { speakers } from './sieves/speakers.ts'

/** What is sure, from the surest on; the ranker decides on what these leave open. */
const SIEVES: readonly Sieve[] = [
  relatives,
  sameNames,
  appositions,
  nameParts,
  speakers,
  sameHeads,
  wideWords,
  accused,
  actors,
  protagonists,
]

export interface StoryResources extends FinderResources {
  readonly nationalities: readonly Nationality[]
}

/** A document with all its mentions, in which names, appositions and speakers are settled. */
export function openStory(document: Document, resources: StoryResources): Story {
  const { candidates, trees } = findCandidates(document, resources)
  const clusters = new Clusters(candidates)
  const at = new Map(candidates.map(({ head }, i) => [head, i]))
  const countries = countriesOf(resources.nationalities)
  const story: Story = { document, trees, candidates, clusters, nouns: resources.nouns, countries, at }
  for (const sieve of SIEVES) sieve(story)
  return story
}

const known = new WeakMap<readonly Nationality[], ReadonlyMap<string, Nationality>>()

/** Countries by every name they go by. */
function countriesOf(nationalities: readonly Nationality[]): ReadonlyMap<string, Nationality> {
  const made = known.get(nationalities)
  if (made) return made
  const countries = new Map<string, Nationality>()
  for (const nation of nationalities) {
    for (const name of [nation.name, ...nation.also]) countries.set(name.toLowerCase().replace(/^the /, ''), nation)
  }
  known.set(nationalities, countries)
  return countries
}
