import type { Proposition } from '../../src/document/Layers.ts'
import { confidenceOf } from './confidenceOf.ts'
import { add, quoted } from './fillers.ts'
import type { Phrases } from './Phrases.ts'
import type { Template } from './writeTemplates.ts'

/** PERP, slots 8 to 11. Terrorism is presumed where nothing says that a state did it (template-doc-part1, 1.0, 3). */
export function fillPerpetrators(phrases: Phrases, propositions: readonly Proposition[], template: Template): void {
  let state = false
  const seen = new Set<string>()
  for (const proposition of propositions) {
    if (proposition.property !== 'perpetrator' || proposition.polarity === 'denied') continue
    const kind = phrases.kindOf(proposition)
    const actor = phrases.actorKindOf(proposition)
    const head = phrases.headOf(proposition)
    if (head < 0) continue
    if (/^(armed-forces|police|government)$/.test(actor ?? '') || kind === 'public body') state = true
    const organisation = (name: string): void => {
      const tag = quoted(name.replace(/^the /i, ''))
      add(template, 10, tag)
      add(template, 11, `${confidenceOf(phrases.document, proposition)}: ${tag}`)
    }
    if (kind === 'public body' || ((kind === 'group' || kind === 'organisation') && phrases.isNamed(proposition)))
      organisation(phrases.isNamed(proposition) ? phrases.entityOf(proposition)!.name : phrases.wordsOf(head))
    else if (BODIES.test(phrases.trees.lemma(head))) organisation(phrases.wordsOf(head))
    else if (kind !== 'place' && kind !== 'facility') {
      // "two gunmen … the gunmen"
      const who = phrases.isNamed(proposition) ? phrases.entityOf(proposition)!.name : phrases.trees.lemma(head)
      if (seen.has(who)) continue
      seen.add(who)
      add(template, 9, quoted(phrases.wordsOf(head, isPartOf(phrases, head))))
      const own = organisationsOf(phrases, proposition)
      for (const name of own.length > 0 || actor !== 'armed-forces' ? own : forcesIn(phrases)) organisation(name)
    }
  }
  template.set(8, [state ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT'])
}

/** "drug mafias", "the organization": bodies by whatever words. */
const BODIES = /^(mafia|cartel|organization|organisation|movement|front)$/

/** "a group of armed men", "members of the front": nothing without what they are of. */
const isPartOf = ({ trees }: Phrases, head: number): boolean =>
  /^(group|column|band|gang|unit|squad|member|party|force|bunch|pair|wing|element|faction|cell|detachment|contingent)$/.test(
    trees.lemma(head),
  )

/** The forces that soldiers are of: those of which the report speaks most. */
function forcesIn({ document }: Phrases): string[] {
  const forces = document
    .get('entities')
    .filter(({ kind, name }) => kind === 'public body' && FORCES.test(name))
    .sort((a, b) => b.mentions.length - a.mentions.length)
  return forces.slice(0, 1).map(({ name }) => name)
}

const FORCES = /\b(army|armed forces|military)\b/i

/** The groups that a perpetrator is said to belong to, or that its phrase names: "members of the Third Front of the Lions". */
function organisationsOf({ document }: Phrases, { value, spans: [span] }: Proposition): string[] {
  const entities = document.get('entities')
  const index = value.type === 'entity' && typeof value.entity === 'number' ? value.entity : -1
  const related = document
    .get('relations')
    .filter(
      ({ subject, property }) =>
        subject.kind === 'entity' && subject.index === index && /^(member-of|leader-of)$/.test(property),
    )
    .flatMap(({ value: other }) =>
      other.type === 'entity' && typeof other.entity === 'number' ? [entities[other.entity]] : [],
    )
  const inside = document
    .get('mentions')
    .filter(({ start, end, form }) => form === 'name' && span.start <= start && end <= span.end)
    .map(({ entity }) => entities[entity])
  return [
    ...new Set(
      [...related, ...inside].filter(({ kind }) => kind === 'group' || kind === 'organisation').map(({ name }) => name),
    ),
  ]
}
