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
    ['Peru lifted the curfew in two provinces.', 'easing: authority Peru, target two provinces'],
    ['Villagers were given shelter by a monastery.', 'asylum: recipient Villagers, participant a monastery'],
    ['The Taliban banned women from the parks.', 'ban: authority The Taliban, target women'],
    ['The sacking of two judges by the king was a shock.', 'dismissal: target two judges, authority the king'],
    [
      'An anonymous caller told the station that its studios would be blown up.',
      'bombing: perpetrator An anonymous caller, target the station',
    ],
    ['Spain expelled two envoys.', 'sanction: authority Spain, target two envoys'],
    ['Uganda closed its crossing with Rwanda.', 'closure: authority Uganda, target Rwanda'],
    [
      'Four men were flogged in Mopti on the orders of an Islamist court.',
      'beating: victim Four men, perpetrator an Islamist court',
    ],
    [
      'The rebels told shopkeepers to reopen or lose their licences.',
      'threat: perpetrator The rebels, victim shopkeepers',
    ],
    [
      'A delegation from Mali is in Lima for talks with the exiles.',
      'talks: participant the exiles, participant A delegation from Mali',
    ],
    [
      "The ministry's decision to deport two monks angered Chad.",
      'deportation: authority The ministry, target two monks',
    ],
    ['The rebels fired two missiles at a tanker.', 'shelling: perpetrator The rebels, target a tanker'],
    ['An American drone killed two men.', 'killing: perpetrator American, victim two men'],
    ['The army apologised to the villagers.', 'concession: participant The army, target the villagers'],
    ['Egypt reopened the crossing.', 'access: authority Egypt'],
    ['The president fired his interior minister.', 'dismissal: authority The president, target his interior minister'],
    ['Elders said they would take up arms against the miners.', 'threat: perpetrator they, victim the miners'],
    ['Rail unions said they would shut the railway if talks failed.', 'threat: perpetrator they'],
    [
      'The minister told the crowd that anyone on the square would be arrested.',
      'arrest: authority The minister, target the crowd',
    ],
    [
      'The Chadian cabinet will send Niger two helicopters.',
      'military-aid: participant The Chadian cabinet, recipient Niger',
    ],
    ['The envoy flew to Accra to see the premier.', 'visit: participant The envoy, target the premier'],
    ['The premier received the Ghanaian envoy.', 'visit: target The premier, participant the Ghanaian envoy'],
    ['The navies of the bloc began joint anti-piracy drills.', 'cooperation: participant The navies of the bloc'],
    ['Russian air strikes hit the camp.', 'air-strike: perpetrator Russian, target the camp'],
    ["Qatar's detention of two pilots went on.", 'arrest: authority Qatar, target two pilots'],
    ['A curfew was imposed on Haldia by the governor.', 'curfew: authority the governor, target Haldia'],
    ['Chad massed tanks along its border with Libya.', 'troop-deployment: authority Chad, target Libya'],
    ['A plane chartered by the Red Cross brought tents to Yemen.', 'aid: participant the Red Cross, recipient Yemen'],
    [
      "Police seized laptops from the offices of a farmers' union.",
      "seizure: authority Police, target a farmers' union",
    ],
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
    'The bus plunged into a ravine, killing nine.',
    'The rain eased after dawn.',
    'The bishops called for a ceasefire.',
    'The judge signed a warrant for the arrest of two bankers.',
    'The minister pushed the pram into the park.',
    'The waiter told guests to sit or stand.',
    'The firm is in Lima for the fair.',
    'The sacking of two judges would be a shock.',
    'The ship was stopped by ice.',
    'The premier received an honorary degree.',
    'The company said it would close two plants if demand falls.',
    'The joint account was opened in March.',
    'Anyone who attacks a policeman goes to jail.',
    'The army band marched through the old town.',
    'The senator resigned himself to a long wait.',
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

  it('may be asked for by what must be done', () => {
    expect(actsIn('The mayor said the state must send more judges.')).toEqual([
      'demand: participant The mayor, target the state',
    ])
    expect(actsIn('The minister said taxes must be simple.')).toEqual([])
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

  it('is of whom something is asked, where a threat has a condition', () => {
    expect(incidentsIn('The rebels threatened to blow up the line unless Chad frees their leader.')).toContain(
      'threat: perpetrator The rebels, target Chad',
    )
  })

  it('agrees with its verb in number, and is not who is described by what was done to them', () => {
    expect(incidentsIn('Police arrested women from the Sisters group who were marching on the ministry.')[1]).toBe(
      'protest: participant women from the Sisters group, target the ministry',
    )
    expect(incidentsIn('Kidnappers freed an engineer they had seized in May.')[1]).toBe(
      'kidnapping: perpetrator they, victim an engineer',
    )
  })

  it('is no appositive behind the object', () => {
    expect(incidentsIn('Police searched the office and detained its director, Ana Reyes.')[1]).toBe(
      'arrest: authority Police, target its director',
    )
  })
})
