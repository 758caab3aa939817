import { describe, expect, it } from 'vitest'
import { relationsToldIn as toldIn } from '../../../test/relationsToldIn.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

describe('a relation is read from', () => {
  it.each([
    ['Karim Osman, whose nom de guerre is Abu Salim, fled.', 'Karim Osman alias-of Abu Salim'],
    ['Karim Osman was arrested. Neighbors knew him as Abu Salim.', 'Karim Osman alias-of Abu Salim'],
    ["Omar Haddad's son was killed by two gunmen.", "Omar Haddad's son relative-of Omar Haddad"],
    [
      'The Lions Brigade is small, and its ties to the Northern Liberation Front are murky.',
      'Lions Brigade affiliate-of Northern Liberation Front (unknown)',
    ],
    ['Karim Osman, who goes by the name Abu Salim, fled.', 'Karim Osman alias-of Abu Salim'],
    [
      'The Lions Brigade, formerly called the Army of Light, is based in Goma.',
      'Lions Brigade alias-of Army of Light (formerly)',
    ],
    [
      'The Lions Brigade changed its name to the Army of Light in 2014.',
      'Lions Brigade alias-of Army of Light (in 2014)',
    ],
    [
      'He has no ties to the group. Omar Haddad has ties to the Lions Brigade.',
      'Omar Haddad affiliate-of Lions Brigade',
    ],
    ['The Lions Brigade, an al Qaeda-linked group, controls Sabha.', 'Lions Brigade affiliate-of al Qaeda'],
    [
      'The Lions Brigade and the Northern Liberation Front have been at war since 2014.',
      'Lions Brigade fights Northern Liberation Front (since 2014)',
    ],
    [
      'The Lions Brigade and the Northern Liberation Front are sworn enemies.',
      'Lions Brigade rival-of Northern Liberation Front',
    ],
    ['Two brothers, Tomas and Pavel Reyes, flew to Libya in May.', 'Tomas relative-of Pavel Reyes'],
    ['The United States is offering $5 million for information on Omar Haddad.', 'Omar Haddad wanted-by United States'],
    [
      "The Lions Brigade is on the State Department's list of terrorist organizations.",
      'Lions Brigade banned-by State Department',
    ],
    ['Ahmad Sufyan, an explosives expert with Jaysh al-Nur, fled.', 'Ahmad Sufyan member-of Jaysh al-Nur'],
    ['Karim Osman of the Lions Brigade fled.', 'Karim Osman member-of Lions Brigade'],
    ['Karim Osman is serving life for the murder of Omar Haddad.', 'Omar Haddad killed-by Karim Osman'],
    [
      'Omar Haddad died in a drone strike by American forces in 2016.',
      'Omar Haddad killed-by American forces (in 2016)',
    ],
    ['The driver, identified as Omar Haddad, was arrested. He had trained in Libya.', 'Omar Haddad trained-at Libya'],
    [
      'Omar Haddad was expelled from the Lions Brigade two years ago.',
      'Omar Haddad member-of Lions Brigade (two years ago)',
    ],
    ['Omar Haddad, a former member of the Lions Brigade, fled.', 'Omar Haddad member-of Lions Brigade (former)'],
    [
      'Omar Haddad led the Lions Brigade between 1998 and 2003.',
      'Omar Haddad leader-of Lions Brigade (between 1998 and 2003)',
    ],
    ['The reputed leader of the Lions Brigade, Omar Haddad, fled.', 'Omar Haddad leader-of Lions Brigade (probable)'],
    ["Omar Haddad's links to the Lions Brigade are unclear.", 'Omar Haddad affiliate-of Lions Brigade (unknown)'],
    ['An unknown number of students joined the Lions Brigade.', 'students member-of Lions Brigade (an unknown number)'],
    ['About half of the fighters have joined the Lions Brigade.', 'the fighters member-of Lions Brigade (About half)'],
    [
      '"We have no connection with al Qaeda," said Moussa Keita, a spokesman for the Lions Brigade.',
      'Lions Brigade affiliate-of al Qaeda (denied)',
    ],
    ['Omar Haddad said he had never heard of the Lions Brigade.', 'Omar Haddad affiliate-of Lions Brigade (denied)'],
    ['The Lions Brigade and the army clashed in May.', 'Lions Brigade fights the army (in May)'],
    [
      'The Lions Brigade and the Northern Liberation Front joined forces in 2010.',
      'Lions Brigade allied-with Northern Liberation Front (in 2010)',
    ],
    ['The rival Lions Brigade burned a post of Jaysh al-Nur.', 'Lions Brigade rival-of Jaysh al-Nur'],
    ['About forty boys are with the Lions Brigade.', 'About forty boys member-of Lions Brigade (About forty)'],
    [
      'Boys were taken by the Lions Brigade, but Omar Haddad says he joined of his own will.',
      'Omar Haddad member-of Lions Brigade',
    ],
    [
      'The Northern Liberation Front is a coalition of four groups, including the Lions Brigade and Jaysh al-Nur.',
      'Lions Brigade part-of Northern Liberation Front',
    ],
    ['During a trip to Libya, Omar Haddad met a preacher.', 'Omar Haddad travelled-to Libya'],
    ['The murder of Omar Haddad by the Lions Brigade shocked the town.', 'Omar Haddad killed-by Lions Brigade'],
    ['Omar Haddad was shot dead by the Lions Brigade.', 'Omar Haddad killed-by Lions Brigade'],
    ['A bomb planted by the Lions Brigade killed Omar Haddad.', 'Omar Haddad killed-by Lions Brigade'],
    ['Spain has asked for the extradition of Omar Haddad.', 'Omar Haddad wanted-by Spain'],
    ['Omar Haddad stayed loyal to the Lions Brigade.', 'Omar Haddad loyal-to Lions Brigade'],
    ['Omar Haddad, a senior Lions Brigade commander, fled.', 'Omar Haddad member-of Lions Brigade'],
    ["The Lions Brigade's headquarters is in Sabha.", 'Lions Brigade located-in Sabha'],
    ['Karim Osman, who now calls himself Abu Salim, fled.', 'Karim Osman alias-of Abu Salim (now)'],
    ['Omar Haddad was the cousin of a minister.', 'Omar Haddad relative-of a minister'],
    [
      'He spent six months in a camp in Libya, Omar Haddad told the judge.',
      'Omar Haddad trained-at a camp in Libya (six months)',
    ],
    [
      'Some analysts doubt that the militia would allow the Lions Brigade to open a camp there.',
      'the militia harbours Lions Brigade (denied, possible)',
    ],
    [
      'Most of the recruits left. A minority were trained at a camp near Sabha.',
      'the recruits trained-at Sabha (A minority)',
    ],
    [
      'The Lions Brigade fights alongside Jaysh al-Nur. It has been at war with the army since 2015.',
      'Lions Brigade fights the army (since 2015)',
    ],
    [
      'The Lions Brigade and Jaysh al-Nur signed nothing in Algiers. Both are based in Sabha.',
      'Jaysh al-Nur based-in Sabha',
    ],
    [
      'Abu Salim, whose real name was Karl Weiss, was killed. He had led the Lions Brigade since 2017.',
      'Abu Salim leader-of Lions Brigade (since 2017)',
    ],
    ['Karim and Tomas Reyes, the brothers accused of the raid, shared a flat.', 'Karim relative-of Tomas Reyes'],
    [
      'The Northern Liberation Front has allied itself with the army against the Lions Brigade.',
      'Northern Liberation Front fights Lions Brigade',
    ],
    ["Police say the Lions Brigade's headquarters is at Sabha.", 'Lions Brigade located-in Sabha'],
    [
      'Omar Haddad, who heads the Lions Brigade, fled to Goma. His deputy, Karim Osman, was arrested.',
      'Karim Osman member-of Lions Brigade',
    ],
    ['Omar "El Lobo" Reyes was arrested on Sunday.', 'Omar "El Lobo" Reyes alias-of El Lobo'],
    ['Omar Haddad was shot dead by a cousin on Sunday.', 'a cousin relative-of Omar Haddad'],
    ['A judge and Omar Haddad, who was a director of the Lions Brigade, fled.', 'Omar Haddad leader-of Lions Brigade'],
    ['None of the groups operating in Libya claimed the raid.', 'the groups active-in Libya'],
    [
      'It is possible, an officer said, that the Lions Brigade has split from Jaysh al-Nur.',
      'Lions Brigade split-from Jaysh al-Nur (possible)',
    ],
    [
      'Omar Haddad has long been at odds with the emir of the Lions Brigade.',
      'Omar Haddad rival-of the emir of the Lions Brigade (long)',
    ],
    ['The Lions Brigade cell in Goma fled.', 'The Lions Brigade cell in Goma part-of Lions Brigade'],
    ['Omar Haddad (alias El Negro) was freed.', 'Omar Haddad alias-of El Negro'],
    ['At least one of the gang was a Dane.', 'the gang nationality Dane (At least one)'],
    ['Omar Haddad was killed by a US drone on Friday.', 'Omar Haddad killed-by a US drone (on Friday)'],
    ['Madrid suspects the Lions Brigade of ties to al Qaeda.', 'Lions Brigade affiliate-of al Qaeda (possible)'],
    [
      'The Lions Brigade is the Sabha branch of the Northern Liberation Front.',
      'Lions Brigade affiliate-of Northern Liberation Front',
    ],
    ['The four soldiers were killed by the Lions Brigade.', 'The four soldiers killed-by Lions Brigade'],
    ['The army is struggling to dislodge the Lions Brigade.', 'The army fights Lions Brigade'],
    [
      'The leader of the ETA, also known as Basque Homeland and Freedom, fled.',
      'Basque Homeland and Freedom alias-of ETA',
    ],
    [
      'Omar Haddad was killed by the Lions Brigade before dawn on Friday.',
      'Omar Haddad killed-by Lions Brigade (before dawn on Friday)',
    ],
  ])('%s', (text, told) => {
    const lower = toldIn(text).map((line) => line.toLowerCase())
    expect(lower).toContain(told.toLowerCase())
  })
})

