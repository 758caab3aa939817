import type { IncidentAnnotation, Proposition } from '../../src/document/Layers.ts'
import type { Template } from './writeTemplates.ts'

/** What would be one template: one incident of the reading, or several that differ in nothing that the task tells incidents apart by. */
export interface Instance {
  /** the task's type */
  readonly type: string
  readonly incidents: readonly IncidentAnnotation[]
  /** all that the reading says of them, also what is too doubtful for a slot */
  readonly propositions: readonly Proposition[]
  readonly template: Template
}
