import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { readTreebank, type TreebankDocument } from '../training/conllu.ts'
import { goldMentions } from '../training/goldChains.ts'
import { scoreChains } from './scoreChains.ts'

/**
 * Measures the entities of the reader on the chains of GUM, from raw text: people, organisations and places only, since
 * the reader looks for no others. A mention is found where its head word is (for a name: any of its words), as the reader ends a phrase
 * before clauses that GUM takes in.
 *
 *     node bench/entityChains.ts [--data FOLDER] [--part dev|train] [--genre news] [--aside]
 *
 * `--aside` takes every fifth document of the part only: those that `npm run train -- mentions --held-out` leaves out.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared') },
    part: { type: 'string', default: 'dev' },
    genre: { type: 'string', default: '' },
    aside: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
  },
})
const KINDS = new Set(['person', 'organization', 'place'])

/** Chains as lists of head positions (UTF-16 offsets where the head word starts), and the head that a word of a name stands for. */
function goldChains(document: TreebankDocument): { gold: number[][]; headOf: (start: number) => number } {
  const chains = new Map<string, Set<number>>()
  const heads = new Set<number>()
  const headByWord = new Map<number, number>()
  for (const { chain, kind, head, also } of goldMentions(document)) {
    if (!KINDS.has(kind)) continue
    heads.add(head)
    for (const word of also) headByWord.set(word, head)
    const known = chains.get(chain)
    if (known) known.add(head)
    else chains.set(chain, new Set([head]))
  }
  return {
    gold: [...chains.values()].map((own) => [...own]),
    headOf: (start) => (heads.has(start) ? start : (headByWord.get(start) ?? start)),
  }
}

const reader = openEnglishReader()
const read = { stages: reader.stages.slice(0, 1 + reader.stages.findIndex(({ name }) => name === 'mentions')) }
const documents = readTreebank(join(values.data, 'corpora', 'ud', `gum-${values.part}.conllu`))
  .filter((_, i) => !values.aside || i % 5 === 4)
  .filter(({ id }) => id.startsWith(`GUM_${values.genre}`))
const { Document } = await import('../src/document/Document.ts')
const pairs = documents.map((document) => {
  const annotated = new Document(reportOf({ text: document.text }))
  for (const stage of read.stages) annotated.add(stage.run(annotated))
  const tokens = annotated.get('tokens')
  const mentions = annotated.get('mentions')
  const { gold, headOf } = goldChains(document)
  const found = annotated
    .get('entities')
    .map((entity) => [...new Set(entity.mentions.map((mention) => headOf(tokens[mentions[mention].head].start)))])
  if (values.errors) listErrors(document, gold, found)
  return { gold, found }
})
console.log(`${documents.length} documents of GUM ${values.part} ${values.genre}${values.aside ? ', every fifth' : ''}`)
const several = pairs.map(({ gold, found }) => ({
  gold: gold.filter(({ length }) => length > 1),
  found: found.filter(({ length }) => length > 1),
}))
const figures = { ...scoreChains(pairs), 'conll, no single mentions': scoreChains(several).conll }
for (const [name, { p, r, f1 }] of Object.entries(figures)) {
  console.log(`${name.padEnd(26)} P ${(100 * p).toFixed(1)}  R ${(100 * r).toFixed(1)}  F1 ${(100 * f1).toFixed(1)}`)
}

/** The mentions missed and made up, with their surroundings. */
function listErrors({ text }: TreebankDocument, gold: number[][], found: number[][]): void {
  const [g, f] = [new Set(gold.flat()), new Set(found.flat())]
  const show = (at: number): string => text.slice(Math.max(0, at - 30), at + 30).replaceAll('\n', ' ')
  for (const at of g) if (!f.has(at)) console.log(`missed   ${show(at)}`)
  for (const at of f) if (!g.has(at)) console.log(`made up  ${show(at)}`)
}
