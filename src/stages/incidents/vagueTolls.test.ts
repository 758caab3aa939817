import { expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** `words, whom` of the tolls that have no number. */
const tolls = (text: string): string[] =>
  reader
    .annotate(reportOf({ text }))
    .get('incidentPropositions')
    .filter(({ by }) => by === 'rule:incidents/vague-toll')
    .map(({ value, spans: [{ start, end }] }) =>
      value.type === 'count' ? `${value.words} ${value.low}-${value.high ?? ''}` : text.slice(start, end),
    )

it('counts two or more where a toll has no number', () => {
  expect(tolls('The rebels suffered heavy casualties in the fighting near Duba, the army said.')).toEqual([
    'heavy casualties 2-',
    'The rebels',
  ])
  expect(tolls('Both sides took heavy losses in the battle for the bridge.')).toEqual(['heavy losses 2-', 'Both sides'])
  expect(tolls('The ambush at Duba inflicted heavy losses on the militia, the army said.')).toEqual([
    'heavy losses 2-',
    'the militia',
  ])
})

it('counts none of no casualties, of an accident, of money', () => {
  expect(tolls('There were no casualties in the blast.')).toEqual([])
  expect(tolls('The army suffered heavy casualties in the earthquake.')).toEqual([])
  expect(tolls('The company took heavy losses last year.')).toEqual([])
})
