import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AscribeError } from '../../base/AscribeError.ts'
import type { Proposition } from '../../document/Layers.ts'
import { TensorFile } from '../../learned/neural/TensorFile.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { FILLER_ROLES, FillerNetwork } from './FillerNetwork.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const reader = openEnglishReader()

const read = (text: string) => {
  const document = reader.annotate(reportOf({ text, published: '2021-03-04' }))
  const learned = document.get('incidentPropositions').filter(({ by }) => by === 'model:fillers')
  const shown = ({ property, spans: [{ start, end }] }: Proposition) => `${property}: ${text.slice(start, end)}`
  return { document, learned: learned.map(shown), propositions: document.get('incidentPropositions') }
}

describe('what the network of fillers adds to the rules', () => {
  it('says nothing of reports without violence', () => {
    const { document, learned } = read('The minister opened a bridge in Lusaka. Two hundred guests ate and sang.')
    expect(learned).toEqual([])
    expect(document.get('incidents').some(({ salience }) => salience !== undefined)).toBe(false)
  })

  it('keeps what the rules found, with how likely it is', () => {
    const { propositions } = read('Gunmen killed four villagers near Kidal on Monday, police said.')
    const victim = propositions.find(({ property }) => property === 'victim')
    expect(victim?.by).toMatch(/^rule:/)
    expect(victim?.chance).toBeGreaterThan(0.5)
  })

  it('finds who did it in a sentence of its own', () => {
    const text = 'The farmer was kidnapped on Friday.'
    expect(read(`${text} Four armed men arrived at his farm in a truck.`).learned).toContain(
      'perpetrator: Four armed men',
    )
    expect(read(`${text} Four old friends arrived at his farm in a truck.`).learned.join()).not.toContain('friends')
  })

  it('adds nobody whom a rule has told already', () => {
    const { propositions } = read(
      'Rebels attacked a convoy near Goma on Friday. The rebels killed four drivers in the attack.',
    )
    const keys = propositions
      .filter(({ property }) => /^(perpetrator|victim|target)$/.test(property))
      .map(({ subject, property, value }) => JSON.stringify([subject.index, property, value]))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('makes nobody a victim of what he claims or threatens', () => {
    for (const text of [
      'The Harbour Front claimed to be preparing assassinations and explosions in Gulu.',
      'The Harbour Front claimed responsibility for the bombing of a bank in Gulu. The attack killed two guards.',
    ])
      expect(
        read(text).propositions.filter(
          ({ property, spans: [{ start }] }) =>
            /^(victim|target)$/.test(property) && text.slice(start).startsWith('The Harbour'),
        ),
      ).toEqual([])
  })

  it('takes no place that only tells where a target lies', () => {
    expect(read('Rebels burned an office near the bank.').learned.join()).not.toContain('bank')
  })

  it('tells how likely a report tells of an incident as news', () => {
    const { document } = read(
      'A bomb killed three guards at a bank in Lima on Wednesday, police said.\n\nHis grandfather was murdered in the war of 1879.',
    )
    const [news, past] = document.get('incidents').map(({ salience }) => salience ?? -1)
    expect(news).toBeGreaterThan(past)
    expect(past).toBeGreaterThanOrEqual(0)
  })

  it('reads the same whatever was read before, however long the report', () => {
    const text = `${'Guerrillas blew up a pylon near Ayacucho and two farmers died. '.repeat(30)}`
    const first = JSON.stringify(read(text).propositions)
    read('A bomb went off in Cali.')
    expect(JSON.stringify(read(text).propositions)).toBe(first)
  })
})

describe('the model of fillers', () => {
  const bytes = new Uint8Array(readFileSync(join(root, 'models', 'fillers.bin')))

  it('refuses a file of another model, and says so', () => {
    const other = new Uint8Array(readFileSync(join(root, 'models', 'parser.bin')))
    expect(() => new FillerNetwork(TensorFile.parse(other, 'models/parser.bin'))).toThrow(AscribeError)
  })

  it('gives an answer for each role', () => {
    expect(TensorFile.parse(bytes, 'models/fillers.bin').table('roles').rows).toBe(FILLER_ROLES.length)
  })
})
