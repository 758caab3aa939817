import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { readTreebank, type TreebankDocument } from '../training/conllu.ts'
import { scoreChains } from './scoreChains.ts'

/**
 * Measures the entities of the reader on the chains of GUM, from raw text: people, organisations and places only, since
 * the reader looks for no others. A mention is found where its head word is, as the reader ends a phrase before clauses that GUM
 * takes in.
 *
 *     node bench/entityChains.ts [--data FOLDER] [--part dev|train] [--genre news]
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared') },
    part: { type: 'string', default: 'dev' },
    genre: { type: 'string', default: '' },
    errors: { type: 'boolean', default: false },
  },
})
const KINDS = new Set(['person', 'organization', 'place'])

/** Chains as lists of head positions (UTF-16 offsets where the head word starts). */
function goldChains({ sentences }: TreebankDocument): number[][] {
  const chains = new Map<string, number[]>()
  const open: { id: string; kind: string; sentence: number; word: number }[] = []
  for (const [s, { words }] of sentences.entries()) {
    for (const [w, { misc }] of words.entries()) {
      const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? ''
      for (const piece of entity.match(/\([^()]+|[^()]*\)/g) ?? []) {
        if (piece.startsWith('(')) {
          const [id, kind] = piece.slice(1).split('-')
          open.push({ id, kind, sentence: s, word: w })
        }
        if (!piece.endsWith(')')) continue
        const id = piece.slice(0, -1).split('-')[0]
        const at = id === '' ? open.length - 1 : open.findLastIndex((mention) => mention.id === id)
        const [mention] = at < 0 ? [] : open.splice(at, 1)
        if (!mention || mention.sentence !== s || !KINDS.has(mention.kind)) continue
        const inside = (i: number): boolean => i >= mention.word && i <= w
        let head = w
        for (let i = w; i >= mention.word; i--) if (!inside(words[i].head) && words[i].upos !== 'PUNCT') head = i
        const chain = chains.get(mention.id) ?? []
        if (!chain.includes(words[head].start)) chain.push(words[head].start)
        chains.set(mention.id, chain)
      }
    }
  }
  return [...chains.values()]
}

const reader = openEnglishReader()
const read = { stages: reader.stages.slice(0, 1 + reader.stages.findIndex(({ name }) => name === 'mentions')) }
const documents = readTreebank(join(values.data, 'corpora', 'ud', `gum-${values.part}.conllu`)).filter(({ id }) =>
  id.startsWith(`GUM_${values.genre}`),
)
const { Document } = await import('../src/document/Document.ts')
const pairs = documents.map((document) => {
  const annotated = new Document(reportOf({ text: document.text }))
  for (const stage of read.stages) annotated.add(stage.run(annotated))
  const tokens = annotated.get('tokens')
  const mentions = annotated.get('mentions')
  const found = annotated
    .get('entities')
    .map((entity) => [...new Set(entity.mentions.map((mention) => tokens[mentions[mention].head].start))])
  const gold = goldChains(document)
  if (values.errors) listErrors(document, gold, found)
  return { gold, found }
})
console.log(`${documents.length} documents of GUM ${values.part} ${values.genre}`)
for (const [name, { p, r, f1 }] of Object.entries(scoreChains(pairs))) {
  console.log(`${name.padEnd(18)} P ${(100 * p).toFixed(1)}  R ${(100 * r).toFixed(1)}  F1 ${(100 * f1).toFixed(1)}`)
}

/** The mentions missed and made up, with their surroundings. */
function listErrors({ text }: TreebankDocument, gold: number[][], found: number[][]): void {
  const [g, f] = [new Set(gold.flat()), new Set(found.flat())]
  const show = (at: number): string => text.slice(Math.max(0, at - 30), at + 30).replaceAll('\n', ' ')
  for (const at of g) if (!f.has(at)) console.log(`missed   ${show(at)}`)
  for (const at of f) if (!g.has(at)) console.log(`made up  ${show(at)}`)
}
