import { feature, hashString } from '../../learned/featureHash.ts'
import type { Context } from './Context.ts'

/** How many words, and how many sentences before and behind a cue are looked at, within its paragraph. */
const REACH = 160
const SENTENCES = { before: 4, behind: 6 }

/** Steps up a tree that a path names. */
const STEPS = 4

const SAME = hashString('same')
const OTHER_TREE = hashString('other tree')

/**
 * A paragraph seen from the head of one cue: for every word in reach, how the tree leads there from the cue, and in
 * which quotation it stands, counted from the cue.
 *
 *     “It was dark,” the driver recalled , adding that …
 *     first before   nsubj      cue        advcl
 */
export class RoleView {
  readonly context: Context
  readonly cue: number
  /** `[from, to)` in tokens */
  readonly from: number
  readonly to: number
  /** by `token - from`: hash of the way up from the cue and the first step down */
  readonly path: Int32Array
  /** the same with the second step down */
  readonly longPath: Int32Array
  /** the head of the branch off the way up that the word stands in */
  readonly branch: Int32Array
  /** code of the quotation the word stands in, from the cue: 0 none, 1 the cue's own, then first, second … before, after */
  readonly quotation: Int32Array
  /** sentences from the cue, -3 to 3 */
  readonly sentence: Int32Array
  /** which dependents the cue has: without a subject of its own, its governor's can be the source */
  readonly frame: number

  constructor(context: Context, cue: number) {
    this.context = context
    this.cue = cue
    const { paragraph, paragraphFrom, paragraphTo } = context
    const sentences = context.document.get('sentences')
    const own = context.trees.tokens[cue].sentence
    const first = sentences[Math.max(0, own - SENTENCES.before)]?.from ?? 0
    const last = sentences[Math.min(sentences.length - 1, own + SENTENCES.behind)]?.to ?? context.length
    this.from = Math.max(paragraphFrom[paragraph[cue]], cue - REACH, first)
    this.to = Math.min(paragraphTo[paragraph[cue]], cue + REACH, last)
    const n = this.to - this.from
    this.path = new Int32Array(n)
    this.longPath = new Int32Array(n)
    this.branch = new Int32Array(n)
    this.quotation = new Int32Array(n)
    this.sentence = new Int32Array(n)
    this.frame = frameOf(context, cue)
    this.#walk()
    this.#countQuotations()
  }

  #walk(): void {
    const { trees, relation } = this.context
    const { tokens } = trees
    // The hash of the way up to each of the cue's ancestors.
    const ways = new Map<number, number>()
    let way = SAME
    let above = this.cue
    for (let step = 0; above >= 0; step++) {
      ways.set(above, way)
      way = step < STEPS ? feature(1, way, relation[above]) : feature(2, SAME)
      above = trees.head(above)
    }
    const own = tokens[this.cue].sentence
    for (let i = this.from; i < this.to; i++) {
      const k = i - this.from
      let [branch, second] = [i, i]
      let at = i
      while (at >= 0 && !ways.has(at)) {
        second = branch
        branch = at
        at = trees.head(at)
      }
      const offset = Math.max(-3, Math.min(3, tokens[i].sentence - own))
      this.sentence[k] = offset
      const up = at < 0 ? feature(3, OTHER_TREE, offset) : ways.get(at)!
      const onTheWay = at === i
      this.branch[k] = branch
      this.path[k] = onTheWay ? feature(4, up) : feature(5, up, relation[branch])
      this.longPath[k] = second === branch ? this.path[k] : feature(6, this.path[k], relation[second])
    }
  }

  #countQuotations(): void {
    const { at } = this.context.quotes
    const own = at[this.cue]
    for (const step of [-1, 1]) {
      let count = 0
      let last = own
      for (let i = this.cue; i >= this.from && i < this.to; i += step) {
        const quotation = at[i]
        if (quotation >= 0 && quotation !== last && quotation !== own) count = Math.min(3, count + 1)
        if (quotation >= 0) last = quotation
        this.quotation[i - this.from] = quotation < 0 ? 0 : quotation === own ? 1 : count * 2 + (step < 0 ? 0 : 1)
      }
    }
  }
}

function frameOf({ trees }: Context, cue: number): number {
  const subject = trees.child(cue, 'nsubj', 'csubj')
  const clause = trees.child(cue, 'ccomp', 'xcomp', 'parataxis')
  return (
    (subject < 0 ? 0 : subject < cue ? 1 : 2) +
    3 * (clause < 0 ? 0 : clause < cue ? 1 : 2) +
    9 * (trees.child(cue, 'obj') < 0 ? 0 : 1) +
    18 * (trees.child(cue, 'aux') < 0 ? 0 : 1)
  )
}
