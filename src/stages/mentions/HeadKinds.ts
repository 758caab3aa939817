import type { LinearModel } from '../../learned/LinearModel.ts'
import { type HeadView, headFeatures, MOST_HEAD_FEATURES } from './headFeatures.ts'

/** What a phrase speaks of by its head and surroundings; `none` for things, events and ideas. */
export type HeadKind = 'none' | 'person' | 'organisation' | 'place'

export const HEAD_KINDS: readonly HeadKind[] = ['none', 'person', 'organisation', 'place']

/** A guess, with how far it is ahead of the next (`margin`), and how far `none` is behind the best other kind (`lead`; negative where it is ahead). */
export interface HeadGuess {
  readonly kind: HeadKind
  /** the best kind but `none` */
  readonly some: HeadKind
  /** score of `some` less the score of `none`, in the model's own units of a hundredth of its mean margin */
  readonly lead: number
}

/** Guesses what the heads of phrases speak of. */
export class HeadKinds {
  readonly #view: HeadView
  readonly #model: LinearModel
  readonly #features = new Int32Array(MOST_HEAD_FEATURES)
  readonly #scores: Float32Array

  constructor(view: HeadView, model: LinearModel) {
    this.#view = view
    this.#model = model
    this.#scores = new Float32Array(model.classes.length)
  }

  at(i: number, name = ''): HeadGuess {
    const n = headFeatures(this.#view, i, name, this.#features)
    this.#model.scores(this.#features, n, this.#scores)
    const scores = this.#scores
    let best = 1
    for (let c = 2; c < scores.length; c++) if (scores[c] > scores[best]) best = c
    const lead = (scores[best] - scores[0]) * this.#model.scale
    const some = this.#model.classes[best] as HeadKind
    return { kind: lead > 0 ? some : 'none', some, lead }
  }
}
