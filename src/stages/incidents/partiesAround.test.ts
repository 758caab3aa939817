import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** `type: property phrase, …` of each incident and act of speech. */
const deedsIn = (text: string): string[] => {
  const document = reader.annotate(reportOf({ text, published: '2021-03-04' }))
  const shown = (parties: readonly { property: string; start: number; end: number }[]): string =>
    parties
      .filter(({ property }) => /^(participant|authority|target|recipient|perpetrator|victim)$/.test(property))
      .map(({ property, start, end }) => `${property} ${text.slice(start, end)}`)
      .join(', ')
  const incidents = document.get('incidents').map(({ type }, index) => {
    const own = document.get('incidentPropositions').filter(({ subject }) => subject.index === index)
    return `${type}: ${shown(own.map(({ property, spans: [{ start, end }] }) => ({ property, start, end })))}`
  })
  const acts = document
    .get('speechActs')
    .map(({ type, parties }) => `${type}: ${shown(parties.map(({ property, span }) => ({ property, ...span })))}`)
  return [...incidents, ...acts]
}

describe('parties that stand neither as subject nor as object', () => {
  it.each([
    ['Truckers, joined by farmers, blocked the highway.', 'roadblock: participant Truckers, participant farmers'],
    ['Truckers, watched by farmers, blocked the highway.', 'roadblock: participant Truckers'],
    [
      'Envoys of the government and the rebels met in Juba.',
      'talks: participant Envoys of the government, participant the rebels',
    ],
    ['Envoys of the government met in Juba.', 'talks: participant Envoys of the government'],
    ['Chad scrambled jets to intercept two bombers.', 'weapons-deployment: authority Chad, target two bombers'],
    ['Chad scrambled jets to reassure two mayors.', 'weapons-deployment: authority Chad'],
    ['Authorities cut off the internet in the Saro region.', 'blockade: authority Authorities, target the Saro region'],
    [
      'The minister flew to Juba for two days of talks with President Deng.',
      'talks: participant The minister, recipient Deng',
    ],
    [
      'Nurses rallied outside the health minister’s home.',
      'protest: participant Nurses, target the health minister’s home, target the health minister',
    ],
    [
      'Farmers blocked the highway to press the governor for diesel.',
      'roadblock: participant Farmers, target the governor',
    ],
    [
      'Niger sent marines to the coast after gunmen attacked a base.',
      'troop-deployment: authority Niger, target gunmen',
    ],
    ['Niger sent marines to the coast after a storm.', 'troop-deployment: authority Niger'],
    ['The party walked out of the talks with the rebels.', 'breaking-off: participant The party, target the rebels'],
    ['The party walked out of the talks.', 'breaking-off: participant The party'],
    ['Police shared files on the gang with Europol.', 'cooperation: participant Police, recipient Europol'],
    ['Chad and Niger agreed to reopen the border.', 'agreement: participant Chad, participant Niger'],
    [
      'The union denounced what it called a campaign of terror by the army.',
      'condemnation: participant The union, target the army',
    ],
    ['The union denounced what it called a campaign of terror.', 'condemnation: participant The union'],
    [
      'The prosecutor opened an investigation into claims that soldiers had beaten two men.',
      'investigation: authority The prosecutor, target soldiers',
    ],
    [
      'Mali’s Tuareg movement said on Friday that it had shelled the port.',
      'shelling: perpetrator Mali’s Tuareg movement, target the port',
    ],
    ['Shots were fired at the Cuban embassy.', 'shooting: target the Cuban embassy'],
    ['Guards confiscated the passports of three nurses.', 'seizure: authority Guards, target three nurses'],
    ['Two ministers were sacked on Friday.', 'dismissal: target Two ministers'],
    ['Students burned manure in front of the ministry.', 'protest: participant Students, target the ministry'],
    [
      'Gendarmes joined hunters in arresting a smuggler.',
      'arrest: authority Gendarmes, target a smuggler, authority hunters',
    ],
    ['Gendarmes joined a chess club before arresting a smuggler.', 'arrest: authority Gendarmes, target a smuggler'],
    ['A charity set up a field hospital for the wounded.', 'aid: participant A charity, target the wounded'],
    ['A charity set up a field hospital for the winter.', 'aid: participant A charity'],
    [
      'Peru accused Chile of spying, a charge the minister rejected.',
      'rejection: participant the minister, target Peru',
    ],
    ['The king’s sacking of two judges angered the town.', 'dismissal: authority The king, target two judges'],
    ['Guards confiscated laptops belonging to a deputy.', 'seizure: authority Guards, target a deputy'],
    ['Doctors have been on strike since Monday.', 'strike: participant Doctors'],
    ['Peru protested to Chile over the flights of its jets.', 'condemnation: participant Peru, target Chile'],
    ['The poet was given a sentence of nine years.', 'trial: target The poet'],
    [
      'The envoy visited Quito for talks with the premier.',
      'visit: participant The envoy, target Quito, recipient the premier',
    ],
    ['Congress extended the state of emergency.', 'state-of-emergency: authority Congress'],
    ['The arrest by gendarmes of a priest angered Lima.', 'arrest: authority gendarmes of a priest, target a priest'],
    ['The arrest by members of the army angered Lima.', 'arrest: authority members of the army'],
    ['The police’s raid on a mosque angered Lima.', 'raid: authority The police, target a mosque'],
    ['A banker’s arrest by the navy angered Lima.', 'arrest: target A banker, authority the navy'],
    ['The junta’s crackdown on students angered Lima.', 'raid: authority The junta, target students'],
    ['A nurse held in Gao since January was freed on Friday.', 'release: target A nurse'],
    ['Clashes between police and miners left two dead.', 'clash: participant police, participant miners'],
    ['Fighting broke out between the army and rebels.', 'clash: participant the army, participant rebels'],
    ['The ambush laid by Naga rebels lasted an hour.', 'armed-attack: perpetrator Naga rebels'],
    ['Chad demanded the release of two nurses.', 'demand: participant Chad'],
    ['The opposition called for the premier to resign.', 'demand: participant The opposition, target the premier'],
    ['The union blamed rebels for the raid on a convoy.', 'condemnation: participant The union, target rebels'],
    ['The governor was urged to resign by deputies.', 'demand: target The governor, participant deputies'],
    [
      'It was the third time that the bishop had appealed to the rebels.',
      'demand: participant the bishop, target the rebels',
    ],
    [
      'The decision of the junta to expel two diplomats was condemned.',
      'sanction: authority the junta, target two diplomats',
    ],
    ['Soldiers recaptured Mbala Tosa on Friday.', 'takeover: participant Soldiers, target Mbala Tosa'],
  ])('%s', (text, told) => {
    expect(deedsIn(text)).toContain(told)
  })
})

