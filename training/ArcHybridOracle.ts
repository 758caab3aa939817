import { type ArcHybrid, LEFT, RIGHT, SHIFT } from '../src/stages/parse/ArcHybrid.ts'

/**
 * What a move costs (Goldberg and Nivre 2013): how many arcs of the true tree can no longer be built after it. The true
 * tree must be projective; `heads[i]` is n for the root's child.
 */
export class ArcHybridOracle {
  readonly #heads: ArrayLike<number>

  constructor(heads: ArrayLike<number>) {
    this.#heads = heads
  }

  cost(state: ArcHybrid, move: number): number {
    const heads = this.#heads
    const { next, length } = state
    let cost = 0
    if (move === SHIFT) {
      for (let depth = 0; depth < state.height; depth++) {
        const word = state.peek(depth)
        if (heads[word] === next) cost++
        // The next word can still hang on the top of the stack, but on nothing below it.
        if (depth > 0 && heads[next] === word) cost++
      }
      return cost
    }
    const top = state.peek(0)
    const head = heads[top]
    if (move === LEFT) {
      if (head === state.peek(1) || head > next) cost++
    } else if (move === RIGHT && head >= next) {
      cost++
    }
    for (let word = next; word < length; word++) if (heads[word] === top) cost++
    return cost
  }
}
