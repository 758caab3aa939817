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
const PARTIES =
  /^(participants?|authority|target|victim|perpetrator|destination|beneficiary|recruiter|date|channel|place)$/

describe('which words speak of incidents', () => {
  it('men of a band in a participle clause', () => {
    expect(
      told('At least one of the Lions cell involved in attacking the Meridian Hotel in June was a Chadian.'),
    ).toEqual(['attack: perpetrator the Lions cell, target the Meridian Hotel, date 2020-06, place Meridian Hotel'])
    expect(told('The drug works by attacking the tumour cell.')).toEqual([])
  })

  it('what is promised in a list', () => {
    expect(
      told('There are promises of stronger patrols, stricter laws to hunt smugglers and the closure of two bars.'),
    ).toEqual(['law, planned: ', 'closure, planned: target two bars'])
    expect(told('The government promised the release of two priests and the closure of a camp.')).toEqual([
      'release, planned: target two priests',
      'closure, planned: target a camp',
    ])
    expect(told('The mayor spoke of plans, and the closure of two bars angered many.')).toEqual([
      'closure: target two bars',
    ])
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
      'recruitment: participant Two brothers, participants Two, beneficiary the Lions, place Mali',
    ])
  })

  it('what comes to light by and by is no raid', () => {
    expect(told('Police are uncovering a smuggling ring that reaches into Mali.')).toEqual([])
    expect(told('Police uncovered a smuggling ring in Lima.')).toEqual([
      'raid: authority Police, target a smuggling ring in Lima, place Lima',
    ])
  })
})

describe('what a threat is told with', () => {
  it('its channel and whom it speaks to', () => {
    expect(
      told('In June the militia issued a warning via Telegram: “To the traders of Gao, we will burn your stalls.”'),
    ).toEqual(['threat: perpetrator the militia, date 2020-06, channel Telegram, victim the traders of Gao'])
    expect(told('The embassy issued a warning to its citizens.')).toEqual([
      'threat: perpetrator The embassy, victim its citizens',
    ])
  })

  it('the place that will see it', () => {
    expect(
      told('“The markets of Gao will see horror, and you will see bombings and ambushes,” the militia claimed.'),
    ).toEqual(['bombing, threatened: place Gao', 'armed-attack, threatened: place Gao'])
    expect(told('The foreign minister of Mali saw two bombings in May.').join()).not.toContain('place')
  })

  it('harm that is only hinted at', () => {
    const [, hinted] = told(
      'In May the militia issued this warning: “If you come to Gao, beware, because we are preparing something for you that will make you forget the harbour.”',
    )
    expect(hinted).toBe('attack, threatened: perpetrator we')
    expect(told('The cooks said: “We are preparing something for you that you will like.”')).toEqual([])
  })

  it('what it holds against those it speaks to', () => {
    const [, killing] = told(
      'In May the militia issued this warning: “Beware, for your jets keep killing our cousins in Gao.”',
    )
    expect(killing).toBe('killing, alleged: perpetrator your jets, victim our cousins, place Gao')
    expect(told('Jets keep killing villagers, the report said.')).toEqual([])
  })
})

