import type { Document } from '../../document/Document.ts'
import type { EntityAnnotation, Mention } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { EntityKind } from '../../model/Entity.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import type { Nationality, PersonalNames } from '../../vocabulary/NameLexicon.ts'
import { type Cluster, Clusters } from './Clusters.ts'
import { findCandidates } from './findCandidates.ts'
import { namesOfEntity } from './namesOfEntity.ts'
import type { Sieve, Story } from './Story.ts'
import { appositions, predicates, relatives } from './sieves/constructions.ts'
import { sameHeads, wideWords } from './sieves/heads.ts'
import { nameParts } from './sieves/nameParts.ts'
import { pronouns } from './sieves/pronouns.ts'
import { sameNames } from './sieves/sameNames.ts'
import { speakers } from './sieves/speakers.ts'

/** From the surest to the boldest. Pronouns come before predicates so that "he is the mayor" says who the mayor is. */
const SIEVES: readonly Sieve[] = [
  relatives,
  sameNames,
  appositions,
  nameParts,
  sameHeads,
  wideWords,
  pronouns,
  predicates,
  speakers,
]

export interface MentionsStageOptions {
  readonly nouns: ActorNouns
  readonly personal: PersonalNames
  readonly nationalities: readonly Nationality[]
}

/** Finds whom and what a report speaks of (names, descriptions, pronouns), and which mentions are the same entity. */
export function createMentionsStage({
  nouns,
  personal,
  nationalities,
}: MentionsStageOptions): Stage<'tokens' | 'sentences' | 'tags' | 'trees' | 'names', 'mentions' | 'entities'> {
  const countries = new Map<string, Nationality>()
  for (const nation of nationalities) {
    for (const name of [nation.name, ...nation.also]) countries.set(name.toLowerCase().replace(/^the /, ''), nation)
  }
  return {
    name: 'mentions',
    requires: ['tokens', 'sentences', 'tags', 'trees', 'names'],
    assigns: ['mentions', 'entities'],
    run(document) {
      const { candidates, trees } = findCandidates(document, { nouns, personal })
      const clusters = new Clusters(candidates)
      const at = new Map(candidates.map(({ head }, i) => [head, i]))
      const story: Story = { document, trees, candidates, clusters, nouns, countries, at }
      for (const sieve of SIEVES) sieve(story)
      return layersOf(document, story)
    },
  }
}

/** Entities and their mentions. Pronouns that stand for nothing found are left out; a "he" or "she" stays, as someone. */
function layersOf(
  document: Document,
  { candidates, clusters }: Story,
): { mentions: Mention[]; entities: EntityAnnotation[] } {
  const tokens = document.get('tokens')
  const kept = clusters.all().filter((cluster) => cluster.kinds.size > 0 || cluster.genders.size > 0)
  const entityOf = new Map(kept.flatMap(({ members }, entity) => members.map((member) => [member, entity])))
  const mentions: Mention[] = []
  const indexOf = new Map<number, number>()
  for (const [i, { from, to, head, form, by }] of candidates.entries()) {
    const entity = entityOf.get(i)
    if (entity === undefined) continue
    const sieve = clusters.linkedBy(i)
    indexOf.set(i, mentions.length)
    mentions.push({
      start: tokens[from].start,
      end: tokens[to - 1].end,
      from,
      to,
      head,
      form,
      entity,
      by: sieve ? `rule:mentions/${sieve}` : by,
    })
  }
  const entities = kept.map((cluster): EntityAnnotation => {
    const { name, aliases } = namesOfEntity(document, cluster, candidates)
    return {
      kind: kindOf(cluster, candidates),
      name,
      aliases,
      mentions: cluster.members.map((member) => indexOf.get(member)!),
      by: 'rule:mentions/entity',
    }
  })
  return { mentions, entities }
}

/** Kinds from the most telling to the least: that something is called a group outweighs that its name looks like a company's. */
const TELLING: readonly EntityKind[] = [
  'person',
  'public body',
  'group',
  'people',
  'facility',
  'place',
  'organisation',
  'other',
]

function kindOf({ members, kinds }: Cluster, candidates: Story['candidates']): EntityKind {
  if (kinds.size === 0) return 'person'
  if (kinds.size === 1) return [...kinds][0]
  // A name's own kind stands, save that "organisation" gives way to what descriptions say.
  const counts = new Map<EntityKind, number>()
  for (const member of members) {
    const { form, kind } = candidates[member]
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + (form === 'name' ? 2 : 1))
  }
  if (counts.size > 1) counts.delete('organisation')
  // "a group called the Coast Guard Brothers": what it is called outweighs that its name looks like a public body's.
  const called = members.some(
    (member) => candidates[member].form === 'description' && candidates[member].kind === 'group',
  )
  if (called) counts.delete('public body')
  const most = Math.max(...counts.values())
  return TELLING.find((kind) => counts.get(kind) === most) ?? 'other'
}