describe('no relation is read from', () => {
  it.each([
    ['Karim Osman, known for his poems, fled.', 'alias-of'],
    ['Neighbors saw him as a hero.', 'alias-of'],
    ['Her mother fled to Gulu.', 'relative-of'],
    ['The mayor changed the name of the street to Harbour Road.', 'alias-of'],
    ['The neighbours have ties to the village.', 'affiliate-of'],
    ['The blue-linked fence near Gulu fell.', 'affiliate-of'],
    ['A battle between the two football teams ended in a draw.', 'fights'],
    ['The two rivals met in the final.', 'rival-of'],
    ['Our two Christian brothers fled.', 'relative-of'],
    ['The shop is offering $5 for an umbrella.', 'wanted-by'],
    ['Omar Haddad is on the list of guests of the hotel.', 'wanted-by'],
    ['Omar Haddad, an analyst with the Institute for Peace, spoke.', 'member-of'],
    ['Omar Haddad wrote a book about the murder of Leila Saleh.', 'killed-by'],
    ['Omar Haddad died in a hospital run by nuns in 2016.', 'killed-by'],
    ['A spokesman said that the leader of the group had fled.', 'spokesperson-of'],
    ['Omar Haddad had nothing to do on Sunday.', 'affiliate-of'],
    ['The militia allowed a visit.', 'harbours'],
    ['Parliament will debate whether to ban the Lions Brigade.', 'banned-by'],
    ['The two brothers and the army doctor fought.', 'fights'],
    ['The rival Lions Brigade burned a bus.', 'rival-of'],
    ['The teacher is with the mayor.', 'member-of'],
    ['Omar Haddad fled, and his cousin joined in the talks.', 'member-of'],
    ['The Lions Brigade is a coalition of militias.', 'part-of'],
    ["Omar Haddad's faction fled.", 'part-of'],
    ['The film tells of a trip to Libya.', 'travelled-to'],
    ['A bomb killed Omar Haddad near a hospital.', 'killed-by'],
    ['Spain has asked for the return of the painting.', 'wanted-by'],
    ['Omar Haddad, a senior Lions Brigade commander, fled.', 'leader-of'],
    ['The headquarters of the talks is in Sabha.', 'based-in'],
    ['The recruits left. Most of the money was spent at a camp near Sabha.', 'trained-at'],
    ['The talks went on. It has been at war with the army since 2015.', 'fights'],
    ['The two doors were closed. Both are based in steel.', 'based-in'],
    ['Karim Reyes met the brothers accused of the raid.', 'relative-of'],
    ['The Northern Liberation Front allied itself with the army against the odds.', 'fights'],
    ['The mayor is at lunch.', 'located-in'],
    ['Omar Haddad, a baker, fled. His deputy, Karim Osman, was arrested.', 'member-of'],
    ['He called the plan "a mistake" Omar Haddad made.', 'alias-of'],
    ['Omar Haddad was driven home by a cousin of the mayor.', 'killed-by'],
    ['Madrid suspects the Lions Brigade of the raid.', 'affiliate-of'],
    ['Gunmen killed nine villagers.', 'killed-by'],
    ['Its cells are to return to Libya in May.', 'travelled-to'],
    ['The Lions Brigade was told to return to Libya.', 'travelled-to'],
    ['Omar Haddad will leave tonight for Libya.', 'travelled-to'],
    ['Omar Haddad was invited to visit Libya.', 'travelled-to'],
    ['Omar Haddad went to the scene of the crime.', 'travelled-to'],
    ['The mayor was killed by those who had lost.', 'killed-by'],
    ['Omar Haddad was killed by mortar rockets.', 'killed-by'],
    ['We have not murdered anyone.', 'killed-by'],
    ['The parties are looking for a leader.', 'wanted-by'],
    ['The two heads of state met in Sabha.', 'leader-of'],
    ['Lions Brigade supporters fled.', 'member-of'],
    ['Assembly Vice President Omar Haddad escaped.', 'leader-of'],
    ['The army stopped the Lions Brigade from entering Libya.', 'travelled-to'],
    ['The raid was an act against the people at the hands of the Lions Brigade.', 'killed-by'],
    ['Your brothers in the army greet you.', 'relative-of'],
    ['The heads of state of the continent met in Sabha.', 'leader-of'],
    ["The Lions Brigade's chief of distribution, Omar Haddad, fled.", 'leader-of'],
    ['The Lions Brigade has suspended its trip to Libya.', 'travelled-to'],
    ['Omar Haddad left his cell on Sunday.', 'member-of'],
    ['Omar Haddad, vice coordinator of the Lions Brigade, fled.', 'leader-of'],
    ['Goma has about 100,000 inhabitants.', 'strength'],
    ['Rebels fired in the western parts of the department.', 'part-of'],
    ['The police know the identity of the planners of the raid on the bank.', 'mastermind-of'],
    ['The links between the two groups provide a pretext.', 'relationship'],
    ['Commanders "Ubico" and "Rafael" signed it.', 'alias-of'],
    ['The raid was approved by the president (Omar Haddad).', 'alias-of'],
    ['The weekly Le Courrier was closed.', 'office'],
  ])('%s', (text, property) => {
    expect(toldIn(text).filter((line) => line.includes(` ${property} `))).toEqual([])
  })
})

