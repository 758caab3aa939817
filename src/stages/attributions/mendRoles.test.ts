import { describe, expect, it } from 'vitest'
import { attributionLines } from '../../../test/attributionLines.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

const read = (text: string): string[] => attributionLines(reader, text)

describe('verbs of deed', () => {
  it.each([
    'Gunmen attacked a police post near the ferry.',
    'The government banned night ferries last week.',
    'Officers found two rifles under the floor.',
    'A man with links to the gang stabbed two guards.',
  ])('attribute nothing: %s', (text) => expect(read(text)).toEqual([]))

  it.each([
    'Officers found that the rifles had been stolen.',
    'The mayor called for an investigation.',
    'The senator attacked the plan.',
  ])('are told from verbs of speech: %s', (text) => expect(read(text)).toHaveLength(1))
})

describe('words that only look like a cue', () => {
  it.each([
    'He had been detained twice and questioned.',
    'The chaos at the border and a militant fringe are threatening to undo the gains of the summer.',
  ])('attribute nothing: %s', (text) => expect(read(text)).toEqual([]))

  it('are told from threats', () => {
    expect(read('Gangs on the border threatened to burn the mill.')).toHaveLength(1)
  })

  it('are told from whom it was said to, and from words of degree', () => {
    expect(read('One young man in Dorvel described to CNN a visit from a stranger.')).toEqual([
      'One young man in Dorvel | described | a visit from a stranger',
    ])
    expect(read('Merrin said well over a dozen men had vanished.')).toEqual([
      'Merrin | said | well over a dozen men had vanished',
    ])
  })
})

describe('cues within what is said', () => {
  it('have content before and behind them', () => {
    expect(read('Some crossed the lake, she said; others were arrested at the pier.')).toEqual([
      'she | said | Some crossed the lake … others were arrested at the pier',
    ])
  })

  it('have content up to their comma, to its end', () => {
    expect(read('The bridge will open in May, the engineer told reporters.')).toEqual([
      'the engineer | told | The bridge will open in May',
    ])
    expect(read('Army troops killed two smugglers in a clash near Dorvel on Monday, the army reported.')).toEqual([
      'the army | reported | Army troops killed two smugglers in a clash near Dorvel on Monday',
    ])
  })

  it('are read where the models left them out', () => {
    expect(read('Secrecy is no stranger to the health of the mayor, her former doctor maintains.')).toEqual([
      'her former doctor | maintains | Secrecy is no stranger to the health of the mayor',
    ])
  })

  it('are told from a clause that has its content behind it', () => {
    expect(read('When the raid began, the mayor said that the road was closed.')).toEqual([
      'the mayor | said | that the road was closed',
    ])
  })
})

describe('what others hold within what is said', () => {
  it('is read by the subject and the object of its own verb', () => {
    expect(read('Captain Orlo Venn said investigators suspected the Free Front.')).toEqual([
      'Captain Orlo Venn | said | investigators suspected the Free Front',
      'investigators | suspected | the Free Front',
    ])
    const [, inner] = read('Venn said that officials were not convinced that the fire was an accident.')
    expect(inner).toBe('officials | were not convinced | that the fire was an accident')
  })

  it('is no second source where the speaker tells of their own belief', () => {
    expect(read('Captain Orlo Venn said he suspected the Free Front.')).toHaveLength(1)
  })
})

describe('claims of deeds', () => {
  it('are read in relative clauses and within what is said', () => {
    expect(
      read('The Red Dawn group, which claimed the bombing of the court in March, denied any role in the raid.'),
    ).toEqual([
      expect.stringMatching(/^which \| claimed \| the bombing of the court/),
      expect.stringMatching(/^The Red Dawn group(?:, which .*)? \| denied \| any role in the raid$/),
    ])
    expect(read('The attack was claimed by the Red Dawn group, police said.')[0]).toBe(
      'the Red Dawn group | claimed | The attack',
    )
  })

  it('are told from floods', () => {
    expect(read('The flood, which claimed nine lives, began in May.')).toEqual([])
  })
})

