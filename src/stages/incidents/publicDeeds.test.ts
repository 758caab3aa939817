import { describe, expect, it } from 'vitest'
import type { Document } from '../../document/Document.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()
const read = (text: string): Document => reader.annotate(reportOf({ text, published: '2021-03-04' }))

/** `type: property phrase, property phrase` of each incident. */
const incidentsIn = (text: string): string[] => {
  const document = read(text)
  return document.get('incidents').map(({ type }, index) => {
    const parties = document
      .get('incidentPropositions')
      .filter(
        ({ subject, property }) =>
          subject.index === index && /^(participant|authority|target|recipient|perpetrator|victim)$/.test(property),
      )
      .map(({ property, spans: [span] }) => `${property} ${text.slice(span.start, span.end)}`)
    return `${type}: ${parties.join(', ')}`
  })
}

/** The same of each act of speech. */
const actsIn = (text: string): string[] =>
  read(text)
    .get('speechActs')
    .map(
      ({ type, parties }) =>
        `${type}: ${parties.map(({ property, span }) => `${property} ${text.slice(span.start, span.end)}`).join(', ')}`,
    )

describe('deeds of states and bodies', () => {
  it.each([
    ['Chad severed ties with Libya.', 'breaking-off: participant Chad, target Libya'],
    ['Denmark shipped medicine to Yemen.', 'aid: participant Denmark, recipient Yemen'],
    ['Portugal extradited the banker to Angola.', 'extradition: authority Portugal, recipient Angola'],
    [
      'The two delegations held talks with the rebels.',
      'talks: participant The two delegations, participant the rebels',
    ],
    ['Rebels withdrew from the town.', 'withdrawal: participant Rebels'],
    ['Chile and Peru signed a border treaty.', 'treaty: participant Chile, participant Peru'],
    ['Miners blocked the highway with tyres.', 'roadblock: participant Miners'],
    ['The union said it was boycotting the vote.', 'boycott: participant it, target the vote'],
    ['Two pilots began a hunger strike in Lima.', 'hunger-strike: participant Two pilots'],
    ['Police picked up three men in the harbour.', 'arrest: authority Police, target three men'],
    ['Warplanes carried out several strikes on the fort.', 'air-strike: target the fort, perpetrator Warplanes'],
    ['Guards confiscated two tonnes of heroin in Varna.', 'seizure: authority Guards'],
  ])('%s', (text, told) => {
    expect(incidentsIn(text)).toEqual([told])
  })

  it.each([
    'The surgeon severed the nerve.',
    'The firm shipped medicine to pharmacies.',
    'She withdrew cash from the machine.',
    'The striker signed a new contract.',
    'A landslide forced the closure of the road.',
    'No shots were fired.',
    'The bus picked up three passengers in the harbour.',
    'The vaccine attacks the parasite.',
    'The storm cut off the internet in the valley.',
  ])('not: %s', (text) => {
    expect(incidentsIn(text)).toEqual([])
  })
})

describe('what is done by saying it', () => {
  it('stands apart from the incidents that it is about', () => {
    const text = 'The bishops condemned the attack on the mill.'
    expect(actsIn(text)).toEqual(['condemnation: participant The bishops'])
    expect(incidentsIn(text)).toEqual(['attack: target the mill'])
  })

  it('is aimed at whose it is', () => {
    expect(actsIn("The union denounced the government's plan.")).toEqual([
      'condemnation: participant The union, target the government',
    ])
    expect(actsIn('Norway promised to send Malawi ten teachers.')).toEqual([
      'agreement: participant Norway, target Malawi',
    ])
  })

  it('may be a refusal told as what will not be', () => {
    expect(actsIn('The junta will not free the engineers.')).toEqual([
      'rejection: participant The junta, target the engineers',
    ])
    expect(actsIn('There will be no talks with the rebels, the minister said.')).toEqual([
      'rejection: target the rebels, participant the minister',
    ])
    expect(actsIn('There were no talks with the rebels, the minister said.')).toEqual([])
    expect(actsIn('The junta did not allow for delays.')).toEqual([])
  })

  it('is none where a protest says what it is against, or where nobody is concerned in public', () => {
    expect(actsIn('Thousands marched to denounce the law.')).toEqual([])
    expect(actsIn('Experts agree that the dam is old.')).toEqual([])
  })
})

describe('who did it', () => {
  it('stands behind "by", wherever the tree hangs it', () => {
    expect(incidentsIn('The arrest of two men by gendarmes was announced.')).toEqual([
      'arrest: target two men, authority gendarmes',
    ])
  })

  it('is no device, and nobody to whom it was done', () => {
    expect(incidentsIn('Two men were killed by a landmine east of Gao.')).toEqual(['killing: victim Two men'])
    expect(incidentsIn('Two men died in Gao, prompting the army to rush troops to the border.').at(-1)).toBe(
      'troop-deployment: authority the army',
    )
    expect(incidentsIn('The last soldiers left their base on Friday.')).toEqual([
      'withdrawal: participant The last soldiers',
    ])
  })

  it('is no appositive behind the object', () => {
    expect(incidentsIn('Police searched the office and detained its director, Ana Reyes.')[1]).toBe(
      'arrest: authority Police, target its director',
    )
  })
})
