import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LinearModel } from '../src/learned/LinearModel.ts'
import { Gazetteer } from '../src/stages/places/Gazetteer.ts'
import { PlaceRanker } from '../src/stages/places/PlaceRanker.ts'
import { allowedPlaceLabel, PLACE_LABELS, PlaceRecogniser, runsOf } from '../src/stages/places/PlaceRecogniser.ts'
import { PlaceText } from '../src/stages/places/PlaceText.ts'
import { readPlaces } from '../src/stages/places/readPlaces.ts'
import { foldOf, type PlaceDocument, readPlaceDocuments, readWorldNews } from './placeDocuments.ts'
import { trainPlaceRanker } from './placeRanking.ts'
import type { TrainingOptions } from './train.ts'
import { trainSequenceLabeller } from './trainSequenceLabeller.ts'

const FOLDS = 5

/**
 * Trains `places.bin` (which words name places) and `placeRanker.bin` (which place a name means) on the table `place`.
 * With `heldOut`, five times on four fifths; the readings of the fifth left out are written to `places-held-out-*.jsonl`
 * beside the models, for `tables/place/score.mjs`.
 */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const gazetteer = Gazetteer.parse(readFileSync(join(import.meta.dirname, '..', 'models', 'gazetteer.bin')))
  const documents = readPlaceDocuments(data)
  const world = readWorldNews(data)
  if (!heldOut) {
    const { recogniser, ranker } = trainBoth(documents, world, gazetteer)
    writeFileSync(join(models, 'places.bin'), recogniser)
    writeFileSync(join(models, 'placeRanker.bin'), ranker)
    console.log(`places.bin ${recogniser.length} bytes, placeRanker.bin ${ranker.length} bytes`)
    return
  }
  const lines = new Map<string, string[]>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const trained = trainBoth(
      documents.filter(({ id }) => foldOf(id, FOLDS) !== fold),
      world,
      gazetteer,
    )
    const recogniser = new PlaceRecogniser(LinearModel.parse(trained.recogniser))
    const ranker = new PlaceRanker(LinearModel.parse(trained.ranker), gazetteer)
    for (const { id, corpus, document } of documents.filter(({ id }) => foldOf(id, FOLDS) === fold)) {
      const text = new PlaceText(document, gazetteer)
      const { ranges, chosen } = readPlaces(text, recogniser, ranker)
      const places = ranges.map(({ from, to }, i) => ({
        start: text.tokens[from].start,
        end: text.tokens[to - 1].end,
        lat: chosen[i]?.entry.lat,
        lon: chosen[i]?.entry.lon,
      }))
      lines.set(corpus, [...(lines.get(corpus) ?? []), JSON.stringify({ id, places })])
    }
    console.log(`fold ${fold + 1} of ${FOLDS}`)
  }
  for (const [corpus, found] of lines) {
    writeFileSync(join(models, `places-held-out-${corpus}.jsonl`), `${found.join('\n')}\n`)
  }
}

function trainBoth(
  documents: readonly PlaceDocument[],
  world: readonly PlaceDocument[],
  gazetteer: Gazetteer,
): { recogniser: Uint8Array; ranker: Uint8Array } {
  const all = [...documents, ...world]
  const texts = all.map(({ document }) => new PlaceText(document, gazetteer))
  const sequences = all.flatMap(({ ranges, unsure = [] }, i) => {
    const labels = new Uint8Array(texts[i].tokens.length)
    for (const { from, to } of ranges) labels.fill(2, from, to).fill(1, from, from + 1)
    const sure = runsOf(texts[i]).filter((run) => !unsure.some(({ from, to }) => from < run.to && run.from < to))
    return sure.map(({ from, to, features }) => {
      const own = labels.slice(from, to)
      // A gold name that begins in words that are no run begins with the run.
      if (own[0] === 2) own[0] = 1
      return { labels: own, features }
    })
  })
  const recogniser = trainSequenceLabeller(PLACE_LABELS, sequences, {
    iterations: 10,
    dropout: 0.1,
    allowed: allowedPlaceLabel,
  })
  const ranker = trainPlaceRanker(all, texts, gazetteer, 8)
  return { recogniser: recogniser.toBytes(), ranker: ranker.toBytes() }
}
