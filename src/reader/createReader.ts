import { AscribeError } from '../base/AscribeError.ts'
import { Document } from '../document/Document.ts'
import type { LayerName } from '../document/Layers.ts'
import type { AnyStage } from '../document/Stage.ts'
import type { Report } from '../model/Report.ts'

/** Reads reports: the stages in order, each on the layers of those before it. */
export interface Reader {
  readonly stages: readonly AnyStage[]
  /** The document with every layer that the stages assign. */
  annotate(report: Report): Document
}

/**
 * Checks that every stage finds its layers, that no layer is assigned twice, and returns the reader.
 * Throws `AscribeError` with code `stage-requirement` or `stage-twice` otherwise, before anything is read.
 */
export function createReader(stages: readonly AnyStage[]): Reader {
  const assigned = new Map<LayerName, string>()
  for (const stage of stages) {
    for (const layer of stage.requires) {
      if (!assigned.has(layer)) {
        throw new AscribeError(
          'stage-requirement',
          `stage '${stage.name}' requires the layer '${layer}', which no stage before it assigns`,
          `put a stage that assigns '${layer}' before '${stage.name}'`,
        )
      }
    }
    for (const layer of stage.assigns) {
      const other = assigned.get(layer)
      if (other !== undefined) {
        throw new AscribeError(
          'stage-twice',
          `stages '${other}' and '${stage.name}' both assign the layer '${layer}'`,
          'keep one of them: layers are added, never changed',
        )
      }
      assigned.set(layer, stage.name)
    }
  }
  return {
    stages,
    annotate(report) {
      const document = new Document(report)
      for (const stage of stages) document.add(stage.run(document))
      return document
    },
  }
}
