import { filled } from '../../base/filled.ts'
import type { Document } from '../../document/Document.ts'
import type { Sentence, TokenVectors } from '../../document/Layers.ts'
import { Trees } from '../../document/Trees.ts'
import { hashString } from '../../learned/featureHash.ts'
import type { ReportingNouns } from '../../vocabulary/ReportingNouns.ts'
import type { ReportingVerb, ReportingVerbs } from '../../vocabulary/ReportingVerbs.ts'
import { type Quotes, quotesOf } from './Quotes.ts'

/** Longer words are known by their beginning. */
const LONGEST_WORD = 40

/** The words that the attributions are read with. */
export interface ReportingVocabulary {
  readonly reportingVerbs: ReportingVerbs
  readonly reportingNouns: ReportingNouns
}

/**
 * A document as the attributions look at it: its trees, its quotations, and everything that features are made of as
 * integers, hashed once.
 */
export class Context {
  readonly document: Document
  readonly trees: Trees
  readonly quotes: Quotes
  readonly vectors: TokenVectors
  readonly lower: Int32Array
  readonly lemma: Int32Array
  readonly upos: Int32Array
  readonly xpos: Int32Array
  readonly relation: Int32Array
  /** paragraph, `[from, to)` of it in tokens, by token */
  readonly paragraph: Int32Array
  readonly paragraphFrom: readonly number[]
  readonly paragraphTo: readonly number[]
  readonly sentences: readonly Sentence[]
  /** hash of what kind of paragraph each is, by paragraph */
  readonly paragraphKind: readonly number[]
  /** hash of what the vocabulary says of the word: act and kind of content; 0 where it says nothing */
  readonly known: Int32Array

  constructor(document: Document, vocabulary: ReportingVocabulary) {
    this.document = document
    this.trees = Trees.of(document)
    this.quotes = quotesOf(document)
    this.vectors = document.get('vectors')
    const { tokens, tags } = this.trees
    const sentences = document.get('sentences')
    this.sentences = sentences
    this.paragraphKind = document.get('paragraphs').map(({ kind }) => hashString(kind))
    const byToken = (valueAt: (i: number) => number): Int32Array => filled(new Int32Array(tokens.length), valueAt)
    this.lower = byToken((i) => hashString(this.trees.lower(i).slice(0, LONGEST_WORD)))
    this.lemma = byToken((i) => hashString(this.trees.lemma(i).slice(0, LONGEST_WORD)))
    this.upos = byToken((i) => hashString(tags[i].upos))
    this.xpos = byToken((i) => hashString(tags[i].xpos))
    this.relation = byToken((i) => hashString(this.trees.relation(i)))
    this.paragraph = byToken((i) => sentences[tokens[i].sentence]?.paragraph ?? 0)
    const from: number[] = []
    const to: number[] = []
    for (let i = 0; i < tokens.length; i++) {
      from[this.paragraph[i]] ??= i
      to[this.paragraph[i]] = i + 1
    }
    this.paragraphFrom = from
    this.paragraphTo = to
    this.known = byToken((i) => {
      const key = knownWord(vocabulary, this.trees, i)
      return key === '' ? 0 : hashString(key)
    })
  }

  get length(): number {
    return this.trees.length
  }
}

/** What is known of a verb; the lemmatiser may take a final e off one it has never seen ("blamed": "blam"), or add one ("shoute"). */
export const reportingVerb = (verbs: ReportingVerbs, lemma: string): ReportingVerb | undefined =>
  verbs.get(lemma) ?? verbs.get(`${lemma}e`) ?? (lemma.endsWith('e') ? verbs.get(lemma.slice(0, -1)) : undefined)

/** "v says", "n denies", "p says": the vocabulary's act for a word, by its part of speech; empty where it has none. */
function knownWord({ reportingVerbs, reportingNouns }: ReportingVocabulary, trees: Trees, i: number): string {
  const { upos } = trees.tags[i]
  const lemma = trees.lemma(i)
  if (upos === 'VERB' || upos === 'AUX') {
    const verb = reportingVerb(reportingVerbs, lemma)
    return verb === undefined ? '' : `v ${verb.act ?? 'none'} ${verb.takes.includes('quote') ? 'q' : ''}`
  }
  if (upos === 'NOUN') {
    const noun = reportingNouns.nouns.get(lemma)
    return noun === undefined ? '' : `n ${noun.act}`
  }
  if (upos === 'ADJ') {
    const adjective = reportingNouns.adjectives.get(lemma)
    if (adjective !== undefined) return `a ${adjective.act}`
  }
  const phrase = reportingNouns.phrases.get(trees.lower(i))
  return phrase === undefined ? '' : `p ${phrase.act}`
}
