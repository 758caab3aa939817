import type { Proposition } from '../../document/Layers.ts'
import { inherited } from '../../vocabulary/Vocabulary.ts'
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
    const key = inherited(scene.lexicons.vocabulary, value.key, ({ means }) => means)
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
