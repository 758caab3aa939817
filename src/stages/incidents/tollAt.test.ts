import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

const counts = (text: string): string[] =>
  reader
    .read(reportOf({ text, published: '2020-05-04' }))
    .statements.flatMap(({ property, value }) => (value.type === 'count' ? [`${property} ${value.best}`] : []))

const BUS = 'Gunmen attacked a bus near Gulu on Friday. '

describe('what became of those counted', () => {
  it.each([
    [`${BUS}The bodies of seven passengers were found in a ditch.`, 'killed 7'],
    [`${BUS}The attack left 14 dead, including two children.`, 'killed 2'],
    [`${BUS}Among the dead were six women and four children.`, 'killed 4'],
    [
      'A bomb went off in Gulu. Doctors counted nine dead. Four more died overnight, bringing the toll to 13.',
      'killed 13',
    ],
    [`${BUS}Officials said four people died, but later raised the figure to 11.`, 'killed 11'],
    [`${BUS}The number of people killed in the attack rose to 305.`, 'killed 305'],
    [`${BUS}The rebels put the losses at 15.`, 'killed 15'],
    [`${BUS}Officials put the number of those taken at 31.`, 'abducted 31'],
    [`${BUS}The number of civilian deaths, officially put at 47, is disputed.`, 'killed 47'],
    [`${BUS}The number of wounded climbed to at least 40.`, 'wounded 40'],
    [`${BUS}Three soldiers lost their lives.`, 'killed 3'],
    ['A bomb in Gulu on Monday took the lives of 14 conscripts.', 'killed 14'],
    [`${BUS}At least 50 people are feared dead.`, 'killed 50'],
    [`${BUS}The toll stood at 32, with 15 miners still missing.`, 'missing 15'],
    [`${BUS}Another 30 more were unaccounted for.`, 'missing 30'],
    [`${BUS}A priest and 18 parishioners died.`, 'killed 18'],
    [`${BUS}Doctors said they had treated 46 people for gunshot wounds.`, 'wounded 46'],
    [`${BUS}Fifteen others, among them eight policemen, were wounded.`, 'wounded 8'],
    ['Pirates hijacked a tanker with 24 crew members aboard off Eyl on Friday.', 'abducted 24'],
    [`${BUS}A hospital director put the dead at 30.`, 'killed 30'],
    [`${BUS}The army gave the death toll as 15.`, 'killed 15'],
    [`${BUS}Fatalities numbered 23, a doctor said.`, 'killed 23'],
    ['A bomb exploded at a bank in Gulu. There were no victims.', 'killed-or-wounded 0'],
    [`${BUS}The dead included seven children.`, 'killed 7'],
    [`${BUS}Of the 19 dead, seven were policemen.`, 'killed 7'],
    [`${BUS}It injured as many as 60.`, 'wounded 60'],
    [`${BUS}The raid left eight policemen and two of the gunmen dead.`, 'killed 8'],
    [`${BUS}Three of the wounded died later.`, 'killed 3'],
    [`${BUS}Eight border guards, six policemen and two nurses died in the attack.`, 'killed 8'],
    [`${BUS}At least 14 others, including nine police officers, also died.`, 'killed 14'],
    [`${BUS}No one was hurt.`, 'wounded 0'],
    [`${BUS}The toll stood at 199 dead and more than 1,400 injured on Friday night.`, 'killed 199'],
    [`${BUS}The toll stood at 199 dead and 1,400 injured.`, 'wounded 1400'],
    [`${BUS}The gunmen took four passengers with them.`, 'abducted 4'],
    ['The rebels freed two of the nine oil workers abducted near Gulu in May.', 'abducted 9'],
    ['A boat carrying 12 fishermen was hijacked off Eyl on Monday.', 'abducted 12'],
  ])('%s', (text, expected) => {
    expect(counts(text)).toContain(expected)
  })

  it.each([
    `${BUS}The law changed the lives of 22 people.`,
    `${BUS}The mayor raised the rent to 11 pounds.`,
    `${BUS}The number of pupils rose to 30.`,
    `${BUS}Three players lost their tempers.`,
    `${BUS}A priest and 18 parishioners sang.`,
    `${BUS}The bus was carrying 12 fishermen.`,
    `${BUS}A ship with 24 sailors aboard lay in the port.`,
    `${BUS}The choir included seven children.`,
    `${BUS}Of the 19 seats, seven were taken.`,
    `${BUS}It employed as many as 60.`,
    `${BUS}Police put the number of protesters at 3,000.`,
    `${BUS}No one was asked.`,
    `${BUS}A teacher took four pupils with him.`,
    `${BUS}Eight days later the rain began.`,
    `${BUS}Pages numbered 23.`,
    `${BUS}The toll stood at 199 pounds and 1,400 pence.`,
    `${BUS}Guests, including two ministers, were at lunch.`,
  ])('no toll: %s', (text) => {
    expect(counts(text).filter((line) => /killed|wounded|missing|abducted/.test(line))).toEqual([])
  })
})

describe('who was harmed', () => {
  const victims = (text: string): string[] =>
    reader
      .annotate(reportOf({ text, published: '2020-05-04' }))
      .get('incidentPropositions')
      .flatMap(({ property, spans: [{ start, end }] }) => (property === 'victim' ? [text.slice(start, end)] : []))

  it.each([
    [`${BUS}Twelve pupils died.`, ['Twelve pupils']],
    [`${BUS}The mayor and two policemen lost their lives.`, ['The mayor', 'two policemen']],
    [`${BUS}The victims were a retired priest and two nurses.`, ['a retired priest', 'two nurses']],
    [`${BUS}The dead include a teacher.`, ['a teacher']],
  ])('%s', (text, expected) => expect(victims(text)).toEqual(expect.arrayContaining(expected)))

  it.each([`${BUS}The victims were late.`, `${BUS}Twelve pupils sang.`, `${BUS}The attack left nine dead.`])(
    'but nobody in "%s"',
    (text) => expect(victims(text)).toEqual([]),
  )
})
