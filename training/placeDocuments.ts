import { readFileSync } from 'node:fs'
import { Document } from '../src/document/Document.ts'
import type { TokenRange } from '../src/document/Layers.ts'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'

export interface GoldPlace {
  readonly start: number
  readonly end: number
  readonly lat?: number
  readonly lon?: number
  readonly geonameId?: number
}

/** A report of the tables with its gold places, read up to the stage before places. */
export interface PlaceDocument {
  readonly id: string
  readonly corpus: string
  readonly document: Document
  readonly gold: readonly GoldPlace[]
  /** Token ranges of the gold places, without those that lie within another. */
  readonly ranges: readonly (TokenRange & { readonly gold: GoldPlace })[]
  /** Token ranges of which the gold does not say whether they hold a place. */
  readonly unsure?: readonly TokenRange[]
}

/** The stages whose layers the models of places look at. */
const NEEDED = new Set(['segment', 'encode', 'tag', 'names'])

/** Reads the two corpora of the table `place`. */
export function readPlaceDocuments(data: string): PlaceDocument[] {
  const before = openEnglishReader().stages.filter(({ name }) => NEEDED.has(name))
  return ['lgl', 'gwn'].flatMap((corpus) =>
    readFileSync(`${data}/tables/place/dev/${corpus}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line): PlaceDocument => {
        const { id, text, published, title, places } = JSON.parse(line)
        const document = new Document(reportOf({ id, text, published, title }))
        for (const stage of before) document.add(stage.run(document))
        return { id, corpus, document, gold: places, ranges: rangesOf(document, places) }
      }),
  )
}

/**
 * News from outside the West, of the table `names`, with the names of places marked but not placed. They show the
 * recogniser the ways of world news, and the ranker what world news means by the name of a country or of a capital. The
 * development part, since the names stage has learnt the training part by heart.
 */
export function readWorldNews(data: string): PlaceDocument[] {
  const before = openEnglishReader().stages.filter(({ name }) => NEEDED.has(name))
  const lines = readFileSync(`${data}/tables/names/dev/dev.jsonl`, 'utf8').trim().split('\n')
  return lines.map((line): PlaceDocument => {
    const { id, text, names } = JSON.parse(line)
    const document = new Document(reportOf({ id, text }))
    for (const stage of before) document.add(stage.run(document))
    const gold = names.filter(({ kind }: { kind: string }) => kind === 'Location')
    // What is marked as something else may hold a place all the same: "Chad Ministry of Defence".
    const others = names.filter(({ kind }: { kind: string }) => !/^(?:Location|Person|Date|Money)$/.test(kind))
    return { id, corpus: 'world', document, gold, ranges: rangesOf(document, gold), unsure: rangesOf(document, others) }
  })
}

function rangesOf(document: Document, gold: readonly GoldPlace[]): (TokenRange & { gold: GoldPlace })[] {
  const tokens = document.get('tokens')
  const ranges: (TokenRange & { gold: GoldPlace })[] = []
  for (const place of [...gold].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = tokens.findIndex(({ end }) => end > place.start)
    if (from < 0) continue
    let to = from
    while (to < tokens.length && tokens[to].start < place.end) to++
    if (to > from && (ranges.at(-1)?.to ?? 0) <= from) ranges.push({ from, to, gold: place })
  }
  return ranges
}

/** Which of `folds` parts a document belongs to: stable, and near copies of one outlet are spread like any other. */
export function foldOf(id: string, folds: number): number {
  let hash = 7
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003
  return hash % folds
}
