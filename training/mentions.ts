import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../src/document/Document.ts'
import { LinearModel } from '../src/learned/LinearModel.ts'
import { WordClusters } from '../src/learned/WordClusters.ts'
import { reportOf } from '../src/model/Report.ts'
import { createReader } from '../src/reader/createReader.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { headsToJudge } from '../src/stages/mentions/findCandidates.ts'
import { HEAD_KINDS } from '../src/stages/mentions/HeadKinds.ts'
import { headFeatures, MOST_HEAD_FEATURES } from '../src/stages/mentions/headFeatures.ts'
import { openStory, type StoryResources } from '../src/stages/mentions/openStory.ts'
import { RankView } from '../src/stages/mentions/RankView.ts'
import { isOpen } from '../src/stages/mentions/rankAntecedents.ts'
import { MOST_RANK_FEATURES, newFeatures, pairFeatures } from '../src/stages/mentions/rankFeatures.ts'
import { parseActorNouns } from '../src/vocabulary/ActorNouns.ts'
import { parseNationalities, parsePersonalNames } from '../src/vocabulary/NameLexicon.ts'
import { ChoiceRegression, type ChoiceSettings } from './ChoiceRegression.ts'
import { readTreebank } from './conllu.ts'
import { type GoldMention, goldMentions } from './goldChains.ts'
import { SoftmaxRegression } from './SoftmaxRegression.ts'
import type { TrainingOptions } from './train.ts'

const KIND_OF_GOLD: Record<string, string | undefined> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
}

export interface Example {
  readonly document: Document
  readonly gold: readonly GoldMention[]
}

export function train({ data, models, heldOut }: TrainingOptions): void {
  const root = join(import.meta.dirname, '..')
  const file = (name: string): [string, string] => [
    readFileSync(join(root, 'vocabulary', 'lexicons', name), 'utf8'),
    name,
  ]
  const lexicon = {
    nouns: parseActorNouns(...file('actor-nouns.json')),
    personal: parsePersonalNames(...file('personal-names.json')),
    nationalities: parseNationalities(...file('nationalities.json')),
    clusters: WordClusters.parse(readFileSync(join(models, 'clusters.bin'))),
  }
  const stages = openEnglishReader().stages
  const before = createReader(
    stages.slice(
      0,
      stages.findIndex(({ name }) => name === 'mentions'),
    ),
  )
  const all = readTreebank(join(data, 'corpora', 'ud', 'gum-train.conllu')).map(
    (document): Example => ({
      document: before.annotate(reportOf({ text: document.text })),
      gold: goldMentions(document),
    }),
  )
  const aside = (_: unknown, i: number): boolean => i % 5 === 4
  const examples = heldOut ? all.filter((example, i) => !aside(example, i)) : all

  const heads = trainHeads(examples, lexicon)
  writeFileSync(join(models, 'mentions-heads.bin'), heads)
  if (heldOut) scoreHeads(all.filter(aside), lexicon, LinearModel.parse(heads))

  // The ranker reads guesses of a model that has not seen the document.
  const unseen = Array.from({ length: FOLDS }, (_, fold) =>
    LinearModel.parse(
      trainHeads(
        examples.filter((_example, i) => i % FOLDS !== fold),
        lexicon,
      ),
    ),
  )
  let ranker: LinearModel | undefined
  for (let round = 0; round < 2; round++) {
    const bytes = trainRanker(examples, (i) => ({ ...lexicon, heads: unseen[i % FOLDS] }), ranker)
    ranker = LinearModel.parse(bytes)
    writeFileSync(join(models, 'mentions-ranker.bin'), bytes)
  }
}

const FOLDS = 3

/** Costs of choosing wrongly: a link that should not be, nobody where there is somebody, the wrong one. */
const COSTS = { falseLink: 0.3, falseNew: 2, wrongLink: 1 }

