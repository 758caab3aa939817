import { feature } from '../../learned/featureHash.ts'
import { KINDS, kindOfLabel, type LabelledName, namesOf } from './labels.ts'

/** What the first pass found, counted over the document, leaving out the place that is asked about. */
export class FirstPass {
  readonly #labels: Int32Array
  readonly #names: (LabelledName | undefined)[]
  /** By kind, how often it is each: the word at each place, and the name that stands there. */
  readonly #words: Counts[]
  readonly #named: (Counts | undefined)[]
  readonly #byName = new Map<string, Counts>()
  readonly #lower: readonly string[]
  /** names found elsewhere that stand here: kind + 1, plus 16 where the token is not the first of it, or 0 */
  readonly #matched: Int32Array

  constructor(labels: Int32Array, lower: readonly string[]) {
    this.#labels = labels
    this.#lower = lower
    this.#names = new Array(labels.length)
    this.#named = new Array(labels.length)
    this.#words = new Array(labels.length)
    const names = namesOf(labels)
    for (const name of names) {
      const counts = counted(this.#byName, lower.slice(name.from, name.to).join(' '), name.kind)
      this.#names.fill(name, name.from, name.to)
      this.#named.fill(counts, name.from, name.to)
    }
    const byWord = new Map<string, Counts>()
    for (let i = 0; i < labels.length; i++) {
      const kind = kindOfLabel(labels[i])
      this.#words[i] = counted(byWord, lower[i], kind < 0 ? NO_NAME : kind)
    }
    this.#matched = new Int32Array(labels.length)
    this.#match(names)
  }

  /** Marks where the text of a name found in the document stands, longest first. */
  #match(names: readonly LabelledName[]): void {
    const lower = this.#lower
    const lengths = new Map<string, Set<number>>()
    for (const { from, to } of names) {
      const known = lengths.get(lower[from])
      if (known) known.add(to - from)
      else lengths.set(lower[from], new Set([to - from]))
    }
    for (let i = 0; i < lower.length; ) {
      let step = 1
      for (const length of [...(lengths.get(lower[i]) ?? [])].sort((a, b) => b - a)) {
        const row = this.#byName.get(lower.slice(i, i + length).join(' '))
        if (!row || i + length > lower.length) continue
        const own = this.#names[i]
        const isOwn = own !== undefined && own.from === i && own.to === i + length
        const kind = mostOf(row, isOwn ? own.kind : -1)
        if (kind < 0) continue
        this.#matched.fill(kind + 17, i, i + length)
        this.#matched[i] = kind + 1
        step = length
        break
      }
      i += step
    }
  }

  fill(i: number, from: number, to: number, low: Int32Array, out: Int32Array, start: number): number {
    const labels = this.#labels
    const label = (at: number): number => (at < from || at >= to ? -1 : labels[at])
    let n = start
    for (let k = -2; k <= 2; k++) out[n++] = feature(100 + k + 2, label(i + k))
    out[n++] = feature(105, label(i), low[i])
    out[n++] = feature(106, label(i - 1), label(i), label(i + 1))
    const row = this.#words[i]
    const own = kindOfLabel(labels[i])
    const word = mostOf(row, own < 0 ? NO_NAME : own)
    out[n++] = feature(107, word)
    out[n++] = feature(108, word, label(i))
    if (word >= 0) {
      const total = row[ALL] - 1
      const count = row[word] - (word === (own < 0 ? NO_NAME : own) ? 1 : 0)
      out[n++] = feature(109, word, Math.floor((4 * count) / total), Math.min(3, total))
    }
    const name = this.#names[i]
    const counts = this.#named[i]
    if (name && counts) {
      const kind = mostOf(counts, name.kind)
      const others = counts[ALL] - 1
      out[n++] = feature(110, kind, label(i))
      out[n++] = feature(111, kind, name.kind, Math.min(3, others))
    }
    const matched = this.#matched[i]
    out[n++] = feature(112, matched, label(i))
    out[n++] = feature(113, matched, i > from ? this.#matched[i - 1] : -1, i + 1 < to ? this.#matched[i + 1] : -1)
    return n
  }
}

/** How often something is of each kind, outside a name, and at all. */
type Counts = Int32Array
const [NO_NAME, ALL] = [KINDS.length, KINDS.length + 1]

/** Counts one of this kind more; returns the counts of the key. */
function counted(counts: Map<string, Counts>, key: string, kind: number): Counts {
  let row = counts.get(key)
  if (row === undefined) {
    row = new Int32Array(KINDS.length + 2)
    counts.set(key, row)
  }
  row[kind]++
  row[ALL]++
  return row
}

/** The most frequent kind once one count of `own` is taken away (-1: none); -1 where nothing is left. */
function mostOf(row: Counts, own: number): number {
  let best = -1
  let most = 0
  for (let c = 0; c < ALL; c++) {
    const count = row[c] - (c === own ? 1 : 0)
    if (count > most) {
      most = count
      best = c
    }
  }
  return best
}
