import type { Trees } from '../../document/Trees.ts'
import type { Context } from './Context.ts'

const NOMINAL = new Set(['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON', 'PART'])
const NOUNS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
const LINKS = /^(?:of|for|from|in|at|with|near|and)$/

/** True for a word of time, which is nobody's name: "Friday", "weeks". */
export const isTime = (trees: Trees, i: number, spansOfTime: ReadonlySet<string>): boolean =>
  spansOfTime.has(trees.lower(i)) || spansOfTime.has(trees.lower(i).replace(/s$/, ''))

/** All whole numbers from the first to the last. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k)

export const isRelative = (trees: Trees, i: number): boolean =>
  i >= 0 &&
  (/^W(?:P|DT)/.test(trees.tags[i].xpos) ||
    (trees.lower(i) === 'that' && trees.relation(trees.head(i) < 0 ? i : trees.head(i)) === 'acl:relcl'))

export const isTensed = (trees: Trees, i: number): boolean => /^(?:VB[DZP]|MD)$/.test(trees.tags[i].xpos)

/**
 * The noun phrase that ends at `last`, by the classes of its words, whatever the tree says; empty where there is none.
 * Words that open another phrase are no part of it: ", the head of the mine" stops at the comma.
 */
export function nounPhraseUpTo(trees: Trees, last: number): number[] {
  const { sentence } = trees.tokens[last] ?? { sentence: -1 }
  if (sentence < 0 || !NOUNS.has(trees.tags[last].upos)) return []
  let from = last
  for (let i = last; i >= 0 && last - i < 14 && trees.tokens[i].sentence === sentence; i--) {
    const { upos, xpos } = trees.tags[i]
    if (LINKS.test(trees.lower(i)) && i < last && from === i + 1) {
      const before = i - 1
      if (before < 0 || !['NOUN', 'PROPN', 'NUM', 'PRON'].includes(trees.tags[before].upos)) break
      continue
    }
    if (!NOMINAL.has(upos) && !/^VB[NG]$/.test(xpos)) break
    // "Tuesday the mayor": a determiner begins the phrase, unless a preposition stands before it.
    if (upos === 'PRON' && xpos === 'PRP') {
      if (i === last) from = i
      break
    }
    if (isRelative(trees, i)) break
    from = i
    if (upos === 'DET' && !(i > 0 && LINKS.test(trees.lower(i - 1)))) break
  }
  while (from < last && (LINKS.test(trees.lower(from)) || trees.tags[from].upos === 'PART')) from++
  return range(from, last)
}

/**
 * The noun phrase with its relative clause that ends right before a verb: "a boy who came back | described".
 * Adverbs and auxiliaries between the two are passed over.
 */
export function phraseBefore({ trees, quotes }: Context, cue: number): number[] {
  let last = cue - 1
  while (last >= 0 && ['ADV', 'AUX'].includes(trees.tags[last].upos) && !isRelative(trees, last)) last--
  if (last < 0 || trees.tokens[last].sentence !== trees.tokens[cue].sentence || quotes.at[last] !== quotes.at[cue])
    return []
  for (let i = last; i >= 0 && cue - i < 12 && trees.tokens[i].sentence === trees.tokens[cue].sentence; i--) {
    if (trees.tags[i].upos === 'PUNCT' || /^(?:SCONJ|CCONJ)$/.test(trees.tags[i].upos)) break
    if (!/^(?:who|which|that)$/.test(trees.lower(i)) || !/^W/.test(trees.tags[i].xpos)) continue
    if (!range(i, cue - 1).some((k) => isTensed(trees, k) || trees.tags[k].xpos === 'VBN')) return []
    const noun = phraseUpTo(trees, i - 1)
    return noun.length > 0 ? range(noun[0], cue - 1) : []
  }
  return nounPhraseUpTo(trees, last)
}

/** The noun phrase up to `last`, also "One 16-year-old", whose age the tagger may have as an adjective. */
export function phraseUpTo(trees: Trees, last: number): number[] {
  const noun = nounPhraseUpTo(trees, last)
  if (noun.length > 0 || last < 0 || trees.tags[last].upos !== 'ADJ') return noun
  let from = last
  while (from > 0 && (NOMINAL.has(trees.tags[from - 1].upos) || trees.tags[from - 1].xpos === 'HYPH')) from--
  return range(from, last)
}
