/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) over words 0 … n - 1; the root stands at
 * the end, as word n. Three moves build a tree in 2n steps:
 *
 *     shift  the next word goes on the stack
 *     left   the word on top of the stack gets the next word as its head, and leaves the stack
 *     right  the word on top of the stack gets the one below it as its head, and leaves the stack
 *
 * Only the last word left on the stack may hang on the root, so that every tree has exactly one.
 */
export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

export class ArcHybrid {
  length = 0
  /** The next word; `length` is the root. */
  next = 0
  /** How many words are on the stack. */
  height = 0
  stack = new Int32Array(0)
  heads = new Int32Array(0)
  /** Number of the relation plus one; 0 where there is none yet. */
  labels = new Int32Array(0)
  // The outermost child at each side and the one before it; `length + 1` where there is none.
  left = new Int32Array(0)
  left2 = new Int32Array(0)
  right = new Int32Array(0)
  right2 = new Int32Array(0)
  lefts = new Int32Array(0)
  rights = new Int32Array(0)

  /** Starts on a sentence of `length` words. */
  begin(length: number): void {
    this.length = length
    this.next = 0
    this.height = 0
    const size = length + 2
    if (this.heads.length < size) {
      for (const name of LISTS) this[name] = new Int32Array(size * 2)
    }
    for (const name of ['left', 'left2', 'right', 'right2'] as const) this[name].fill(length + 1, 0, size)
    for (const name of ['labels', 'lefts', 'rights'] as const) this[name].fill(0, 0, size)
    this.heads.fill(-1, 0, size)
  }

  get done(): boolean {
    return this.next === this.length && this.height === 0
  }

  allows(move: number): boolean {
    if (move === SHIFT) return this.next < this.length
    if (move === LEFT) return this.height > 0 && (this.next < this.length || this.height === 1)
    return this.height > 1
  }

  /** Makes a move; `label` is the number of the relation plus one. */
  apply(move: number, label: number): void {
    if (move === SHIFT) {
      this.stack[this.height++] = this.next++
      return
    }
    const child = this.stack[--this.height]
    const head = move === LEFT ? this.next : this.stack[this.height - 1]
    this.heads[child] = head
    this.labels[child] = label
    if (move === LEFT) {
      this.left2[head] = this.left[head]
      this.left[head] = child
      this.lefts[head]++
    } else {
      this.right2[head] = this.right[head]
      this.right[head] = child
      this.rights[head]++
    }
  }

  /** The word `depth` below the top of the stack, `length + 1` where there is none. */
  peek(depth: number): number {
    return depth < this.height ? this.stack[this.height - 1 - depth] : this.length + 1
  }
}

const LISTS = ['stack', 'heads', 'labels', 'left', 'left2', 'right', 'right2', 'lefts', 'rights'] as const
