import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TensorFile } from '../../learned/neural/TensorFile.ts'
import { reportOf } from '../../model/Report.ts'
import { createReader } from '../../reader/createReader.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { parseReportingNouns } from '../../vocabulary/ReportingNouns.ts'
import { parseReportingVerbs } from '../../vocabulary/ReportingVerbs.ts'
import { AttributionNetwork } from './AttributionNetwork.ts'
import { Context } from './Context.ts'
import { RoleView } from './RoleView.ts'
import { ROLES } from './viterbiRoles.ts'

const SYNTAX = ['segment', 'encode', 'tag', 'parse']
const root = join(import.meta.dirname, '..', '..', '..')
const lexicon = (name: string) => readFileSync(join(root, 'vocabulary', 'lexicons', `${name}.json`), 'utf8')
const vocabulary = {
  reportingVerbs: parseReportingVerbs(lexicon('reporting-verbs'), 'reporting-verbs'),
  reportingNouns: parseReportingNouns(lexicon('reporting-nouns'), 'reporting-nouns'),
}
const reader = createReader(openEnglishReader().stages.filter(({ name }) => SYNTAX.includes(name)))
const contextOf = (text: string) => new Context(reader.annotate(reportOf({ text })), vocabulary)
const network = new AttributionNetwork(
  TensorFile.parse(readFileSync(join(root, 'models', 'attribution-network.bin')), 'attribution-network'),
)

const oddsOf = (context: Context): Float64Array => {
  const odds = new Float64Array(context.length)
  network.read(context, 0, context.length, odds)
  return odds
}

describe('the network of attributions', () => {
  it('finds the word that heads a cue, and the roles of the words around it', () => {
    const context = contextOf('The mayor said the bridge was closed.')
    const odds = oddsOf(context)
    const cue = odds.indexOf(Math.max(...odds))
    expect(context.trees.lower(cue)).toBe('said')
    const { roles } = network.label(new RoleView(context, cue))
    expect([...roles].map((role) => ROLES[role])).toEqual([
      ...['source', 'source', 'cue'],
      ...['content', 'content', 'content', 'content', 'other'],
    ])
  })

  it('gives the same numbers whatever it read before', () => {
    const context = contextOf('“It was dark,” the driver recalled, adding that nobody had seen the truck.')
    const first = oddsOf(context)
    oddsOf(contextOf('Nothing was said of the well.'))
    expect(oddsOf(context)).toEqual(first)
  })

  it('reads paragraphs that are longer than it can hold at once', () => {
    const context = contextOf('the mayor said so and '.repeat(300))
    expect(context.length).toBeGreaterThan(1024)
    const odds = oddsOf(context)
    expect(odds.every(Number.isFinite)).toBe(true)
    expect(network.label(new RoleView(context, 600)).roles.length).toBeGreaterThan(100)
  })
})
