import type { Trees } from '../../document/Trees.ts'
import type { Trigger } from '../../vocabulary/Trigger.ts'

/** A trigger word found in the text, with the words that make it up; `token` is its head. */
export interface TriggerMatch {
  readonly trigger: Trigger
  readonly token: number
  readonly words: readonly number[]
}

const VERBAL = new Set(['VERB', 'AUX'])
const NOMINAL = new Set(['NOUN', 'PROPN'])

/** The trigger words by their first or last lemma, for one look-up a token. */
export class TriggerLexicon {
  readonly #verbs = new Map<string, Trigger[]>()
  readonly #nouns = new Map<string, Trigger[]>()

  constructor(triggers: readonly Trigger[]) {
    for (const trigger of triggers) {
      const words = trigger.word.split(' ')
      const [map, key] = trigger.as === 'noun' ? [this.#nouns, words.at(-1)!] : [this.#verbs, words[0]]
      map.set(key, [...(map.get(key) ?? []), trigger])
      // "cease-fire" is three words of the text.
      const parts = words.at(-1)!.split('-')
      if (trigger.as !== 'noun' || parts.length < 2) continue
      const last = parts.at(-1)!
      this.#nouns.set(last, [
        ...(this.#nouns.get(last) ?? []),
        { ...trigger, word: [...words.slice(0, -1), ...parts].join(' ') },
      ])
    }
    for (const list of [...this.#verbs.values(), ...this.#nouns.values()]) {
      list.sort((a, b) => b.word.split(' ').length - a.word.split(' ').length || b.weight - a.weight)
    }
  }

  /** The triggers that the word may be, longest first; several types may share a word. */
  matchesAt(trees: Trees, i: number): TriggerMatch[] {
    const { upos, xpos } = trees.tags[i]
    const lemma = trees.lemma(i)
    const found: TriggerMatch[] = []
    // "Clan hands over rifles", with "hands" read as a noun
    const crowd = upos === 'NOUN' && isCrowdBefore(trees, i)
    const headline = upos === 'NOUN' && trees.relation(i) === 'root' && (xpos === 'NNS' || crowd)
    // "Man with knife wounds two", with "wounds" read as a noun
    const whole = crowd || (headline && trees.child(i, 'obj') >= 0 && trees.child(i, 'nsubj') >= 0)
    if (VERBAL.has(upos) || headline || (upos === 'ADJ' && (/^VB/.test(xpos) || trees.child(i, 'cop') >= 0))) {
      for (const trigger of this.#verbs.get(lemma) ?? this.#verbs.get(stemOf(trees.lower(i))) ?? []) {
        if (((headline && !whole) || (upos === 'ADJ' && !/^VB/.test(xpos))) && !trigger.word.includes(' ')) continue
        const words = verbWords(trees, i, trigger.word.split(' '))
        if (words) found.push({ trigger, token: i, words })
      }
    }
    if (NOMINAL.has(upos) || (xpos === 'VBG' && (isNounLike(trees, i) || isSubject(trees, i)))) {
      const lower = trees.lower(i)
      for (const key of lower === lemma ? [lemma] : [lemma, lower]) {
        for (const trigger of this.#nouns.get(key) ?? []) {
          const words = nounWords(trees, i, trigger.word.split(' '))
          if (words) found.push({ trigger, token: i, words })
        }
      }
    }
    return found.length < 2 ? found : found.sort((a, b) => b.words.length - a.words.length)
  }
}

/** "Thousands march in Lima", read as a march of thousands; "Hundreds protest" */
const isCrowdBefore = (trees: Trees, i: number): boolean =>
  i > 0 &&
  trees.head(i - 1) === i &&
  /^(compound|nsubj)$/.test(trees.relation(i - 1)) &&
  /^NN(P?S)$/.test(trees.tags[i - 1].xpos) &&
  trees.children(i).every((child) => child >= i - 1) &&
  (trees.relation(i - 1) === 'nsubj' ||
    /(ers|ors|ists|ants|ents|ians|men|women|wives|ees|hundreds|thousands|dozens|millions|scores|nurses|mothers|relatives|villagers|crowds|pilots|monks|youths|families)$/.test(
      trees.lower(i - 1),
    ))

/** "the bombing of the bridge": a gerund with an article is a noun, whatever its tag. */
function isNounLike(trees: Trees, i: number): boolean {
  return trees.children(i).some((child) => ['det', 'nmod', 'amod'].includes(trees.plainRelation(child)))
}

/** "Fighting flared near the border": a bare gerund of which something is told */
const isSubject = (trees: Trees, i: number): boolean =>
  trees.relation(i) === 'nsubj' && trees.child(i, 'obj', 'aux', 'nsubj') < 0

/** A verb with its particle or fixed object, in order and within eight words: "set two buses on fire", "opened fire". */
function verbWords(trees: Trees, i: number, words: readonly string[]): number[] | undefined {
  const found = [i]
  let at = i
  for (const word of words.slice(1)) {
    const next = nextWord(trees, i, at, word)
    if (next < 0) return undefined
    found.push(next)
    at = next
  }
  return found
}

function nextWord(trees: Trees, verb: number, after: number, word: string): number {
  const { sentence } = trees.tokens[verb]
  for (let i = after + 1; i < trees.length && i <= after + 8 && trees.tokens[i].sentence === sentence; i++) {
    if (trees.lemma(i) !== word && trees.lower(i) !== word) continue
    if (i === after + 1 || trees.head(i) === verb || (trees.head(i) >= 0 && trees.head(trees.head(i)) === verb))
      return i
  }
  return -1
}

/** The words before the head, side by side, hyphens aside: "car bomb attack". */
function nounWords(trees: Trees, i: number, words: readonly string[]): number[] | undefined {
  const found = [i]
  let at = i - 1
  for (const word of words.slice(0, -1).reverse()) {
    if (at >= 0 && trees.lower(at) === '-') at--
    if (at < 0 || (trees.lemma(at) !== word && trees.lower(at) !== word)) return undefined
    if (trees.tokens[at].sentence !== trees.tokens[i].sentence) return undefined
    found.unshift(at--)
  }
  return found
}

/** A regular verb whose lemma went wrong: "exploded" as "explod", "beheaded" as "beheaded". */
const stemOf = (form: string): string =>
  /(?:at|od|ag|ot|ut|ik|il|iz|is|ir|id|as)ed$/.test(form) ? form.slice(0, -1) : form.replace(/(?:ed|ing)$/, '')
