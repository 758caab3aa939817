import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Trees } from '../src/document/Trees.ts'
import { certaintyFeatures, MOST_CERTAINTY_FEATURES } from '../src/stages/certainty/certaintyFeatures.ts'
import { certaintyViewOf } from '../src/stages/certainty/certaintyViewOf.ts'
import { parseCertaintyWords } from '../src/vocabulary/CertaintyWords.ts'
import { parseReportingVerbs } from '../src/vocabulary/ReportingVerbs.ts'
import { parsedDocuments } from './parsedDocuments.ts'
import { SparseRegression } from './SparseRegression.ts'
import type { TrainingOptions } from './train.ts'

interface Line {
  readonly text: string
  readonly predicates: readonly { readonly start: number; readonly end: number; readonly value: number }[]
}

/** The corpora, and how much an example of each weighs: the news of UW is nearer to what is read than web text. */
const CORPORA = [
  { file: 'uw-train', weight: 1 },
  { file: 'uds-ih2-train', weight: 1 },
]

/** Trains the regression of the certainty of predicates on UW and UDS-IH2. */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const vocabulary = {
    reportingVerbs: parseReportingVerbs(readFileSync('vocabulary/reporting-verbs.json', 'utf8'), 'reporting-verbs'),
    certaintyWords: parseCertaintyWords(readFileSync('vocabulary/certainty-words.json', 'utf8'), 'certainty-words'),
  }
  const regression = new SparseRegression()
  const features = new Int32Array(MOST_CERTAINTY_FEATURES)
  const nouns = new Map<string, { marked: number; all: number }>()
  for (const { file, weight } of CORPORA) {
    const lines = readFileSync(join(data, `tables/certainty/dev/${file}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
      .filter((_, i) => !heldOut || i % 10 !== 0)
    parsedDocuments(lines).forEach((document, line) => {
      const trees = Trees.of(document)
      const view = certaintyViewOf(trees, document.get('sentences'), vocabulary)
      const marked = new Set<number>()
      for (const { start, end, value } of lines[line].predicates) {
        const i = trees.tokens.findIndex((token) => token.start < end && start < token.end)
        if (i < 0) continue
        marked.add(i)
        regression.add(features, certaintyFeatures(view, i, features), value, weight)
      }
      if (!file.startsWith('uw')) return
      for (let i = 0; i < trees.length; i++) {
        if (trees.tags[i].upos !== 'NOUN') continue
        const count = nouns.get(trees.lemma(i)) ?? { marked: 0, all: 0 }
        nouns.set(trees.lemma(i), { marked: count.marked + (marked.has(i) ? 1 : 0), all: count.all + 1 })
      }
    })
  }
  const eventNouns = [...nouns].filter(([, { marked, all }]) => marked / all >= 0.3).map(([lemma]) => lemma)
  const model = regression.fit({ loss: 'huber', epochs: 12, rate: 0.05, least: 3 })
  const bytes = model.toBytes({ eventNouns: eventNouns.sort() })
  writeFileSync(join(models, 'certainty.bin'), bytes)
  console.log(`certainty: ${regression.examples} predicates, ${bytes.length} bytes`)
}