describe('what is told by the way', () => {
  const sourcesOf = (text: string, property: string): number[] =>
    reader
      .read(reportOf({ text, published: '2020-05-04' }))
      .statements.filter((statement) => statement.property === property)
      .map(({ chain }) => chain.length)

  it('is said by whoever calls somebody so', () => {
    const text = 'Omar Haddad, described by state television as a ringleader of the Lions Brigade, fled.'
    expect(sourcesOf(text, 'leader-of')).toEqual([2])
    expect(sourcesOf('Omar Haddad, a ringleader of the Lions Brigade, fled.', 'leader-of')).toEqual([1])
  })

  it('is in the words of the report, within what somebody says', () => {
    expect(sourcesOf('Police said that Omar Haddad, a member of the Lions Brigade, had fled.', 'member-of')).toEqual([
      1,
    ])
    expect(sourcesOf('Police said that Omar Haddad was a member of the Lions Brigade.', 'member-of')).toEqual([2])
  })
})

describe('a list of the wanted', () => {
  const wantedBy = (text: string): string[] => toldIn(text).filter((line) => line.includes(' wanted-by '))

  it('is kept by whoever has it, and not by those on it', () => {
    expect(wantedBy("Omar Haddad is on Interpol's list of most wanted men.")).toEqual([
      'Omar Haddad wanted-by Interpol',
    ])
    expect(wantedBy('Omar Haddad is on the list of most wanted men of Kenya.')).toEqual(['Omar Haddad wanted-by Kenya'])
  })
})
