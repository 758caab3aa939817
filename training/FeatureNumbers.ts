/** Numbers hashed features in the order in which they are first seen, so that weights can stand in arrays. */
export class FeatureNumbers {
  readonly #numbers = new Map<number, number>()
  readonly #keys: number[] = []

  /** The features, by number. */
  get keys(): readonly number[] {
    return this.#keys
  }

  of(feature: number): number {
    const known = this.#numbers.get(feature)
    if (known !== undefined) return known
    this.#numbers.set(feature, this.#keys.length)
    return this.#keys.push(feature) - 1
  }

  /** The numbers of the first `n` of `features`. */
  ofAll(features: Int32Array, n: number): Int32Array {
    return Int32Array.from({ length: n }, (_, f) => this.of(features[f]))
  }
}
