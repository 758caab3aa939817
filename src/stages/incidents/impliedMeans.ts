import type { Proposition } from '../../document/Layers.ts'
import type { Scene } from './Scene.ts'

/**
 * The kind of instrument that an incident is done with by its very type, where none is told: "Two teachers were shot dead" is done
 * with a firearm.
 */
export function impliedMeans(scene: Scene, propositions: readonly Proposition[]): Proposition[] {
  const told = new Set(
    propositions.filter(({ property }) => property === 'instrument-kind').map(({ subject }) => subject.index),
  )
  return propositions.flatMap((proposition) => {
    const { property, value, subject } = proposition
    if (property !== 'type' || value.type !== 'term' || told.has(subject.index)) return []
    const key = meansOf(scene, value.key)
    if (key === undefined) return []
    return [
      {
        ...proposition,
        property: 'instrument-kind',
        value: { type: 'term', vocabulary: 'instrument-kinds', key } as const,
        by: 'rule:incidents/implied',
      },
    ]
  })
}

/** What the type or the nearest wider one is done with. */
function meansOf({ lexicons: { vocabulary } }: Scene, key: string): string | undefined {
  for (let at: string | undefined = key; at !== undefined; at = vocabulary.incidentTypes.get(at)?.broader) {
    const means = vocabulary.incidentTypes.get(at)?.means
    if (means !== undefined) return means
  }
  return undefined
}
