import type { LinearModel } from '../../learned/LinearModel.ts'
import type { EntityKind } from '../../model/Entity.ts'
import { type HeadView, headFeatures, MOST_HEAD_FEATURES } from './headFeatures.ts'

/** What a phrase speaks of by its head and surroundings; `none` for things, events and ideas. */
export type HeadKind = 'none' | 'person' | 'organisation' | 'place'

export const HEAD_KINDS: readonly HeadKind[] = ['none', 'person', 'organisation', 'place']

/** A guess, with how far `none` is behind the best other kind (`lead`; negative where it is ahead). */
export interface HeadGuess {
  readonly kind: HeadKind
  /** the best kind but `none` */
  readonly some: HeadKind
  /** log odds of `some` against `none` */
  readonly lead: number
}

/** Guesses what the heads of phrases speak of. */
export class HeadKinds {
  readonly #view: HeadView
  readonly #model: LinearModel
  readonly #features = new Int32Array(MOST_HEAD_FEATURES)
  readonly #scores: Float32Array
  #last = -1
  #lastName = ''
  #guess: HeadGuess | undefined

  constructor(view: HeadView, model: LinearModel) {
    this.#view = view
    this.#model = model
    this.#scores = new Float32Array(model.classes.length)
  }

  at(i: number, name = ''): HeadGuess {
    // A word that is asked about is described right after.
    if (this.#last === i && this.#lastName === name) return this.#guess!
    const n = headFeatures(this.#view, i, name, this.#features)
    this.#model.scores(this.#features, n, this.#scores)
    const scores = this.#scores
    let best = 1
    for (let c = 2; c < scores.length; c++) if (scores[c] > scores[best]) best = c
    const lead = (scores[best] - scores[0]) * this.#model.scale
    const some = this.#model.classes[best] as HeadKind
    this.#last = i
    this.#lastName = name
    this.#guess = { kind: lead > 0 ? some : 'none', some, lead }
    return this.#guess
  }
}

/** The kind of entity that a head of each kind speaks of. */
export const KIND_OF_HEAD: Record<HeadKind, EntityKind | undefined> = {
  none: undefined,
  person: 'person',
  organisation: 'organisation',
  place: 'place',
}
