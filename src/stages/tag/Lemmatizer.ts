import { feature, hashString } from '../../learned/featureHash.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { WordClusters } from '../../learned/WordClusters.ts'
import { wordForm, wordShape } from '../../learned/wordForm.ts'

export const MOST_LEMMA_FEATURES = 24

/** Words longer than this are their own lemma: no such word of English is inflected. */
const LONGEST = 40
/** Words of one tag. */
const MOST_REMEMBERED = 20_000

/**
 * The dictionary form of a word, given its tag: "were" VBD is "be", "allies" NNS is "ally", "Bombings" NNS is "bombing".
 * The model chooses how to change the word. A class is an edit: "L ies y" puts the word in lower case and makes "y" of the
 * "ies" at its end; "K" keeps the word as it is; "L d e fled/VBD" is for "fled" alone, and for a VBD without further ado.
 */
export class Lemmatizer {
  readonly #model: LinearModel
  readonly #edits: readonly Edit[]
  readonly #scores: Float32Array
  readonly #buffer = new Int32Array(MOST_LEMMA_FEATURES)
  readonly #verbs: ReadonlySet<string>
  readonly #clusters: WordClusters
  /** edits of one word with one tag: "fled/VBD" */
  readonly #exceptions = new Map<string, Edit>()
  /** Lemmas found before, by tag and word. */
  readonly #remembered = new Map<string, Map<string, string>>()

  /** `verbs` are lemmas known to exist: they decide where the model is a letter off; so do the words of `clusters`. */
  constructor(model: LinearModel, verbs: ReadonlySet<string> = new Set(), clusters: WordClusters = WordClusters.none) {
    this.#model = model
    this.#verbs = verbs
    this.#clusters = clusters
    this.#edits = model.classes.map(parseEdit)
    for (const edit of this.#edits) for (const key of edit.only) this.#exceptions.set(key, edit)
    this.#scores = new Float32Array(model.classes.length)
  }

  lemma(word: string, xpos: string): string {
    if (word.length > LONGEST) return word
    // The treebanks write a short dash as a hyphen, and the rest as it stands.
    if (DASHES.test(word)) return word === '–' || word === '--' ? '-' : word
    let remembered = this.#remembered.get(xpos)
    if (remembered === undefined) {
      remembered = new Map()
      this.#remembered.set(xpos, remembered)
    }
    const known = remembered.get(word)
    if (known !== undefined) return known
    const lemma = xpos === 'CD' && THOUSANDS.test(word) ? word.replaceAll(',', '') : this.#edited(word, xpos)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(word, lemma)
    return lemma
  }

  #edited(word: string, xpos: string): string {
    const form = word.toLowerCase()
    const exception = this.#exceptions.get(`${word}/${xpos}`) ?? this.#exceptions.get(`${form}/${xpos}`)
    if (exception) return applyEdit(exception, word)
    this.#model.scores(this.#buffer, lemmaFeatures(word, xpos, this.#buffer), this.#scores)
    let best = -1
    for (const [i, edit] of this.#edits.entries()) {
      if ((best < 0 || this.#scores[i] > this.#scores[best]) && isFor(edit, form, xpos, word[0] !== form[0])) best = i
    }
    const edited = best < 0 ? word : applyEdit(this.#edits[best], word)
    const isRule = best >= 0 && this.#edits[best].strip !== '' && this.#edits[best].only.length === 0
    return isRule && INFLECTED.test(xpos) ? this.#settled(edited, xpos.startsWith('V'), form) : edited
  }

  /**
   * A rule may be a letter off. "blam" for "blamed" is "blame" where that verb is known, "bann" for "banned" is "ban"; a
   * verb that is known itself stays. Failing that, a word will do where the edited one is none: "provoke", as there is no
   * "provok"; "hot" for "hott", "gas" for "gase".
   */
  #settled(lemma: string, isVerb: boolean, form: string): string {
    // "raping" is of "rape", since "rap" would double its letter
    if (isVerb && SHORT.test(lemma) && UNDOUBLED.test(form.slice(lemma.length)) && this.#verbs.has(`${lemma}e`))
      return `${lemma}e`
    if (isVerb && this.#verbs.has(lemma)) return lemma
    const single = isVerb ? SINGLE.exec(lemma)?.[1] : undefined
    // "ramme" of "rammed"
    if (single !== undefined && lemma.endsWith('e') && this.#isWord(single)) return single
    const rivals = [...(DOUBLED.test(lemma) ? [lemma.slice(0, -1)] : []), `${lemma}e`]
    // "recal" of "recalling", "upbraide" of "upbraided"
    const off = [...rivals, lemma + lemma.at(-1), ...(lemma.endsWith('e') ? [lemma.slice(0, -1)] : [])]
    const verb = isVerb ? off.find((rival) => this.#verbs.has(rival)) : undefined
    if (verb !== undefined) return verb
    if (this.#isWord(lemma)) return lemma
    if (lemma.endsWith('e')) rivals.push(lemma.slice(0, -1))
    return rivals.find((rival) => this.#isWord(rival)) ?? lemma
  }

  #isWord(form: string): boolean {
    return this.#clusters.at(hashString(form), 0) > 0
  }
}

const DASHES = /^[-–—.…]+$/

/** "1,200" is 1200. */
const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d+)?$/

/** "ram" of "ramm" and "ramme" */
const SINGLE = /^(.*([bdgmnprt]))\2e?$/

/** A verb of one short syllable: "rap", "hop" */
const SHORT = /^[^aeiou]+[aeiou][bdgmnprt]$/
const UNDOUBLED = /^(ing|ed)$/

/** Tags of inflected forms. */
const INFLECTED = /^(V..?|NNS|JJ[RS]|RB[RS])$/

/** "bann", and the "n" it should have lost. */
const DOUBLED = /([bdglmnprt])\1$/

interface Edit {
  readonly lower: boolean
  readonly strip: string
  readonly add: string
  /** the words it is for alone, with their tag or its first letter: "fled/VBD"; empty where it is a rule */
  readonly only: readonly string[]
  readonly forms: ReadonlySet<string>
}

function parseEdit(text: string): Edit {
  const [mode, strip = '', add = '', list = ''] = text.split(' ')
  const only = list === '' ? [] : list.split('|')
  return {
    lower: mode === 'L',
    strip,
    add,
    only,
    forms: new Set(only.map((key) => key.slice(0, key.lastIndexOf('/')))),
  }
}

/** A rule is for words with that ending; a name keeps its ending and its capital: "Reynolds" is no plural. */
function isFor({ lower, strip, add, only, forms }: Edit, form: string, xpos: string, capital: boolean): boolean {
  if (only.length > 0) return forms.has(`${form}/${xpos[0]}`.toLowerCase())
  if ((xpos === 'NNP' && strip !== '') || (capital && lower && xpos.startsWith('NNP'))) return false
  return form.endsWith(strip) && (form.length > strip.length || add !== '')
}

function applyEdit({ lower, strip, add }: Edit, word: string): string {
  const base = lower ? word.toLowerCase() : word
  return base.slice(0, base.length - strip.length) + add
}

/** The edit that makes `lemma` of `word`: "L ies y" of "allies" and "ally". */
export function editOf(word: string, lemma: string): string {
  const form = word.toLowerCase()
  const [kept, lower] = [sharedLength(word, lemma), sharedLength(form, lemma)]
  return kept > lower
    ? `K ${form.slice(kept)} ${lemma.slice(kept)}`.trimEnd()
    : `L ${form.slice(lower)} ${lemma.slice(lower)}`.trimEnd()
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
