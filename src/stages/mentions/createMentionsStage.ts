import type { Document } from '../../document/Document.ts'
import type { EntityAnnotation, Mention } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { EntityKind } from '../../model/Entity.ts'
import type { Cluster } from './Clusters.ts'
import { namesOfEntity } from './namesOfEntity.ts'
import { openStory, type StoryResources } from './openStory.ts'
import { rankAntecedents } from './rankAntecedents.ts'
import type { Story } from './Story.ts'
import { predicates } from './sieves/constructions.ts'

export interface MentionsStageOptions extends StoryResources {
  /** ranks what a mention may stand for: see `models/mentions.md` */
  readonly ranker: LinearModel
}

/** Finds whom and what a report speaks of (names, descriptions, pronouns), and which mentions are the same entity. */
export function createMentionsStage(
  options: MentionsStageOptions,
): Stage<'tokens' | 'sentences' | 'tags' | 'trees' | 'names', 'mentions' | 'entities'> {
  return {
    name: 'mentions',
    requires: ['tokens', 'sentences', 'tags', 'trees', 'names'],
    assigns: ['mentions', 'entities'],
    run(document) {
      const story = openStory(document, options)
      rankAntecedents(story, options.ranker)
      predicates(story)
      return layersOf(document, story)
    },
  }
}

/**
 * Entities and their mentions. Pronouns that stand for nothing found are left out; a "he" or "she" stays, as someone. So are relative pronouns:
 * what they stand for is right before them.
 */
function layersOf(
  document: Document,
  { candidates, clusters }: Story,
): { mentions: Mention[]; entities: EntityAnnotation[] } {
  const tokens = document.get('tokens')
  const kept = clusters
    .all()
    .map((cluster) => ({ ...cluster, members: cluster.members.filter((i) => candidates[i].pronoun !== 'relative') }))
    .filter((cluster) => isSomeone(cluster, candidates))
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

/** Who or what has a kind or a gender, and who speaks or is spoken to; "it" and "they" alone are nobody. */
const isSomeone = ({ kinds, genders, members }: Cluster, candidates: Story['candidates']): boolean =>
  members.length > 0 &&
  (kinds.size > 0 ||
    genders.size > 0 ||
    members.some((i) => candidates[i].pronoun === 'first' || candidates[i].pronoun === 'second'))

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
  if (kinds.size === 0) return members.some((i) => candidates[i].number === 'plural') ? 'people' : 'person'
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