/** Choices of all open mentions; the story goes on as it should (first round), or as the model of the round before would have it. */
export function trainRanker(
  examples: readonly Example[],
  resourcesOf: (i: number) => StoryResources,
  before: LinearModel | undefined,
  settings: ChoiceSettings = { epochs: 6, rate: 0.03, least: 12, decay: 1e-4, smallest: 0.02 },
  costs = COSTS,
): Uint8Array {
  const regression = new ChoiceRegression()
  const features = new Int32Array(MOST_RANK_FEATURES)
  const score = new Float32Array(1)
  for (const [e, { document, gold }] of examples.entries()) {
    const story = openStory(document, resourcesOf(e))
    const { candidates, trees, clusters } = story
    const chains = new Map(
      gold.flatMap(({ head, chain, kind }) => (KIND_OF_GOLD[kind] ? [[head, chain] as const] : [])),
    )
    const chainOf = (i: number): string | undefined => chains.get(trees.tokens[candidates[i].head].start)
    const view = new RankView(story)
    for (let i = 1; i < candidates.length; i++) {
      if (!isOpen(story, i)) continue
      const antecedents = view.antecedents(i)
      const chain = chainOf(i)
      const right = antecedents.filter((j) => chain !== undefined && chainOf(j) === chain)
      const { falseLink, falseNew, wrongLink } = costs
      regression.alternative(features, newFeatures(view, i, antecedents, features), right.length === 0, falseNew)
      let most = Number.NEGATIVE_INFINITY
      let best = -1
      if (before) {
        before.scores(features, newFeatures(view, i, antecedents, features), score)
        most = score[0]
      }
      for (const j of antecedents) {
        const n = pairFeatures(view, i, j, features)
        regression.alternative(features, n, right.includes(j), right.length === 0 ? falseLink : wrongLink)
        if (!before) continue
        before.scores(features, n, score)
        if (score[0] > most) {
          most = score[0]
          best = j
        }
      }
      regression.close()
      const link = before ? best : (right[0] ?? -1)
      if (link >= 0) clusters.merge(link, i, 'training')
    }
  }
  console.log(`${regression.choices} choices`)
  return regression.fit(settings)
}

type Lexicon = Parameters<typeof headFeatures>[0] extends infer V
  ? Omit<V & object, 'trees'> & Parameters<typeof headsToJudge>[1]
  : never

export function trainHeads(examples: readonly Example[], lexicon: Lexicon): Uint8Array {
  const regression = new SoftmaxRegression(HEAD_KINDS)
  const features = new Int32Array(MOST_HEAD_FEATURES)
  for (const example of examples) {
    const truths = truthByStart(example)
    const { trees, heads } = headsToJudge(example.document, lexicon)
    for (const { head, name } of heads) {
      const n = headFeatures({ ...lexicon, trees }, head, name, features)
      const truth = truths.get(trees.tokens[head].start) ?? 'none'
      regression.add(features, n, HEAD_KINDS.indexOf(truth as (typeof HEAD_KINDS)[number]))
    }
  }
  return regression.toBytes({ epochs: 8, least: 5, decay: 1e-4, smallest: 0.006 })
}

const truthByStart = ({ gold }: Example): Map<number, string> =>
  new Map(gold.flatMap(({ head, kind }) => (KIND_OF_GOLD[kind] ? [[head, KIND_OF_GOLD[kind]] as const] : [])))

function scoreHeads(examples: readonly Example[], lexicon: Lexicon, model: LinearModel): void {
  const features = new Int32Array(MOST_HEAD_FEATURES)
  const scores = new Float32Array(HEAD_KINDS.length)
  const counts = HEAD_KINDS.map(() => ({ right: 0, found: 0, gold: 0 }))
  for (const example of examples) {
    const truths = truthByStart(example)
    const { trees, heads } = headsToJudge(example.document, lexicon)
    for (const { head, name } of heads) {
      const n = headFeatures({ ...lexicon, trees }, head, name, features)
      model.scores(features, n, scores)
      const guess = model.best(scores)
      const truth = HEAD_KINDS.indexOf((truths.get(trees.tokens[head].start) ?? 'none') as (typeof HEAD_KINDS)[number])
      counts[guess].found++
      counts[truth].gold++
      if (guess === truth) counts[guess].right++
    }
  }
  for (const [c, { right, found, gold }] of counts.entries()) {
    console.log(
      `${HEAD_KINDS[c].padEnd(14)} P ${((100 * right) / found).toFixed(1)}  R ${((100 * right) / gold).toFixed(1)}  (${gold})`,
    )
  }
}
