import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../src/document/Document.ts'
import { Trees } from '../src/document/Trees.ts'
import { certaintyFeatures, MOST_CERTAINTY_FEATURES } from '../src/stages/certainty/certaintyFeatures.ts'
import { certaintyViewOf } from '../src/stages/certainty/certaintyViewOf.ts'
import { MOST_REGISTER_FEATURES, registerFeatures } from '../src/stages/certainty/registerFeatures.ts'
import { parseCertaintyWords } from '../src/vocabulary/CertaintyWords.ts'
import { parseReportingVerbs } from '../src/vocabulary/ReportingVerbs.ts'
import { parsedDocuments } from './parsedDocuments.ts'
import { SparseRegression } from './SparseRegression.ts'
import type { TrainingOptions } from './train.ts'

/** A line of the corpora. */
export interface CertaintyLine {
  readonly text: string
  readonly predicates: readonly { readonly start: number; readonly end: number; readonly value: number }[]
}

/** One corpus with its trees. Only news marks nouns that name events. */
export interface CertaintyCorpus {
  readonly register: 'news' | 'web'
  readonly documents: readonly Document[]
  readonly lines: readonly CertaintyLine[]
}

/** The models of the stage, ready to be written. */
export interface CertaintyBytes {
  readonly news: Uint8Array
  readonly web: Uint8Array
  readonly register: Uint8Array
}

/** Trains the regression of the certainty of predicates on UW (news) and UDS-IH2 (web text). */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const corpora = [
    { file: 'uw-train', register: 'news' as const },
    { file: 'uds-ih2-train', register: 'web' as const },
  ].map(({ file, register }): CertaintyCorpus => {
    const lines = readFileSync(join(data, `tables/certainty/dev/${file}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as CertaintyLine)
      .filter((_, i) => !heldOut || i % 10 !== 0)
    return { register, lines, documents: parsedDocuments(lines) }
  })
  // Sentences of the attribution corpus, without their gold, are more news to tell from web text.
  const news = readFileSync(join(data, 'tables/attribution/dev/train.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { text: string })
  for (const [name, bytes] of Object.entries(trainCertainty(corpora, parsedDocuments(news)))) {
    writeFileSync(join(models, `certainty-${name}.bin`), bytes)
    console.log(`certainty-${name}: ${bytes.length} bytes`)
  }
}

export const certaintyVocabulary = () => ({
  reportingVerbs: parseReportingVerbs(
    readFileSync('vocabulary/lexicons/reporting-verbs.json', 'utf8'),
    'reporting-verbs',
  ),
  certaintyWords: parseCertaintyWords(
    readFileSync('vocabulary/lexicons/certainty-words.json', 'utf8'),
    'certainty-words',
  ),
})

/** One sentence in this many of the plain news is taken, to have about as much news as web text. */
const EVERY = 5

/**
 * Readers of news (UW) and of web text (UDS-IH2) used the scale differently: what is planned is 1 to the former, -1 to the
 * latter. Each register has a model of its own, and a third tells them apart.
 */
export function trainCertainty(corpora: readonly CertaintyCorpus[], news: readonly Document[]): CertaintyBytes {
  const vocabulary = certaintyVocabulary()
  const regressions = { news: new SparseRegression(), web: new SparseRegression() }
  const registers = new SparseRegression()
  const features = new Int32Array(MOST_CERTAINTY_FEATURES)
  const words = new Int32Array(MOST_REGISTER_FEATURES)
  const nouns = new Map<string, { marked: number; all: number }>()
  for (const document of news) {
    const trees = Trees.of(document)
    document.get('sentences').forEach(({ from, to }, i) => {
      if (i % EVERY === 0) registers.add(words, registerFeatures(trees, words, from, to), 1)
    })
  }
  for (const { register, documents, lines } of corpora) {
    documents.forEach((document, line) => {
      const trees = Trees.of(document)
      const view = certaintyViewOf(trees, document.get('sentences'), vocabulary)
      const marked = new Set<number>()
      registers.add(words, registerFeatures(trees, words), register === 'news' ? 1 : 0)
      for (const { start, end, value } of lines[line].predicates) {
        const i = trees.tokens.findIndex((token) => token.start < end && start < token.end)
        if (i < 0) continue
        marked.add(i)
        regressions[register].add(features, certaintyFeatures(view, i, features), value)
      }
      for (let i = 0; register === 'news' && i < trees.length; i++) {
        if (trees.tags[i].upos !== 'NOUN') continue
        const count = nouns.get(trees.lemma(i)) ?? { marked: 0, all: 0 }
        nouns.set(trees.lemma(i), { marked: count.marked + (marked.has(i) ? 1 : 0), all: count.all + 1 })
      }
    })
  }
  const eventNouns = [...nouns].filter(([, { marked, all }]) => marked / all >= 0.15).map(([lemma]) => lemma)
  const settings = { loss: 'absolute', epochs: 12, rate: 0.05, least: 3 } as const
  return {
    news: regressions.news.fit(settings).toBytes({ eventNouns: eventNouns.sort() }),
    web: regressions.web.fit(settings).toBytes(),
    register: registers.fit({ loss: 'logistic', epochs: 8, rate: 0.1, least: 4 }).toBytes(),
  }
}
