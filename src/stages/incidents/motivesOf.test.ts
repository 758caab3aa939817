import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** `type: motive words, answers type`, of incidents with a reason. */
const reasons = (text: string): string[] => {
  const document = reader.annotate(reportOf({ text, published: '2021-03-04' }))
  const incidents = document.get('incidents')
  return document.get('incidentPropositions').flatMap(({ subject, property, value, polarity }) => {
    const { type } = incidents[subject.index]
    if (property === 'motive' && value.type === 'text')
      return [`${type}: ${polarity === 'denied' ? 'not ' : ''}${value.text}`]
    if (property === 'response-to' && value.type === 'incident' && typeof value.incident === 'number')
      return [`${type} answers ${incidents[value.incident].type}`]
    return []
  })
}

describe('why it was done', () => {
  it('by the state of mind of who did it', () => {
    expect(
      reasons(
        'A guard shot three colleagues at the mine on Friday. The company said he had been suffering psychiatric problems.',
      ),
    ).toEqual(['shooting: psychiatric problems'])
    expect(
      reasons(
        'A soldier opened fire in a barracks in Duba, killing two recruits. The army said he was not mentally ill.',
      ),
    ).toEqual(['shooting: not mentally ill'])
    expect(reasons('A blast killed nine. The survivors were suffering psychological problems, doctors said.')).toEqual(
      [],
    )
    expect(reasons('A guard shot three colleagues. The director has been suffering from depression.')).toEqual([])
  })

  it('by the deed that it answers, which is another', () => {
    expect(reasons('Rebels burned the village in retaliation for the killing of two herders.')).toEqual([
      'arson: retaliation for the killing of two herders',
      'arson answers killing',
    ])
    expect(reasons('The militia said it had shot the mayor to avenge the death of its leader.')).toEqual([
      'shooting: to avenge the death of its leader',
    ])
    expect(reasons('He took revenge for the goal.')).toEqual([])
  })
})
