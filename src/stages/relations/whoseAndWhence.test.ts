import { describe, expect, it } from 'vitest'
import { relationsToldIn } from '../../../test/relationsToldIn.ts'

const told = (text: string) => relationsToldIn(text).map((line) => line.toLowerCase())

describe('of two persons with two appositions', () => {
  it('each has his own', () => {
    const lines = told(
      'The 19-year-old and the 22-year-old, a Swiss national and a Danish citizen of Tamil origin, were held in Goma.',
    )
    expect(lines).toContain('the 19-year-old nationality swiss')
    expect(lines).toContain('the 22-year-old nationality danish')
    expect(lines).toContain('the 22-year-old nationality tamil')
    expect(lines.filter((line) => line.includes('nationality'))).toHaveLength(3)
  })

  it('both have what is said of both', () => {
    expect(told('Omar Haddad and Karim Osman, both Swiss citizens, were held.')).toEqual(
      expect.arrayContaining(['omar haddad nationality swiss', 'karim osman nationality swiss']),
    )
  })
})

describe('told', () => {
  it.each([
    ['Omar Haddad, a rejected asylum seeker from Eritrea, fled.', 'omar haddad nationality eritrea'],
    ['Officials say that a man in Goma, who used the name Abu Salim, paid them.', 'a man in goma alias-of abu salim'],
    ['A preacher known by the nom de guerre Abu Salim was held.', 'a preacher alias-of abu salim'],
    ['Armed gangs known locally as cutters have camps in the hills.', 'armed gangs alias-of cutters'],
    ['The gang, known in Goma as the Cutters, fled.', 'the gang alias-of cutters'],
    ['Omar Haddad sympathises with the Lions Brigade.', 'omar haddad sympathises-with lions brigade'],
    [
      'Prosecutors believe that Omar Haddad instructed the two bombers.',
      'the two bombers directed-by omar haddad (probable)',
    ],
    ['The Lions Brigade-run ministry closed the port.', 'the lions brigade-run ministry controlled-by lions brigade'],
    ['Troops shelled the rebel-held town of Sabha.', 'sabha controlled-by rebel'],
    ['The gang has camps in the Rugo forest, about 40 kilometres from the border.', 'the rugo forest distance-from '],
  ])('in %s', (text, line) => expect(told(text)).toContain(line))

  it.each([
    ['Omar Haddad, a reporter from the Herald, fled.', 'nationality'],
    ['A preacher known for his sermons was held.', 'alias-of'],
    ['Omar Haddad sympathises with the mourners.', 'sympathises-with'],
    ['Omar Haddad instructed the residents to leave.', 'directed-by'],
    ['They met in a family-run hotel in Sabha.', 'controlled-by'],
  ])('not in %s', (text, property) => expect(told(text).filter((line) => line.includes(` ${property} `))).toEqual([]))
})

describe('ages and peoples', () => {
  it('belong to each of two names', () => {
    const lines = told(
      'Olga Brandt, 34, and Samir Aziz, 41, a German and a Lebanese national, respectively, were held.',
    )
    expect(lines).toEqual(
      expect.arrayContaining(['olga brandt nationality german', 'samir aziz nationality lebanese', 'samir aziz age ']),
    )
  })

  it('and offices in their order', () => {
    const lines = told('Marta Lund and Kofi Mensah, a Danish nurse and a Ghanaian doctor, were kidnapped.')
    expect(lines.filter((line) => line.includes(' office '))).toEqual([
      'marta lund office a danish nurse',
      'kofi mensah office a ghanaian doctor',
    ])
  })

  it('are no offices and no names', () => {
    const lines = told('Two mercenaries, a Russian and a Serbian national, had blown up a pipeline.')
    expect(lines.filter((line) => line.includes(' office '))).toEqual([])
  })
})
