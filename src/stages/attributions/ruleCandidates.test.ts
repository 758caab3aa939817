import { describe, expect, it } from 'vitest'
import { attributionLines } from '../../../test/attributionLines.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

const read = (text: string): string[] => attributionLines(reader, text)

describe('responsibility taken', () => {
  it('is a claim where it is for a deed', () => {
    expect(read('A splinter group took responsibility for the attack on the convoy.')).toEqual([
      'A splinter group | took responsibility for | the attack on the convoy',
    ])
  })
  it.each([
    'The aunt took responsibility for the orphans after the raid.',
    'The council took responsibility for the delay in building the dam.',
  ])('is none where it is for people or for a fault: %s', (text) => expect(read(text)).toEqual([]))
})

describe('headlines', () => {
  it.each([
    ['Ferry crew were drunk, says harbour master', 'harbour master | says | Ferry crew were drunk'],
    [
      'Nine hurt as bus is stoned in Dorvel, fire service says',
      'fire service | says | Nine hurt as bus is stoned in Dorvel',
    ],
    ['Police: Two held after shooting', 'Police | : | Two held after shooting'],
  ])('name their speaker: %s', (text, line) => expect(read(text)).toEqual([line]))

  it('may have a label that names nobody', () => {
    expect(read('Analysis: Why the truce failed')).toEqual([])
  })
})

describe('transcripts', () => {
  const turns = 'VENN: What did you see?\n\nADARO: Two men stood on the roof.\n\nVENN: Were they armed?'
  it('name the speaker at the head of each turn', () => {
    expect(read(turns)).toEqual([
      'VENN | : | What did you see?',
      'ADARO | : | Two men stood on the roof.',
      'VENN | : | Were they armed?',
    ])
  })
  it('are told from a label that stands alone', () => {
    expect(read('NOTE: The road is closed.\n\nThe ferry runs at noon.')).toEqual([])
  })
})

describe('views without a verb', () => {
  it.each([
    ['For the opposition, the raid was a pretext.', 'the opposition | For | the raid was a pretext'],
    [
      'The depot was, as one guard put it, a bomb with a fence.',
      'one guard | put it | The depot was … a bomb with a fence',
    ],
    ['Per the toll book, nobody paid.', 'the toll book | Per | nobody paid'],
  ])('%s', (text, line) => expect(read(text)).toEqual([line]))

  it.each(['For two years, the raid was a pretext.', 'The truck ran at sixty miles per hour.'])(
    'are told from time and measure: %s',
    (text) => expect(read(text)).toEqual([]),
  )
})

describe('sources behind a source', () => {
  it('are those whom a report cites', () => {
    expect(read('Citing two doctors at the clinic, the Chronicle reported that eleven had died.')).toEqual([
      'two doctors at the clinic | Citing | that eleven had died',
      'the Chronicle | reported | that eleven had died',
    ])
  })
  it.each([
    [
      'The service said inmates had told chaplains that a guard smuggled in the pistol.',
      'inmates | had told | that a guard smuggled in the pistol',
    ],
    [
      'Court papers allege that Mr Dunn told an agent: “I know where the judge parks.”',
      'Mr Dunn | told | “I know where the judge parks.”',
    ],
    [
      'Villagers doubt the ministry’s promise that the well will reopen.',
      'the ministry | promise | that the well will reopen',
    ],
    ['The board dismissed reports that its chairman had resigned.', ' | reports | that its chairman had resigned'],
  ])('stand within what is said: %s', (text, line) => expect(read(text)).toContain(line))

  it('are those whom a report quotes', () => {
    expect(read('The agency quoted a doctor at the clinic as saying 12 people had died.')).toEqual([
      'The agency | quoted | a doctor at the clinic as saying 12 people had died',
      'a doctor at the clinic | saying | 12 people had died',
    ])
  })

  it('are told from paper that is read', () => {
    expect(read('The board read the reports of its auditors.').join()).not.toMatch(/reports \|/)
  })
})

describe('firm acts', () => {
  it.each([
    ['He pleaded not guilty and denied owning a rifle.', 'He | denied | owning a rifle'],
    ['The caller threatened to release the files.', 'The caller | threatened | to release the files'],
  ])('%s', (text, line) => expect(read(text)).toContain(line))

  it.each([
    'The flood threatened to undo the work of years.',
    'Fields threatened by floods were harvested in the dark.',
    'Two fishermen claimed the reward for the drone.',
    'Kidnappers charged the battery of their phone from a tractor.',
    'The volunteers were seen crossing the bridge at night.',
  ])('are told from verbs that say nothing: %s', (text) => expect(read(text)).toEqual([]))
})

describe('nobody', () => {
  it('is the source of what emerged, and no one speaks who emerges', () => {
    const text = 'It emerged on Monday that the siren at the mill had been cut off.'
    expect(read(text)).toEqual([
      expect.stringMatching(/^ \| emerged.* \| that the siren at the mill had been cut off$/),
    ])
    expect(read('The mayor emerged from the hall at noon.')).toEqual([])
  })

  it('is the source of what emerges', () => {
    expect(read('It emerged on Tuesday that the alarm had been switched off for a week.')).toEqual([
      expect.stringMatching(/^ \| emerged.* \| that the alarm had been switched off for a week$/),
    ])
  })
  it('is told from what happens by itself', () => {
    expect(read('It rained so hard that the bridge gave way.')).toEqual([])
  })
})

describe('answers', () => {
  const answers = (text: string) =>
    reader
      .annotate(reportOf({ text }))
      .get('attributions')
      .map((one) => one.answers)
  it.each([
    'The rebels say they shot down the plane, which the army denies.',
    'The Herald reported that the minister knew of the plan, a charge he denied.',
    'The front said it had planted the bomb. The ministry rejected the claim.',
  ])('point back at a claim: %s', (text) => expect(answers(text)).toEqual([undefined, 0]))

  it('are no part of the claim, as other relative clauses are', () => {
    expect(read('The rebels say they shot down the plane, which the army denies.')[0]).toMatch(/ down the plane$/)
    expect(read('The rebels say they shot down the plane, which the army owned.')[0]).toMatch(/ which the army owned$/)
  })

  it('have a content of their own otherwise', () => {
    expect(answers('The rebels say they shot down the plane. The army denied that it had lost one.')).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('numbers', () => {
  it('are said by who puts them somewhere', () => {
    expect(read('The government put the toll at four; the union says eleven died.')).toEqual([
      'The government | put | the toll at four',
      'the union | says | eleven died',
    ])
  })
  it('are told from things', () => expect(read('The guard put the rifle at the door.')).toEqual([]))
})

describe('verdicts of others', () => {
  it('are no part of what was said', () => {
    expect(read('The army says the plane crashed in bad weather, a claim the rebels dispute.')[0]).toBe(
      'The army | says | the plane crashed in bad weather',
    )
    expect(read('The clerk said the mayor had lied in a letter, a report and a speech.')[0]).toContain(
      'a report and a speech',
    )
  })
})

describe('hearsay', () => {
  const acts = (text: string) =>
    reader
      .annotate(reportOf({ text }))
      .get('attributions')
      .map(({ act }) => act)
  it.each([
    'The commander is said to have fled.',
    'Rumour has it that the commander fled.',
    'Unconfirmed reports say the commander was killed.',
  ])('is what nobody can be asked about: %s', (text) => expect(acts(text)).toEqual(['hearsay']))
  it('is told from a paper that can be read', () => {
    expect(acts('The report says the commander was killed.')).toEqual(['says'])
  })
})