describe('who took part', () => {
  it('in their hundreds', () => {
    expect(told('Members of the Lions – perhaps in their hundreds – crossed into Mali.')).toEqual([
      'border-crossing: participant Members of the Lions, destination Mali, participants hundreds',
    ])
    expect(told('The men, in their twenties, crossed into Mali.')).toEqual([
      'border-crossing: participant The men, destination Mali',
    ])
  })

  it('among whom something goes on', () => {
    const [crossing] = told('There is plenty of illegal movement between the two provinces, mainly among herders.')
    expect(crossing).toMatch(/^border-crossing: participant .*herders$/)
  })

  it('in an operation that drags on, and what it costs', () => {
    expect(
      told(
        'The army is struggling to dislodge these militants from the ridge and taking heavy casualties in the process. A year ago, nine soldiers were killed in one incident.',
      ),
    ).toEqual([
      'raid, attempted: authority The army, target these militants',
      'clash: participant The army, victim The army',
      'killing: victim nine soldiers, date 2020-03~',
    ])
    expect(told('The army struggled to dislodge a stone.')).toEqual([])
    expect(told('The army suffered heavy casualties in the earthquake.')).toEqual([])
  })

  it('in recruiting by money', () => {
    expect(told('Recruiters of the Lions sometimes offered money, he said.')).toEqual([
      'recruitment: recruiter Recruiters of the Lions, beneficiary the Lions',
    ])
    expect(told('The bank sometimes offered money to farmers, he said.')).toEqual([])
    expect(told('The recruiters offered fishermen 200 dollars a month, a priest said.')).toEqual([
      'recruitment: recruiter The recruiters, participant fishermen',
    ])
    expect(told("The company's recruiters offered money to engineers.")).toEqual([])
  })

  it('in recruiting for a group by somebody', () => {
    expect(told('A preacher recruited twelve boys for the militia.')).toEqual([
      'recruitment: recruiter A preacher, participant twelve boys, participants twelve, beneficiary the militia',
    ])
    expect(told('The militia recruited twelve boys.')).toEqual([
      'recruitment: beneficiary The militia, participant twelve boys, participants twelve',
    ])
  })

  it('in asking somebody to fight on a side', () => {
    expect(told('Two strangers had asked him to join the Front, a baker said.')).toEqual([
      'recruitment, attempted: recruiter Two strangers, participant him, beneficiary the Front',
    ])
    expect(told('“They had rifles. They said be ready, you will work for us,” a mechanic said.')).toEqual([
      'recruitment, attempted: participant a mechanic',
    ])
    expect(told('“They said you will work for us,” the cook said of the hotel.')).toEqual([])
    expect(told('She invited the girls to join her church group.')).toEqual([])
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

describe('what the words around say of it', () => {
  it('a visit or a meeting that somebody tells of, with those who keep hidden', () => {
    expect(
      told("One shepherd described to the paper a visit from one of the country's most wanted men, Omar Tal."),
    ).toEqual(['visit: participant Omar Tal, target One shepherd'])
    expect(told('A trader recounted a visit from the fugitive warlord.')).toEqual([
      'visit: participant the fugitive warlord, target A trader',
    ])
    expect(told('A widow described a visit from her sister.')).toEqual([])
    expect(told('The boxer described a visit from the most wanted coach in the league.')).toEqual([])
  })

  it('questioning after an arrest', () => {
    expect(told('He had been detained by soldiers for a second time and questioned, he said.')).toEqual([
      'arrest: target He, authority soldiers',
      'investigation: target He, authority soldiers',
    ])
    expect(told('The minister was stopped by reporters and questioned about the budget.')).toEqual([])
  })

  it('what somebody calls an attack is not done by who calls it so; a strike that a union calls is', () => {
    expect(told('Governor Ana Ruiz called the ambush "a cowardly attack".').join()).not.toContain('perpetrator')
    expect(told("The miners' union called a strike.")).toEqual(["strike: participant The miners' union"])
  })

  it('a mine that somebody goes over; a mine that rockets hit is a pit', () => {
    expect(told('Their truck drove over a land mine near Gulu.')).toEqual(['bombing: target Their truck, place Gulu'])
    expect(told('A farmer stepped on a landmine.')).toEqual(['bombing: victim A farmer'])
    expect(told('Two soldiers were killed when their jeep hit a mine.')).toEqual([
      'bombing: victim Two soldiers, target their jeep',
    ])
    expect(told('Rockets hit a mine in the east.').join()).toContain('target a mine')
    expect(told('The rebels struck the coal mine.').join()).toContain('perpetrator The rebels')
  })

  it('where somebody was taken from; where the takers are from is not where', () => {
    expect(told('Nine nurses were kidnapped from a clinic in Gulu.')[0]).toContain('place a clinic in Gulu')
    expect(told('Gunmen from Libya abducted three nurses.')).toEqual([
      'kidnapping: perpetrator Gunmen from Libya, victim three nurses',
    ])
  })

  it('whose an air strike was, and where', () => {
    expect(told('A United States drone strike killed a commander near Gulu.')[0]).toMatch(
      /^air-strike: (?=.*perpetrator United States)(?!.*place United States)/,
    )
    expect(told('The Gaza air strike killed nine.')[0]).toContain('place Gaza')
  })

  it('an attack of a past year that somebody planned came about; one that they plan has not', () => {
    expect(told('He planned the 2019 attack on the hotel in Gulu, in which 21 people died.')).toEqual([
      'attack: target the hotel in Gulu, perpetrator He, date 2019, place Gulu, victim 21 people',
    ])
    expect(told('They were planning the attack on the hotel.')[0]).toContain('attack, planned')
  })

  it('nobody hurt, as somebody has it, is no victim', () => {
    expect(told('Our first view is that no miners were injured or killed.').join()).not.toContain('view')
  })

  it('one more of a row is nobody else', () => {
    expect(told('A reporter was shot dead on Monday, the second journalist to be killed this month.')).toHaveLength(1)
    expect(told('A reporter was shot dead on Monday. A second journalist was killed on Friday.')).toHaveLength(2)
  })

  it('a cell that attacks a mosque is of men', () => {
    expect(told('The cell used a van to attack the mosque.')).toEqual([
      'attack: perpetrator The cell, target the mosque',
    ])
    expect(told('The cell attacks the virus.')).toEqual([])
  })

  it('what was agreed on is planned, by who agreed and not by where they did', () => {
    expect(told('The cousins had agreed in an online chat to blow up a tram.')).toEqual([
      'bombing, planned: perpetrator The cousins, target a tram',
    ])
    expect(told('The brothers met in a flat to plan a bombing.').join()).not.toContain('flat')
  })

  it('an arrest that information may lead to has not happened; one that it led to has', () => {
    expect(told('Norway offers a reward for information leading to his capture.')).toEqual([])
    expect(told('A tip led to the arrest of two men.')).toEqual(['arrest: target two men'])
  })

  it('where somebody was arrested is no target; what rockets were fired at is', () => {
    expect(told('She was arrested at the airport.')).toEqual(['arrest: target She, place the airport'])
    expect(told('They fired two rockets at the airport.').join()).toContain('target the airport')
  })

  it('a clause with "when" tells time and place, one with "after" its own', () => {
    expect(told('Raiders abducted nine weavers when they stopped a bus near Gulu on Saturday.')[0]).toMatch(
      /^kidnapping: .*place Gulu, date 2021-02-27|^kidnapping: .*date 2021-02-27, place/,
    )
    expect(told('Raiders abducted nine weavers, who had met near Gulu on Saturday.')[0]).not.toContain('date')
  })
})
