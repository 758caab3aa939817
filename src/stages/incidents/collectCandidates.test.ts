import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** `type[, stage]: property phrase, property phrase` of each incident. */
const told = (text: string): string[] => {
  const document = reader.annotate(reportOf({ text, published: '2021-03-04' }))
  return document.get('incidents').map(({ type, stage }, index) => {
    const parties = document
      .get('incidentPropositions')
      .filter(({ subject, property }) => subject.index === index && PARTIES.test(property))
      .map(({ property, value, spans: [span] }) =>
        value.type === 'interval' ? `date ${value.edtf}` : `${property} ${text.slice(span.start, span.end)}`,
      )
    return `${type}${stage === 'accomplished' ? '' : `, ${stage}`}: ${[...new Set(parties)].join(', ')}`
  })
}
const PARTIES = /^(participants?|authority|target|victim|perpetrator|destination|beneficiary|date|channel)$/

describe('which words speak of incidents', () => {
  it('men of a band in a participle clause', () => {
    expect(
      told('At least one of the Lions cell involved in attacking the Meridian Hotel in June was a Chadian.'),
    ).toEqual(['attack: perpetrator the Lions cell, target the Meridian Hotel, date 2020-06'])
    expect(told('The drug works by attacking the tumour cell.')).toEqual([])
  })

  it('what is promised in a list', () => {
    expect(
      told('There are promises of stronger patrols, stricter laws to hunt smugglers and the closure of two bars.'),
    ).toEqual(['law, planned: ', 'closure, planned: target two bars'])
    expect(told('There were promises of calm, but the closure of two bars angered many.')).toEqual([
      'closure: target two bars',
    ])
  })

  it('what is threatened only in a figure of speech', () => {
    expect(told('The drought and a band of thieves are threatening to undo the gains Malians made in 2019.')).toEqual(
      [],
    )
    expect(told('The Front threatened to derail the talks.')).toEqual(['threat: perpetrator The Front'])
  })

  it('people under way whom others join', () => {
    expect(told('Two cousins had joined the thousands travelling overland to Libya.')).toEqual([
      'border-crossing: participant the thousands, participants thousands, participant Two cousins, destination Libya',
    ])
    expect(told('Two brothers joined the Lions, a militia in Mali.')).toEqual([
      'recruitment: participant Two brothers, participants Two, beneficiary the Lions',
    ])
  })

  it('what comes to light by and by is no raid', () => {
    expect(told('Police are uncovering a smuggling ring that reaches into Mali.')).toEqual([])
    expect(told('Police uncovered a smuggling ring in Lima.')).toEqual([
      'raid: authority Police, target a smuggling ring in Lima',
    ])
  })
})

describe('"both attacks"', () => {
  const claimed = (text: string): string[] =>
    told(text)
      .filter((line) => line.includes('perpetrator The Lions'))
      .map((line) => line.split(':')[0])

  it('are attacks, and not what the police did in between', () => {
    expect(
      claimed(
        'A man burned down a kiosk at the harbour in Tamba on Monday. On Tuesday police raided a printing shop in Tamba. On Wednesday a bomb went off at a bank in Lima. The Lions claimed responsibility for both attacks.',
      ),
    ).toEqual(['arson', 'bombing'])
  })
})
