import type { Document } from './Document.ts'
import type { LayerName, Layers } from './Layers.ts'

/** A stage of whatever layers: what the list that a reader is made of holds. */
export interface AnyStage {
  readonly name: string
  readonly requires: readonly LayerName[]
  readonly assigns: readonly LayerName[]
  run(document: Document): Partial<Layers>
}

/**
 * One step of reading. It declares the layers it needs and those it gives, gets the document, and returns its own layers
 * only. What else it needs (models, vocabulary, gazetteer) is passed to the function that makes it.
 */
export interface Stage<Requires extends LayerName = LayerName, Assigns extends LayerName = LayerName> extends AnyStage {
  readonly requires: readonly Requires[]
  readonly assigns: readonly Assigns[]
  run(document: Document): Pick<Layers, Assigns>
}
