import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../document/Document.ts'
import type { Proposition } from '../../document/Layers.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../../vocabulary/loadVocabulary.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'

const folder = join(import.meta.dirname, '../../../vocabulary')
const vocabulary = loadVocabulary(
  Object.fromEntries(VOCABULARY_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
)
const reader = openEnglishReader()
const read = (text: string): Document => reader.annotate(reportOf({ text, published: '2020-05-04' }))

function shown(document: Document, { value }: Proposition): string {
  if (value.type === 'entity' && typeof value.entity === 'number') return document.get('entities')[value.entity].name
  if (value.type === 'count') return `${value.best}${value.of ? ` ${value.of}` : ''}`
  if (value.type === 'interval') return value.edtf
  if (value.type === 'place') return value.name
  if (value.type === 'term') return value.key
  return value.type === 'text' ? value.text : value.type
}

/** What a text says of its incidents: `type/stage` of each, and `property: value` lines of each. */
function incidentsIn(text: string) {
  const document = read(text)
  return document.get('incidents').map(({ type, stage, mentions }, index) => ({
    type,
    stage,
    mentions: mentions.map(({ span }) => text.slice(span.start, span.end)),
    lines: document
      .get('incidentPropositions')
      .filter(({ subject }) => subject.index === index)
      .map((proposition) => `${proposition.property}: ${shown(document, proposition)}`),
  }))
}

describe('incident types', () => {
  const examples = [...vocabulary.incidentTypes].map(
    ([
      key,
      {
        examples: [example],
      },
    ]) => ({ key, example }),
  )
  const nearMisses = [...vocabulary.incidentTypes].map(([key, { nearMiss }]) => ({ key, nearMiss }))

  it('nearly all are found in their example', () => {
    const missed = examples.filter(
      ({ key, example }) =>
        !incidentsIn(example).some(({ type }) => isKindOf(vocabulary, type, key) || isKindOf(vocabulary, key, type)),
    )
    expect(missed.length, missed.map(({ example }) => example).join('\n')).toBeLessThan(examples.length / 6)
  })

  it('nearly none is found in its near-miss', () => {
    const wrong = nearMisses.filter(({ key, nearMiss }) => incidentsIn(nearMiss).some(({ type }) => type === key))
    expect(wrong.length, wrong.map(({ nearMiss }) => nearMiss).join('\n')).toBeLessThan(nearMisses.length / 8)
  })
})

describe('who, to whom, how many, when and where', () => {
  it('reads subject, object, time and place of a verb, and what its participles add', () => {
    const [incident] = incidentsIn(
      'Gunmen attacked a police station in Kandahar on Sunday, killing four officers and wounding nine people.',
    )
    expect(incident).toMatchObject({ type: 'armed-attack', stage: 'accomplished' })
    expect(incident.lines).toEqual(
      expect.arrayContaining([
        'perpetrator: Gunmen',
        'date: 2020-05-03',
        'place: Kandahar',
        'killed: 4 officers',
        'wounded: 9 people',
      ]),
    )
  })

  it('reads the passive with its agent', () => {
    const [incident] = incidentsIn('Three farmers were killed by rebels near the village of Kindu on Friday.')
    expect(incident.lines).toContain('killed: 3 farmers')
    expect(incident.lines.some((line) => line.startsWith('perpetrator: rebels'))).toBe(true)
  })

  it('counts one person as one', () => {
    const [incident] = incidentsIn('A judge was assassinated by two gunmen in Lima on Friday.')
    expect(incident.lines).toEqual(expect.arrayContaining(['killed: 1 judge', 'perpetrators: 2 gunmen', 'place: Lima']))
  })

  it('does not take the time of the report for the time of the incident', () => {
    const [incident] = incidentsIn('The army said on Monday that gunmen had attacked a convoy.')
    expect(incident.lines.filter((line) => line.startsWith('date'))).toEqual([])
  })

  it('takes the place of the dateline for a lead that names none, as probable', () => {
    const document = read('LAGOS, May 4 (Wire) -- Gunmen killed two policemen on Sunday, officials said.')
    expect(document.get('incidentPropositions')).toContainEqual(
      expect.objectContaining({ property: 'place', certainty: 'probable', by: 'rule:incidents/dateline' }),
    )
  })

  it('does not take where the attackers come from for where it happened', () => {
    const [incident] = incidentsIn('Militants from Somalia attacked a hotel in Mombasa on Friday.')
    expect(incident.lines).toContain('place: Mombasa')
    expect(incident.lines).not.toContain('place: Somalia')
  })

  it('reads what is told of a noun', () => {
    const [incident] = incidentsIn('The attack on the barracks in Aden by separatists left 12 soldiers dead.')
    expect(incident.type).toBe('attack')
    expect(incident.lines).toContain('place: Aden')
    expect(incident.lines.some((line) => /^killed: 12/.test(line))).toBe(true)
  })

  it('reads tolls and parts told apart', () => {
    const [incident] = incidentsIn(
      'A car bomb exploded in Mosul on Sunday. The death toll rose to 20. Two children were among the wounded.',
    )
    expect(incident.lines.some((line) => /^killed: 20/.test(line))).toBe(true)
    expect(incident.lines).toContain('wounded: 2 children')
  })
})

describe('how far it got', () => {
  it.each([
    ['Two men tried to kidnap the consul on Monday.', 'kidnapping', 'attempted'],
    ['Police foiled an attack on the harbour on Monday.', 'attack', 'foiled'],
    ['The group threatened to kill the hostages.', 'killing', 'threatened'],
    ['The militants were plotting to bomb the stadium.', 'bombing', 'planned'],
    ['The alleged kidnapping of the boy is under investigation.', 'kidnapping', 'alleged'],
  ])('%s', (text, type, stage) => {
    expect(incidentsIn(text)).toContainEqual(expect.objectContaining({ type, stage }))
  })
})

describe('one incident, many mentions', () => {
  it('takes up a bombing again as the blast and the attack', () => {
    const incidents = incidentsIn(
      'A bomb exploded at a market in Quetta on Sunday, killing nine people. No group has claimed the attack. The blast damaged several shops.',
    )
    expect(incidents.map(({ type }) => type)).toEqual(['bombing'])
  })

  it('keeps a separate incident apart', () => {
    const incidents = incidentsIn(
      'Gunmen attacked a mosque in Kabul on Friday, killing six worshippers. In another incident, a bomb exploded in Herat on Thursday.',
    )
    expect(incidents).toHaveLength(2)
    expect(incidents[0].lines).not.toContain('place: Herat')
  })

  it('lets a claim of both attacks count for both', () => {
    const incidents = incidentsIn(
      'Gunmen attacked a mosque in Kabul on Friday. A bomb exploded at a school in Herat on Thursday. The Khorasan Brigade claimed responsibility for both attacks.',
    )
    expect(incidents).toHaveLength(2)
    for (const { lines } of incidents) expect(lines).toContain('perpetrator: Khorasan Brigade')
  })

  it('sees no incident in talk of a kind of thing', () => {
    expect(incidentsIn('Attacks on schools continue every year. Experts fear assassinations.')).toEqual([])
  })
})

describe('claims of responsibility', () => {
  it('go with the attribution of the claim', () => {
    const document = read(
      'A bomb exploded at a bank in Lagos on Sunday. The Delta Front claimed responsibility for the bombing.',
    )
    const claim = document.get('incidentPropositions').find(({ by }) => by === 'rule:incidents/claimed')
    expect(claim).toMatchObject({ property: 'perpetrator' })
    expect(document.get('attributions')[claim!.attribution!].act).toBe('claims-responsibility')
  })

  it('that nobody made are none', () => {
    const [incident] = incidentsIn(
      'A bomb exploded at a bank in Lagos on Sunday. No group claimed responsibility for the blast.',
    )
    expect(incident.lines.filter((line) => line.startsWith('perpetrator'))).toEqual([])
  })

  it('denied are denied', () => {
    const document = read(
      'A bomb exploded at a bank in Lagos on Sunday. The Delta Front denied involvement in the bombing.',
    )
    expect(document.get('incidentPropositions')).toContainEqual(
      expect.objectContaining({ property: 'perpetrator', polarity: 'denied' }),
    )
  })
})

describe('what others say of the same incident', () => {
  it('takes other figures for figures of it, and keeps a place of its own apart', () => {
    const incidents = incidentsIn(
      'A bomb exploded at a mill in Gulu on Sunday, killing four people. Doctors said that six people were killed and nine wounded.',
    )
    expect(incidents).toHaveLength(1)
    expect(incidents[0].lines).toEqual(expect.arrayContaining(['killed: 4 people', 'killed: 6 people']))
    const apart = incidentsIn(
      'A bomb exploded at a mill in Gulu on Sunday, killing four people. Doctors said that six people were killed in Mombasa on Friday.',
    )
    expect(apart).toHaveLength(2)
  })

  it('takes the wounded of the next sentence for its own, and the dead of the next for others', () => {
    const text = 'Gunmen stormed a bank in Gulu on Sunday and killed two guards.'
    expect(incidentsIn(`${text} Seven people were wounded.`)).toHaveLength(1)
    expect(incidentsIn(`${text} Seven people were wounded by a bomb in Mombasa.`).length).toBeGreaterThan(1)
  })

  it('knows a mine that explodes from one that employs', () => {
    const [incident] = incidentsIn('Six soldiers died when a mine exploded under a truck near Gulu on Sunday.')
    expect(incident).toMatchObject({ type: 'bombing' })
    expect(incident.lines).toContain('instrument-kind: mine')
    expect(incidentsIn('The mine near Gulu employs 300 men.')).toEqual([])
  })

  it('takes what was put somewhere to explode for the means, and what was hit for the target', () => {
    const lines = incidentsIn('A bomb went off in Gulu on Sunday. The dynamite had been left in a doorway.').flatMap(
      (incident) => incident.lines,
    )
    expect(lines).toContain('instrument-kind: dynamite')
    expect(lines.join()).not.toContain('target: The dynamite')
    const [other] = incidentsIn('A guard was killed by a bomb in Gulu on Sunday.')
    expect(other.lines.join()).toContain('victim: A guard')
  })

  it('counts attackers as those who did it, and witnesses as nobody', () => {
    const text = 'Gunmen stormed a bank in Gulu on Sunday. A clerk said'
    expect(incidentsIn(`${text} five attackers stood outside.`)[0].lines).toContain('perpetrators: 5 attackers')
    expect(incidentsIn(`${text} five customers stood outside.`)[0].lines).not.toContain('perpetrators: 5 customers')
  })

  it('asks no incident into being', () => {
    expect(incidentsIn('The mission said it could not confirm how many people had been killed.')).toEqual([])
    expect(incidentsIn('The mission said that many people had been killed.')).toHaveLength(1)
  })

  it('does not take when the group began for when it means to attack', () => {
    const text = 'The Delta Front, which split from the Rivers Movement in 2009, is planning further attacks'
    expect(incidentsIn(`${text}.`).flatMap(({ lines }) => lines)).not.toContain('date: 2009')
  })

  it('counts who died, but not of a disease', () => {
    const text = 'Gunmen raided a village near Gulu on Sunday. A charity said that 12 people had died'
    expect(incidentsIn(`${text}.`)[0].lines.some((line) => line.startsWith('killed: 12'))).toBe(true)
    expect(incidentsIn(`${text} of cholera.`)[0].lines.some((line) => line.startsWith('killed'))).toBe(false)
  })

  it('says who the dead were, and not who merely was there', () => {
    const text = 'Gunmen raided a village near Gulu on Sunday, killing nine people. Neighbours said'
    expect(incidentsIn(`${text} one of the dead was a nurse.`)[0].lines).toContain('victim: a nurse')
    expect(incidentsIn(`${text} most of the victims were herders.`)[0].lines).toContain(
      'composition: most of the victims were herders',
    )
    expect(incidentsIn(`${text} one of the guests was a nurse.`)[0].lines).not.toContain('victim: a nurse')
  })

  it('joins who is accused of planting the bomb to the attack, but not of planting another', () => {
    const text = 'A bomb exploded at a mill in Gulu on Sunday. The police accuse the Delta Front of planting'
    const [incident, ...others] = incidentsIn(`${text} the bomb.`)
    expect(others).toEqual([])
    expect(incident.lines).toContain('perpetrator: Delta Front')
    expect(incidentsIn(`${text} a bomb in Mombasa in 2012.`).length).toBeGreaterThan(1)
  })

  it('does not take the target that somebody tells of for a new attack', () => {
    const incidents = incidentsIn(
      'A bomb exploded at a mill in Gulu on Sunday. The army said that a police van was the target of the attack.',
    )
    expect(incidents).toHaveLength(1)
    expect(incidents[0].lines).toContain('target: a police van')
  })
})

describe('clauses around a noun', () => {
  it('say where an attack was carried out, but not where it was discussed', () => {
    const carried = incidentsIn('The mayor condemned the attack that was carried out at the market in Gulu on Sunday.')
    expect(carried[0].lines).toEqual(
      expect.arrayContaining(['place: Gulu', expect.stringMatching(/^target: the market/)]),
    )
    const discussed = incidentsIn('The mayor condemned the attack that was discussed at the market in Gulu on Sunday.')
    expect(discussed.flatMap(({ lines }) => lines).filter((line) => line.startsWith('target'))).toEqual([])
  })

  it('leave who attacked after a count of weeks', () => {
    const [incident] = incidentsIn('Three weeks after gunmen attacked the border post in Gulu, the road is closed.')
    expect(incident.lines).toEqual(
      expect.arrayContaining(['perpetrator: gunmen', expect.stringMatching(/^target: the border post/)]),
    )
  })

  it('make an attack that somebody plans one to come, and attacks in general none', () => {
    const planned = incidentsIn('The minister warned that the Delta Front was planning further attacks.')
    expect(planned).toContainEqual(expect.objectContaining({ type: 'attack', stage: 'planned' }))
    expect(incidentsIn('The minister spoke of attacks.')).toEqual([])
  })

  it('count buildings burned down since some day', () => {
    expect(incidentsIn('Two shops have been burned down in Gulu since then.')[0]).toMatchObject({ type: 'arson' })
    expect(incidentsIn('The rebels have attacked mills in Gulu since 2015.')).toEqual([])
  })
})

describe('claims, denials and doubts', () => {
  it('keep the channel of a claim, and no other place', () => {
    const text = 'A bomb exploded at a mill in Gulu on Sunday. The Delta Front claimed responsibility for the blast'
    expect(incidentsIn(`${text} in a message posted on Facebook.`)[0].lines).toContain('channel: Facebook')
    expect(incidentsIn(`${text} in the north.`)[0].lines.some((line) => line.startsWith('channel'))).toBe(false)
  })

  it('deny a part in a kidnapping told before', () => {
    const document = read(
      'Armed men kidnapped two nurses near Gulu on Sunday. In a statement, the Delta Front denied any involvement.',
    )
    expect(document.get('incidentPropositions')).toContainEqual(
      expect.objectContaining({ property: 'perpetrator', polarity: 'denied' }),
    )
  })

  it('do not deny when the thing denied was done', () => {
    const document = read('The Delta Front denied that it had attacked a border post near Gulu in February.')
    const lines = document.get('incidentPropositions').map(({ property, polarity }) => `${property} ${polarity ?? ''}`)
    expect(lines).toEqual(expect.arrayContaining(['date affirmed', 'perpetrator denied']))
  })

  it('keep who was probably behind it less than sure', () => {
    const document = read(
      'Armed men kidnapped two nurses near Gulu on Sunday. The governor said the Delta Front was probably behind the kidnapping.',
    )
    expect(document.get('incidentPropositions')).toContainEqual(
      expect.objectContaining({ property: 'perpetrator', certainty: 'probable', certaintyWord: 'probably' }),
    )
  })
})

describe('numbers, sites and ends', () => {
  const linesOf = (text: string): string[] => incidentsIn(text).flatMap(({ lines }) => lines)

  it('count those killed or wounded together, also "more than" a number in quotation marks', () => {
    const lines = linesOf('The cell claimed to have killed or wounded more than “30 guards.”')
    expect(lines).toEqual(expect.arrayContaining(['victim: 30 guards', 'killed-or-wounded: 31 guards']))
    expect(lines.filter((line) => line.startsWith('victim'))).toHaveLength(1)
    expect(linesOf('Rebels killed two guards and wounded 30 soldiers.')).toContain('wounded: 30 soldiers')
  })

  it('give the wounded their own number, not that of the dead', () => {
    const lines = linesOf('Six people were killed and 14 wounded in the blast.')
    expect(lines.filter((line) => line.startsWith('wounded'))).toEqual(['wounded: 14'])
    expect(linesOf('Six people were killed and wounded in the blast.')).not.toContain('wounded: 14')
  })

  it('take a number of people and a state for no site', () => {
    expect(linesOf('Villagers crossed into Chad in their thousands.').join()).not.toContain('place: their')
    expect(linesOf('He was sentenced to 12 years in prison for the attack.').join()).not.toContain('place: prison')
    expect(linesOf('Gunmen attacked the prison on Friday.')).toContain('target: the prison')
  })

  it('let nobody deny what a report that they deny tells of others', () => {
    const lines = linesOf('The army denied reports that a clinic was the target of the raid.')
    expect(lines.join()).not.toContain('perpetrator')
    expect(linesOf('The Delta Front denied the raid on the clinic.')).toContain('perpetrator: Delta Front')
  })

  it('leave what a man did with killers apart from what these did', () => {
    const text = 'He trained with the men who attacked the Palm Hotel in Gulu earlier this year, killing 12 people.'
    expect(linesOf(text).filter((line) => line.startsWith('perpetrator:'))).toEqual(['perpetrator: the men'])
  })

  it('do not count who planned or survived an attack among its dead', () => {
    for (const text of [
      'Omar Haddad, regarded by officials as the mastermind behind the harbour attack, was killed in March.',
      'A guard who survived the attack on the harbour was killed on Monday.',
    ]) {
      const [attack, killing] = incidentsIn(text)
      expect(attack.lines.some((line) => line.startsWith('killed'))).toBe(false)
      expect(killing.lines.some((line) => line.startsWith('killed'))).toBe(true)
    }
    expect(incidentsIn('A guard at the mill was killed in the attack on the harbour.')).toHaveLength(1)
  })

  it('tell a country that owns something from a country where it happened', () => {
    const placesOf = (text: string) => linesOf(text).filter((line) => line.startsWith('place'))
    expect(placesOf('A bomb damaged the French embassy in Gulu on Sunday.').join()).toContain('Gulu')
    expect(placesOf('A bomb damaged the U.S. embassy in Gulu on Sunday.').join()).not.toContain('U.S.')
    expect(placesOf('Two U.S. nurses were killed in Gulu on Sunday.').join()).not.toContain('U.S.')
    expect(placesOf('The Uganda bombing killed two nurses.').join()).toContain('Uganda')
  })

  it('tell what kind of means an incident is done with by its very type, where none is told', () => {
    expect(linesOf('Two teachers were shot dead in Gulu on Sunday.')).toContain('instrument-kind: firearm')
    expect(linesOf('Two teachers were stabbed in Gulu on Sunday.')).toContain('instrument-kind: blade')
    expect(linesOf('Two teachers were shot dead with a pistol in Gulu on Sunday.')).not.toContain(
      'instrument-kind: firearm',
    )
    expect(linesOf('Two teachers were killed in Gulu on Sunday.').join()).not.toContain('instrument-kind')
  })

  it('see no incident in a tag', () => {
    expect(incidentsIn('Remember the #Harbour Attack, the group wrote.')).toEqual([])
    expect(incidentsIn('Remember the harbour attack, the group wrote.')).toHaveLength(1)
  })

  it('do not send the two ends of a road across it', () => {
    expect(linesOf('There is illegal movement of fighters between the two countries.').join()).not.toContain(
      'countries',
    )
    expect(linesOf('Clashes between the two countries went on near Gulu.').join()).toContain('two countries')
  })
})

it('reads nothing into nothing, and does not stumble over noise', () => {
  for (const text of ['', '....', '\u0000\ud800', 'attack '.repeat(400), '((((((((((((((((']) {
    expect(() => read(text)).not.toThrow()
  }
})

describe('the words of a target', () => {
  it('keep both quotation marks, and none that opens what closes elsewhere', () => {
    const linesOf = (text: string) => incidentsIn(text).flatMap(({ lines }) => lines)
    expect(linesOf('The ministry ordered the closure of “illegal” clinics.')).toContain('target: “illegal” clinics')
    expect(linesOf('The mayor said: “Gunmen attacked the mill.”')).toContain('perpetrator: Gunmen')
  })
})