describe('the grammar of headlines', () => {
  it.each([
    ['Thousands march in Lima to demand the mayor’s resignation', 'protest: participant Thousands, target the mayor'],
    ['Arrested on Sunday: two nurses and a friar.', 'arrest: target two nurses, target a friar'],
    [
      'Denounced by the bar association as a farce, the trial went on.',
      'condemnation: participant the bar association',
    ],
    ['Saro’s curfew lifted after nine days', 'easing: target Saro'],
    ['Opposition leader freed in Harare', 'release: target Opposition leader'],
    ['Premier criticised by bishops', 'condemnation: target Premier, participant bishops'],
    ['Bamako, Niamey hold first talks since border clash', 'talks: participant Niamey, participant Bamako'],
    ['In Bamako, Niamey held talks with Accra.', 'talks: participant Niamey, participant Accra'],
  ])('%s', (text, told) => {
    expect(deedsIn(text)).toContain(told)
  })

  it('tells nothing of questions, nor of what detectives will not talk about', () => {
    expect(deedsIn('Asked whether Chad would invade Niger, the minister said no.')).toEqual([])
    expect(deedsIn('The rebels will not attend the talks in Doha.')).toHaveLength(1)
    expect(deedsIn('Detectives declined to speculate about a motive.')).toEqual([])
  })
})
