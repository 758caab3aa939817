import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { parseResponsibilityWords } from '../../vocabulary/ResponsibilityWords.ts'
import { responsibilityMode } from '../../weighing/responsibilityMode.ts'

const reader = openEnglishReader()
const file = new URL('../../../vocabulary/lexicons/responsibility-words.json', import.meta.url)
const words = parseResponsibilityWords(readFileSync(file, 'utf8'), 'responsibility-words.json')

/** "who mode by whom via channel" for each that is held to have done it. */
function held(text: string): string[] {
  const { statements, sources, entities } = reader.read(reportOf({ text, published: '2020-05-04' }))
  const outlet = statements[0]?.chain[0].source
  return statements
    .filter(({ property }) => property === 'perpetrator')
    .map((statement) => {
      const { value, chain } = statement
      const { source, attribution } = chain[chain.length - 1]
      const who =
        value.type === 'entity'
          ? entities.find(({ id }) => id === value.entity)?.name
          : value.type === 'text'
            ? value.text
            : ''
      const mode = statements.find(
        (other) => other.property === 'claim-mode' && other.chain[other.chain.length - 1].attribution === attribution,
      )?.value
      const by = source === outlet ? '' : ` by ${sources.find(({ id }) => id === source)?.name}`
      return `${who} ${responsibilityMode(statement)}${by}${mode?.type === 'term' ? ` via ${mode.key}` : ''}`
    })
}

const BOMB = 'A bomb killed nine people at a mill in Gulu on Monday. '

describe('a part of a group that claims', () => {
  it('claims for itself, unless it is only men of the group', () => {
    expect(held(`${BOMB}The coastal branch of the Harbour League claimed responsibility.`)).toEqual([
      'The coastal branch of the Harbour League claimed by The coastal branch of the Harbour League',
    ])
    expect(held(`${BOMB}Fighters of the Harbour League claimed responsibility.`)).toEqual([
      expect.stringMatching(/^Harbour League claimed/),
    ])
  })
})

describe('frames of blame', () => {
  it.each(words.blame.map(({ verb, example, nearMiss }) => [verb, example, nearMiss]))(
    '%s: %s / %s',
    (_verb, example, nearMiss) => {
      expect(held(BOMB + example).length).toBeGreaterThan(0)
      expect(held(BOMB + nearMiss)).toEqual([])
    },
  )
})

describe('no claim is made up', () => {
  it('from "they" of those whom the speaker blames', () => {
    expect(held('The coalition blamed the rebels for the deaths, saying they had fired mortars.').join()).not.toContain(
      'claimed',
    )
    expect(held('The Delta Front said in a message that they had fired mortars at the port.')).toContain(
      'Delta Front claimed by Delta Front via media',
    )
  })

  it('from an order that closes something, or from one to kill, which is a deed and no claim', () => {
    expect(held('The governor ordered the closure of all markets.')).toEqual([])
    expect(held('General Omar Tal ordered the massacre.')).toEqual(['Omar Tal reported'])
  })

  it('against the incident told most of, where one sentence tells of two', () => {
    const text =
      'Nine officers were killed when gunmen attacked their convoy in Gulu. They were shot at from a truck; some of the cars were set alight. The minister blamed the Delta Front.'
    const { statements, entities } = reader.read(reportOf({ text, published: '2020-05-04' }))
    const front = entities.find(({ name }) => /Delta Front/.test(name))!.id
    const blamed = statements.filter(({ value }) => value.type === 'entity' && value.entity === front)
    const killed = statements.find(({ property }) => property === 'killed')!
    expect(blamed.map(({ subject }) => subject)).toEqual([killed.subject])
  })
})