describe('denials', () => {
  it('are read where the verb was taken for a noun', () => {
    const text = 'The ministry denies reports that a ferry was the target of the blast.'
    expect(read(text)).toEqual([
      expect.stringMatching(/^The ministry \| denies.* that a ferry was the target of the blast$/),
    ])
    expect(read('A judge ordered the release of the two men.')[0]).toMatch(/^A judge \| ordered/)
  })
})

describe('sources', () => {
  it('are noun phrases', () => {
    const text = 'Six weeks after gunmen raided Odrel, a teacher told reporters that the school was still shut.'
    expect(read(text)).toEqual(['a teacher | told | that the school was still shut'])
  })

  it('leave what is said about them', () => {
    expect(read('The mayor, who was on leave, rejected accusations that he had hidden the report.')[0]).toMatch(
      /^The mayor(?:, who was on leave,?)? \| rejected/,
    )
    expect(read('The mayor is convinced the fire was an accident.')).toEqual([
      'The mayor | is convinced | the fire was an accident',
    ])
  })

  it('hold their relative clause whole', () => {
    expect(read('A 17-year-old who came back described a camp of 20 or 25 men in the forest.')).toEqual([
      'A 17-year-old who came back | described | a camp of 20 or 25 men in the forest',
    ])
  })
})

describe('according to', () => {
  const aside = 'According to a customs officer, who spoke on condition of anonymity, the crates held rifles.'
  it('has what follows an aside about the source as its content', () => {
    expect(read(aside)).toEqual([
      expect.stringMatching(/^a customs officer(?:, who .*)? \| According to \| the crates held rifles$/),
    ])
  })

  it('keeps the content before it', () => {
    expect(read('The crates held rifles, according to a customs officer, who asked not to be named.')).toEqual([
      'a customs officer | according to | The crates held rifles',
    ])
  })
})

describe('what others make of a charge', () => {
  it.each([
    ['Norland has accused Sudmark of arming the gangs, a charge Velm denies.', 'Velm | denies | a charge'],
    ['Residents say soldiers burned the mill, a claim dismissed by the army.', 'the army | dismissed | a claim'],
    [
      'The union says the guards fired first, an allegation they have rejected.',
      'they | have rejected | an allegation',
    ],
  ])('is theirs, and names them alone: %s', (text, line) => expect(read(text)).toContain(line))

  it.each([
    'Norland accuses Sudmark of arming the gangs; Velm denies this.',
    'Residents said soldiers had burned the mill. The army denied that.',
  ])('answers what was said: %s', (text) => {
    const attributions = reader.annotate(reportOf({ text })).get('attributions')
    expect(attributions.map(({ answers }) => answers)).toEqual([undefined, 0])
  })

  it('is told from saying it again', () => {
    const text = 'Norland has accused Sudmark of arming the gangs, a charge it has often repeated.'
    const attributions = reader.annotate(reportOf({ text })).get('attributions')
    expect(attributions.filter(({ answers }) => answers !== undefined)).toEqual([])
  })
})

describe('who speaks', () => {
  it('is the subject also behind a message that somebody sent', () => {
    expect(
      read('In a statement emailed to reporters its spokesman, Otto Brenn, threatened more attacks on the port.'),
    ).toEqual(['its spokesman, Otto Brenn, | threatened | more attacks on the port'])
  })

  it.each([
    'No group has claimed responsibility for the fire.',
    'Nobody in the village said that the mill had burned.',
  ])('is nobody where nobody speaks: %s', (text) => expect(read(text)).toEqual([]))

  it('is nobody known where it is only alleged that they agreed', () => {
    expect(read('The suspects had allegedly agreed to blow up a train.')).toEqual([
      ' | allegedly | The suspects had … agreed to blow up a train',
    ])
    expect(read('The experts agreed that the mill had been set alight.')).toHaveLength(1)
  })
})
