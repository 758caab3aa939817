import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

const incidentsIn = (text: string) => {
  const document = reader.annotate(reportOf({ text, published: '2021-03-04' }))
  const propositions = document.get('incidentPropositions')
  return document.get('incidents').map(({ type }, index) => ({
    type,
    properties: propositions.filter(({ subject }) => subject.index === index).map(({ property }) => property),
  }))
}

const RAID = 'Gunmen attacked a clinic in Gulu on Tuesday.'

describe('incidents that nothing tells apart', () => {
  it('are one where they hit the same, and keep what was said of either', () => {
    const told = incidentsIn(
      `${RAID} The army sent troops to the north. A nurse was killed when gunmen shot at the clinic from a truck.`,
    ).filter(({ type }) => type !== 'deployment' && type !== 'weapons-deployment')
    expect(told.length).toBeLessThanOrEqual(2)
    expect(told[0].properties).toEqual(expect.arrayContaining(['perpetrator', 'target', 'date', 'place']))
  })

  it('stay apart on other days, in other places and where the text says another', () => {
    expect(incidentsIn(`${RAID} Gunmen attacked a clinic in Lira on Tuesday.`)).toHaveLength(2)
    expect(incidentsIn(`${RAID} Gunmen attacked a clinic in Gulu on Saturday.`)).toHaveLength(2)
    expect(incidentsIn(`${RAID} Another attack on a clinic took place in Gulu on Tuesday.`)).toHaveLength(2)
  })

  it('stay apart where they hit different people by name, or different things', () => {
    expect(
      incidentsIn('Gunmen killed Sara Okello in Gulu on Tuesday. Gunmen killed Peter Lam in Gulu on Tuesday.'),
    ).toHaveLength(2)
    expect(incidentsIn(`${RAID} Gunmen attacked a bridge in Gulu on Tuesday.`)).toHaveLength(2)
  })

  it('are a bombing and the deaths of those it hit, but not a robbery and the deaths before it', () => {
    const types = (text: string) => incidentsIn(text).map(({ type }) => type)
    expect(
      types(
        'A bomb exploded at the market in Gulu on Tuesday, wounding Sara Okello. Shops stayed closed. Sara Okello was killed on Tuesday, her family said.',
      ),
    ).toEqual(['bombing'])
    expect(types('Gunmen killed Sara Okello in Gulu on Tuesday. Gunmen robbed a bank in Gulu on Tuesday.')).toEqual([
      'killing',
      'robbery',
    ])
  })
})