describe('who is held to have done it', () => {
  it.each([
    ['The Delta Front claimed the attack in a video.', 'Delta Front claimed by Delta Front via video'],
    [
      'The Delta Front said on its Telegram channel that it was responsible.',
      'Delta Front claimed by Delta Front via website',
    ],
    ['The Delta Front called a radio station to claim it.', 'Delta Front claimed by Delta Front via call'],
    ['The Delta Front said that its fighters had carried it out.', 'Delta Front claimed by Delta Front'],
    ['The Delta Front said it had nothing to do with the attack.', 'Delta Front denied by Delta Front'],
    ['Police said the Delta Front was the likeliest culprit.', 'Delta Front suspected by Police'],
    ['The police ruled out the Delta Front.', 'Delta Front denied by The police'],
    ['The Delta Front denied any part in it.', 'Delta Front denied by Delta Front'],
    [
      'A spokesman for the Delta Front, Paul Okot, said the Front did not carry out the attack.',
      'Delta Front denied by A spokesman for the Delta Front',
    ],
    ['The mayor said the Delta Front was probably behind the attack.', 'Delta Front suspected by The mayor'],
    ['It could have been the Delta Front, the mayor said.', 'Delta Front possible by the mayor'],
    ['The attack bore the hallmarks of the Delta Front, analysts said.', 'Delta Front possible by analysts'],
    ['The police said the attackers were members of the Delta Front.', 'Delta Front accused by The police'],
    ['The Delta Front is widely believed to be behind the attack.', 'suspected'],
    ['The army blamed the attack on the Delta Front. The Front rejected the charge.', 'Delta Front denied by'],
    ['Leaflets found at the scene bore the name of the Delta Front.', 'Delta Front claimed by'],
    ['The attack may have been carried out by the Delta Front, the mayor said.', 'Delta Front possible by the mayor'],
    ['The blasts could be the work of the Delta Front, according to the mayor.', 'Delta Front possible by the mayor'],
    ['Millers blamed the Delta Front for the attack on Monday.', 'Delta Front accused by Millers'],
    ['Millers blamed herders from the Oko clan for the attack.', 'herders accused by Millers'],
    ['The Delta Front, blamed for the attack, rejected the accusation.', 'Delta Front denied by Delta Front'],
    ['Police named the bomber as Paul Okot, a student.', 'Paul Okot accused by Police'],
    ['Detectives believe the Delta Front planted it.', 'Delta Front suspected by Detectives'],
    ['Police blamed the Delta Front. The Front scoffed at the accusation.', 'Delta Front denied by'],
    ['Police blamed the Delta Front. The Front called the charge ludicrous.', 'Delta Front denied by'],
    ['The blame fell on the Delta Front.', 'Delta Front suspected'],
  ])('%s', (sentence, expected) => {
    expect(held(BOMB + sentence)).toContainEqual(expect.stringContaining(expected))
  })

  it.each([
    'No one has claimed responsibility for the attack.',
    'Nobody has said they did it.',
    'The Delta Front has neither confirmed nor denied that it was involved.',
    'The police are trying to find out whether the Delta Front was behind the attack.',
    'The Delta Front has not claimed responsibility.',
    'It could have been worse, the mayor said.',
    'Millers blamed the weather for the losses on Monday.',
    'Police named the street as Okot Road.',
    'A repair may be carried out by the Delta Works.',
    'The mural could be the work of Paul Okot, the mayor said.',
    'The mayor blamed the weather for the delay.',
    'The governor dismissed reports that the mill would close.',
    'The police ruled out a gas leak.',
    'The mayor scoffed at the price.',
    'The Delta Front held the men in high regard.',
  ])('nobody: %s', (sentence) => {
    expect(held(BOMB + sentence).filter((line) => !/possible/.test(line))).toEqual([])
  })

  it('holds for both of two attacks where both are spoken of', () => {
    const text =
      'A bomb destroyed a mill in Gulu on Monday. Gunmen shot a teacher in Arua on Tuesday. In both cases suspicion has fallen on the Delta Front.'
    expect(held(text).filter((line) => /Delta Front suspected/.test(line))).toHaveLength(2)
    expect(
      held(text.replace('both cases', 'the latest case')).filter((line) => /Delta Front suspected/.test(line)),
    ).toHaveLength(1)
  })

  it('holds for a kidnapping of whoever holds the captives', () => {
    const taken = 'Gunmen kidnapped nine oil workers near Gulu on Monday. '
    expect(held(`${taken}The Delta Front said it was holding the men.`)).toContainEqual(
      expect.stringContaining('Delta Front claimed by Delta Front'),
    )
    expect(held(`${taken}The Delta Front said it was not holding the men.`)).toContainEqual(
      expect.stringContaining('Delta Front denied by Delta Front'),
    )
    expect(held(`${taken}The Delta Front said it was holding talks.`).join()).not.toContain('Delta Front')
    expect(held(`${BOMB}The Delta Front said it was holding the men.`).join()).not.toContain('Delta Front')
  })

  it('reads no incident from how many there were before', () => {
    const types = (text: string) =>
      reader.read(reportOf({ text, published: '2020-05-04' })).incidents.map(({ label }) => label)
    expect(types(`${BOMB}It was the third in a string of attacks on mills.`)).toHaveLength(1)
    expect(types(`${BOMB}It was the fourth such attack this year.`)).toHaveLength(1)
  })

  it('takes what is told by the way from the report, not from the accuser', () => {
    const text =
      'Fighters shot up the market in Gulu on Monday. Traders suspect the Delta Front, which bombed a mill in Arua in March.'
    const { statements, incidents } = reader.read(reportOf({ text, published: '2020-05-04' }))
    const bombing = incidents.find(({ type }) => type === 'bombing')
    const chains = statements.filter(({ subject }) => subject.id === bombing?.id).map(({ chain }) => chain.length)
    expect(chains.length).toBeGreaterThan(0)
    expect(new Set(chains)).toEqual(new Set([1]))
  })
})

describe('counts', () => {
  const counts = (text: string): string[] =>
    reader
      .read(reportOf({ text, published: '2020-05-04' }))
      .statements.flatMap(({ property, value }) =>
        value.type === 'count' ? [`${property} ${value.best} ${value.category ?? ''}`.trim()] : [],
      )

  it.each([
    ['A bomb at a mill in Gulu killed seven people, among them two children.', 'killed 2 children'],
    ['A bomb hit a mill in Gulu. Six workers, three of them women, were treated for burns.', 'wounded 6 civilians'],
    ['A bomb hit a mill in Gulu. Nurses put the number of dead at nine.', 'killed 9'],
    ['Gunmen attacked a post near Gulu. The army said it had lost two men.', 'killed 2'],
    ['Gunmen attacked a post near Gulu. Four of the attackers were killed.', 'killed 4 perpetrators'],
  ])('%s', (text, expected) => {
    expect(counts(text)).toContain(expected)
  })

  it('of other things are no tolls', () => {
    expect(counts('A bomb hit a mill in Gulu. Nurses put the price at nine shillings.')).toEqual([])
    expect(counts('A bomb hit a mill in Gulu. The team lost two games.')).toEqual([])
  })
})
