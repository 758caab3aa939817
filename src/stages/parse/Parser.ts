import type { Arc, Tag } from '../../document/Layers.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { ArcHybrid, LEFT, RIGHT, SHIFT } from './ArcHybrid.ts'
import { MOST_PARSE_FEATURES, ParseFeatures } from './ParseFeatures.ts'

/** A class of the model: a move, with the relation it makes. */
export interface Move {
  readonly move: number
  /** index into `relations` plus one; 0 for a shift */
  readonly label: number
}

/** The moves that the classes "shift", "left nsubj", "right obj" … stand for, and the relations in order. */
export function movesOf(classes: readonly string[]): { moves: Move[]; relations: string[] } {
  const relations = [...new Set(classes.filter((name) => name !== 'shift').map((name) => name.split(' ')[1]))].sort()
  const numbers = new Map(relations.map((relation, i) => [relation, i + 1]))
  const moves = classes.map((name): Move => {
    if (name === 'shift') return { move: SHIFT, label: 0 }
    const [side, relation] = name.split(' ')
    return { move: side === 'left' ? LEFT : RIGHT, label: numbers.get(relation) ?? 0 }
  })
  return { moves, relations }
}

/** Builds the tree of a sentence from left to right, always by the best move; the time is linear in its length. */
export class Parser {
  readonly #model: LinearModel
  readonly #moves: readonly Move[]
  readonly #relations: readonly string[]
  readonly #features: ParseFeatures
  readonly #state = new ArcHybrid()
  readonly #scores: Float32Array
  /** the move of each class, side by side for the inner loop */
  readonly #kinds: Uint8Array
  readonly #buffer = new Int32Array(MOST_PARSE_FEATURES)

  constructor(model: LinearModel, clusters: WordClusters) {
    this.#model = model
    const { moves, relations } = movesOf(model.classes)
    this.#moves = moves
    this.#relations = relations
    this.#features = new ParseFeatures(clusters)
    this.#scores = new Float32Array(model.classes.length)
    this.#kinds = Uint8Array.from(this.#moves, ({ move }) => move)
  }

  /** The arcs of the words `[from, to)`; heads are indices of the whole list. */
  parse(
    words: readonly { readonly text: string }[],
    tags: readonly Pick<Tag, 'upos' | 'xpos'>[],
    from: number,
    to: number,
  ): Arc[] {
    const state = this.#state
    this.#features.begin(words, tags, from, to)
    state.begin(to - from)
    while (!state.done) {
      const { move, label } = this.#moves[this.#best(state)]
      state.apply(move, label)
    }
    const arcs: Arc[] = []
    for (let i = 0; i < to - from; i++) {
      const head = state.heads[i]
      arcs.push(
        head === to - from
          ? { head: -1, deprel: 'root' }
          : { head: from + head, deprel: this.#relations[state.labels[i] - 1] },
      )
    }
    return arcs
  }

  #best(state: ArcHybrid): number {
    this.#model.scores(this.#buffer, this.#features.fill(state, this.#buffer), this.#scores)
    const allowed = [state.allows(SHIFT), state.allows(LEFT), state.allows(RIGHT)]
    const scores = this.#scores
    const kinds = this.#kinds
    let best = -1
    for (let c = 0; c < kinds.length; c++) {
      if (allowed[kinds[c]] && (best < 0 || scores[c] > scores[best])) best = c
    }
    return best
  }
}
