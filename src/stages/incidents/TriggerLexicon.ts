import type { Trees } from '../../document/Trees.ts'
import type { Trigger } from '../../vocabulary/Trigger.ts'

/** A trigger word found in the text, with the words that make it up; `token` is its head. */
export interface TriggerMatch {
  readonly trigger: Trigger
  readonly token: number
  readonly words: readonly number[]
}

/** A trigger with its words one by one. */
interface Entry {
  readonly trigger: Trigger
  readonly words: readonly string[]
}

const VERBAL = new Set(['VERB', 'AUX'])
const NOMINAL = new Set(['NOUN', 'PROPN'])

/** The trigger words by their first or last lemma, for one look-up a token. */
export class TriggerLexicon {
  readonly #verbs: ReadonlyMap<string, readonly Entry[]>
  readonly #nouns: ReadonlyMap<string, readonly Entry[]>

  constructor(triggers: readonly Trigger[]) {
    const isNoun = ({ as }: Trigger): boolean => as === 'noun'
    this.#verbs = byKey(triggers.filter((trigger) => !isNoun(trigger)).map(entryOf), ({ words }) => words[0])
    this.#nouns = byKey(triggers.filter(isNoun).flatMap(nounEntries), ({ words }) => words.at(-1)!)
  }

  /** The triggers that the word may be, longest first; several types may share a word. */
  matchesAt(trees: Trees, i: number): TriggerMatch[] {
    const { upos, xpos } = trees.tags[i]
    const isGerund = xpos === 'VBG'
    if (!VERBAL.has(upos) && !NOMINAL.has(upos) && upos !== 'ADJ' && !isGerund) return []
    const lemma = trees.lemma(i)
    const found: TriggerMatch[] = []
    // "Clan hands over rifles", with "hands" read as a noun
    const crowd = upos === 'NOUN' && isCrowdBefore(trees, i)
    const headline = upos === 'NOUN' && trees.relation(i) === 'root' && (xpos === 'NNS' || crowd)
    // "Man with knife wounds two", with "wounds" read as a noun
    const whole = crowd || (headline && trees.child(i, 'obj') >= 0 && trees.child(i, 'nsubj') >= 0)
    if (VERBAL.has(upos) || headline || (upos === 'ADJ' && (/^VB/.test(xpos) || trees.child(i, 'cop') >= 0))) {
      for (const entry of this.#verbs.get(lemma) ?? this.#verbs.get(stemOf(trees.lower(i))) ?? []) {
        if (((headline && !whole) || (upos === 'ADJ' && !/^VB/.test(xpos))) && entry.words.length === 1) continue
        const words = verbWords(trees, i, entry.words)
        if (words) found.push({ trigger: entry.trigger, token: i, words })
      }
    }
    if (NOMINAL.has(upos) || (isGerund && (isNounLike(trees, i) || isSubject(trees, i)))) {
      const lower = trees.lower(i)
      for (const key of lower === lemma ? [lemma] : [lemma, lower]) {
        for (const entry of this.#nouns.get(key) ?? []) {
          const words = nounWords(trees, i, entry.words)
          if (words) found.push({ trigger: entry.trigger, token: i, words })
        }
      }
    }
    return found.length < 2 ? found : found.sort((a, b) => b.words.length - a.words.length)
  }
}

const entryOf = (trigger: Trigger): Entry => ({ trigger, words: trigger.word.split(' ') })

/** A noun as one word of the text, and as three: "cease-fire". */
function nounEntries(trigger: Trigger): Entry[] {
  const { words } = entryOf(trigger)
  const parts = words.at(-1)!.split('-')
  if (parts.length < 2) return [{ trigger, words }]
  const apart = [...words.slice(0, -1), ...parts]
  return [
    { trigger, words },
    { trigger: { ...trigger, word: apart.join(' ') }, words: apart },
  ]
}

/** Those of one key together, the longest first. */
function byKey(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> {
  const groups = Map.groupBy(entries, keyOf)
  for (const group of groups.values())
    group.sort((a, b) => b.words.length - a.words.length || b.trigger.weight - a.trigger.weight)
  return groups
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
