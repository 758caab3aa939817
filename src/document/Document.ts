import type { Report } from '../model/Report.ts'
import type { LayerName, Layers } from './Layers.ts'

/**
 * A report's text with its layers. Layers are added once and never changed; asking for one that is not there throws,
 * so a stage cannot work on half a document by accident.
 */
export class Document {
  readonly report: Report
  readonly #layers: Partial<Layers> = {}

  constructor(report: Report) {
    this.report = report
  }

  get text(): string {
    return this.report.text
  }

  has(name: LayerName): boolean {
    return this.#layers[name] !== undefined
  }

  get<Name extends LayerName>(name: Name): Layers[Name] {
    const layer = this.#layers[name]
    if (layer === undefined) throw new Error(`the document has no layer '${name}' yet`)
    return layer as Layers[Name]
  }

  /** Adds layers; one that is already there is an error. Returns the document, so that tests can build one by hand. */
  add(layers: Partial<Layers>): this {
    for (const [name, layer] of Object.entries(layers)) {
      if (this.has(name as LayerName)) throw new Error(`layer '${name}' is already there: layers are never changed`)
      Object.assign(this.#layers, { [name]: Object.freeze(layer) })
    }
    return this
  }
}
