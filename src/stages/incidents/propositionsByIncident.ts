import type { Proposition } from '../../document/Layers.ts'

/** What is told of each incident, by its index, in order. */
export function propositionsByIncident(incidents: number, propositions: readonly Proposition[]): Proposition[][] {
  const told: Proposition[][] = Array.from({ length: incidents }, () => [])
  for (const proposition of propositions) told[proposition.subject.index].push(proposition)
  return told
}
