import { feature, hashString } from '../../learned/featureHash.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { wordForm, wordShape } from '../../learned/wordForm.ts'

export const MOST_LEMMA_FEATURES = 24

/** Words longer than this are their own lemma: no such word of English is inflected. */
const LONGEST = 40
const MOST_REMEMBERED = 100_000

/**
 * The dictionary form of a word, given its tag: "were" VBD is "be", "allies" NNS is "ally", "Bombings" NNS is "bombing".
 * The model chooses how to change the word. A class is an edit: "L 3 y" puts the word in lower case, takes three letters
 * off its end and adds "y"; "K 0 " keeps the word as it is.
 */
export class Lemmatizer {
  readonly #model: LinearModel
  readonly #edits: readonly Edit[]
  readonly #scores: Float32Array
  readonly #buffer = new Int32Array(MOST_LEMMA_FEATURES)
  readonly #verbs: ReadonlySet<string>
  readonly #remembered = new Map<string, string>()

  /** `verbs` are lemmas known to exist: they decide where the model is a letter off. */
  constructor(model: LinearModel, verbs: ReadonlySet<string> = new Set()) {
    this.#model = model
    this.#verbs = verbs
    this.#edits = model.classes.map(parseEdit)
    this.#scores = new Float32Array(model.classes.length)
  }

  lemma(word: string, xpos: string): string {
    if (word.length > LONGEST) return word
    const key = `${xpos} ${word}`
    const known = this.#remembered.get(key)
    if (known !== undefined) return known
    this.#model.scores(this.#buffer, lemmaFeatures(word, xpos, this.#buffer), this.#scores)
    // The best edit that the word is long enough for and that leaves something.
    let best = -1
    for (const [i, edit] of this.#edits.entries()) {
      const possible = edit.strip < word.length || (edit.strip === word.length && edit.add !== '')
      if (possible && (best < 0 || this.#scores[i] > this.#scores[best])) best = i
    }
    const edited = best < 0 ? word : applyEdit(this.#edits[best], word)
    const lemma = xpos.startsWith('V') ? this.#settled(edited) : edited
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(key, lemma)
    return lemma
  }

  /** "blam" for "blamed" is "blame" where that verb is known, "bann" for "banned" is "ban"; a verb that is known itself stays. */
  #settled(lemma: string): string {
    if (this.#verbs.has(lemma)) return lemma
    if (this.#verbs.has(`${lemma}e`)) return `${lemma}e`
    const single = lemma.slice(0, -1)
    return DOUBLED.test(lemma) && this.#verbs.has(single) ? single : lemma
  }
}

/** "bann", and the "n" it should have lost. */
const DOUBLED = /([bdglmnprt])\1$/

interface Edit {
  readonly lower: boolean
  readonly strip: number
  readonly add: string
}

function parseEdit(text: string): Edit {
  const [mode, strip, add] = text.split(' ')
  return { lower: mode === 'L', strip: Number(strip), add }
}

function applyEdit({ lower, strip, add }: Edit, word: string): string {
  const base = lower ? word.toLowerCase() : word
  return base.slice(0, base.length - strip) + add
}

/** The edit that makes `lemma` of `word`. */
export function editOf(word: string, lemma: string): string {
  const [kept, lower] = [sharedLength(word, lemma), sharedLength(word.toLowerCase(), lemma)]
  return kept > lower
    ? `K ${word.length - kept} ${lemma.slice(kept)}`
    : `L ${word.length - lower} ${lemma.slice(lower)}`
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** Fills `out` with the features of a word with its tag. */
export function lemmaFeatures(word: string, xpos: string, out: Int32Array): number {
  const form = wordForm(word)
  const tag = hashString(xpos)
  const shape = wordShape(word) & 67
  const vowels = /^[^aeiou]*[aeiouy]+[^aeiou]*$/.test(form.replace(/(?:ing|ed|e?s|er|est)$/, '')) ? 1 : 0
  let n = 0
  out[n++] = feature(1, tag, shape)
  out[n++] = feature(2, tag, hashString(form))
  out[n++] = feature(3, hashString(form), shape)
  out[n++] = feature(4, hashString(word), tag)
  for (let size = 1; size <= 6 && size <= form.length; size++) {
    out[n++] = feature(10 + size, tag, hashString(form, form.length - size))
  }
  for (let size = 2; size <= 4 && size <= form.length; size++) {
    out[n++] = feature(20 + size, tag, hashString(form, form.length - size), shape)
    out[n++] = feature(30 + size, tag, hashString(form, form.length - size), vowels)
  }
  return n
}
