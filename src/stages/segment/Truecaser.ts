import { feature, hashString } from '../../learned/featureHash.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { wordForm } from '../../learned/wordForm.ts'
import { type WrittenNames, withWrittenNames } from './writtenNames.ts'

export const MOST_CASE_FEATURES = 48

/** How a word is written in running text: "troops", "Kabul", "NATO", and what has a form of its own: "McKay". */
export const CASES = ['lower', 'title', 'upper', 'mixed'] as const
export type Case = (typeof CASES)[number]

/**
 * Gives words of a text in capitals the case that they have in running text:
 *
 *     THE ARMY SAID GENERAL NOOR LEFT KABUL  →  The army said General Noor left Kabul
 *
 * from left to right, by the word, its neighbours, their clusters, and the decisions before.
 */
export class Truecaser {
  readonly #model: LinearModel
  readonly #features: CaseFeatures
  readonly #mixed: ReadonlyMap<string, string>
  readonly #names: WrittenNames
  readonly #scores: Float32Array
  readonly #buffer = new Int32Array(MOST_CASE_FEATURES)

  /** `names` of several words are written with capitals whatever the model makes of their words. */
  constructor(model: LinearModel, clusters: WordClusters, names: WrittenNames = new Map()) {
    this.#model = model
    this.#names = names
    this.#features = new CaseFeatures(clusters)
    this.#mixed = new Map(((model.meta['mixed'] ?? []) as string[]).map((word) => [word.toLowerCase(), word]))
    this.#scores = new Float32Array(model.classes.length)
  }

  /** The words of one sentence, recased. */
  recase(words: readonly string[]): string[] {
    this.#features.begin(words)
    let [before, before2] = [0, 0]
    const recased = words.map((word, i) => {
      let best = 0
      if (/\p{L}/u.test(word.slice(0, 64))) {
        this.#model.scores(this.#buffer, this.#features.fill(i, before, before2, this.#buffer), this.#scores)
        if (!this.#mixed.has(word.toLowerCase())) this.#scores[CASES.indexOf('mixed')] = Number.NEGATIVE_INFINITY
        best = this.#model.best(this.#scores)
      }
      before2 = before
      before = best
      return this.#write(word, CASES[best])
    })
    return withWrittenNames(recased, this.#names)
  }

  #write(word: string, as: Case): string {
    const lower = word.toLowerCase()
    if (as === 'lower') return lower
    if (as === 'mixed') return this.#mixed.get(lower) ?? lower
    if (as === 'upper') return word
    // "O'Neill"
    return lower.replace(/^(?:\p{L}|\p{L}['’]\p{L})/u, (head) => head.toUpperCase())
  }
}

/** What the case of a word rests on; the trainer and `Truecaser` use the same. */
export class CaseFeatures {
  readonly #clusters: WordClusters
  #forms: string[] = []
  #hashes: number[] = []

  constructor(clusters: WordClusters) {
    this.#clusters = clusters
  }

  begin(words: readonly string[]): void {
    this.#forms = words.map(wordForm)
    this.#hashes = this.#forms.map((form) => hashString(form))
  }

  /** Fills `out` for word `i`; `before` and `before2` are the cases of the words before. */
  fill(i: number, before: number, before2: number, out: Int32Array): number {
    const form = this.#forms[i]
    const at = (k: number): number => this.#hashes[k] ?? k - i
    const cluster = (k: number, level: number): number => this.#clusters.at(at(k), level)
    const word = at(i)
    const size = form.length
    const start = i === 0 ? 2 : /^["'([]|--$/.test(this.#forms[i - 1]) ? 1 : 0
    const vowels = /[aeiouy]/.test(form) ? 1 : 0
    const past = before * 4 + before2
    let n = 0
    out[n++] = feature(1, word)
    out[n++] = feature(2, word, start)
    out[n++] = feature(3, word, before)
    out[n++] = feature(4, at(i - 1), word)
    out[n++] = feature(5, word, at(i + 1))
    out[n++] = feature(6, at(i - 1), before)
    out[n++] = feature(7, at(i + 1))
    out[n++] = feature(8, at(i - 1), at(i + 1))
    out[n++] = feature(9, past, start)
    out[n++] = feature(10, at(i - 2), at(i - 1), word)
    for (let level = 0; level < 3; level++) {
      out[n++] = feature(11 + level, cluster(i, level))
      out[n++] = feature(14 + level, cluster(i, level), before)
      out[n++] = feature(17 + level, cluster(i, level), cluster(i + 1, level))
      out[n++] = feature(20 + level, cluster(i - 1, level), cluster(i, level), before)
    }
    for (let k = 1; k <= 4; k++) out[n++] = feature(30 + k, hashString(form, Math.max(0, size - k)))
    for (let k = 2; k <= 4; k++) out[n++] = feature(40 + k, hashString(form, 0, Math.min(size, k)))
    out[n++] = feature(50, Math.min(size, 7), vowels)
    out[n++] = feature(51, Math.min(size, 7), vowels, before)
    out[n++] = feature(52, cluster(i, 2), past, start)
    out[n++] = feature(53, hashString(form, Math.max(0, size - 3)), cluster(i, 0), before)
    out[n++] = feature(54, at(i - 1) === hashString('(') || at(i - 1) === hashString('[') ? 1 : 0, size)
    out[n++] = feature(55, cluster(i, 1), at(i - 1))
    out[n++] = feature(56, cluster(i, 1), at(i + 1))
    return n
  }
}
