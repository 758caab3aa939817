import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { taggedDocument } from '../../../test/taggedDocument.ts'
import { parseQuantityWords } from '../../vocabulary/QuantityWords.ts'
import { createQuantitiesStage } from './createQuantitiesStage.ts'

const file = 'vocabulary/lexicons/quantities.json'
const stage = createQuantitiesStage(parseQuantityWords(readFileSync(file, 'utf8'), file))
const read = (lines: string) => stage.run(taggedDocument(lines)).quantities
/** "low-best-high words of what" of each quantity */
const counts = (lines: string) =>
  read(lines).map(({ value }) =>
    value.type === 'count'
      ? `${value.low}-${value.best}-${value.high ?? ''} ${value.words}${value.of ? ` > ${value.of}` : ''}`
      : `${value.km} km: ${value.words}${value.from ? ` > ${value.from}` : ''}`,
  )

describe('counts', () => {
  it.each([
    ['22/CD//+1:nummod people/NNS/person died/VBD/die', '22-22-22 22 > people'],
    ['seven/CD//+2:nummod young/JJ men/NNS/man left/VBD', '7-7-7 seven > young men'],
    ['killing/VBG at/IN//+2:case least/JJS//-1:fixed one/CD//+1:nummod guard/NN', '1-1- at least one > guard'],
    ['well/RB over/IN a/DT dozen/NN//+1:nummod boys/NNS/boy', '13-13- well over a dozen > boys'],
    ['several/JJ hundred/CD//+1:nummod jihadists/NNS', '300-500-900 several hundred > jihadists'],
    ['30/CD or/CC 40/CD//+1:nummod men/NNS', '30-35-40 30 or 40 > men'],
    ['more/JJR than/IN 20/CD', '21-21- more than 20'],
    ['more/JJR than/IN “/`` _20/CD//+1:nummod fighters/NNS', '21-21- more than “20 > fighters'],
    ['up/IN to/IN 50/CD//+1:nummod houses/NNS', '0-50-50 up to 50 > houses'],
    ['between/IN 5/CD and/CC 7/CD//+1:nummod shells/NNS', '5-6-7 between 5 and 7 > shells'],
    ['hundreds/NNS of/IN//+1:case miners/NNS//-2:nmod', '200-300-999 hundreds > miners'],
    ['Dozens/NNS were/VBD hurt/VBN', '24-36-99 Dozens'],
    ['a/DT couple/NN of/IN//+1:case gunmen/NNS//-2:nmod', '2-2-3 a couple > gunmen'],
    ['tens/NNS of/IN thousands/NNS', '20000-30000-99000 tens of thousands'],
    ['no/DT one/NN was/VBD hurt/VBN', '0-0-0 no one'],
    ['no/DT//+1:det casualties/NNS/casualty', '0-0-0 no > casualties'],
    ['nearly/RB 30/CD//+1:nummod nurses/NNS', '27-30-30 nearly 30 > nurses'],
    ['twenty/CD _-/HYPH _two/CD//+1:nummod nurses/NNS', '22-22-22 twenty-two > nurses'],
    ['one/CD hundred/CD and/CC fifty/CD//+1:nummod tents/NNS', '150-150-150 one hundred and fifty > tents'],
    ['1.5/CD million/CD//+1:nummod refugees/NNS', '1500000-1500000-1500000 1.5 million > refugees'],
    ['half/PDT a/DT dozen/NN//+1:nummod lorries/NNS', '6-6-6 half a dozen > lorries'],
    ['100/CD or/CC so/RB', '90-100-110 100 or so'],
    ['two/CD or/CC three/CD hundred/CD//+1:nummod tents/NNS', '200-250-300 two or three hundred > tents'],
    ['fewer/JJR than/IN 10/CD//+1:nummod shells/NNS', '0-9-9 fewer than 10 > shells'],
    ['One/CD of/IN//+2:case the/DT//+1:det gunmen/NNS//-3:nmod fled/VBD', '1-1-1 One > gunmen'],
  ])('reads %s', (line, expected) => {
    expect(counts(line)).toEqual([expected])
  })

  it.each([
    'a/DT soldier/NN fired/VBD',
    'in/IN 2015/CD ,/, he/PRP left/VBD',
    'the/DT 1990/CD elections/NNS/election',
    'an/DT 18/CD _-/HYPH _year/NN _-/HYPH _old/JJ boy/NN',
    'Ali/NNP Salah/NNP ,/, 42/CD ,/, a/DT driver/NN',
    'on/IN May/NNP 8/CD they/PRP left/VBD',
    'on/IN 8/CD May/NNP',
    'after/IN ten/CD days/NNS/day',
    '$/$ 20/CD million/CD',
    '20/CD percent/NN of/IN them/PRP',
    'the/DT 3rd/JJ time/NN',
    'Resolution/NNP 1973/CD',
    'room/NN 12/CD was/VBD empty/JJ',
    'call/VB 555/CD _-/HYPH _1234/CD',
    'at/IN 10/CD _:/: _30/CD',
    'one/CD another/DT',
    'no/DT//+1:det doubt/NN',
    'the/DT only/JJ one/NN',
    'a/DT 22/CD _-/HYPH _member/NN team/NN',
    'half/PDT the/DT village/NN fled/VBD',
    'the/DT married/JJ pair/NN were/VBD away/RB',
  ])('does not count %s', (line) => {
    expect(counts(line)).toEqual([])
  })

  it('says which rule read it and which token is counted', () => {
    const [quantity] = read('about/RB 22/CD//+1:nummod people/NNS/person')
    expect(quantity).toMatchObject({ start: 0, end: 8, from: 0, to: 2, head: 2, by: 'rule:quantities/bounded' })
  })
})

describe('distances', () => {
  it.each([
    ['60/CD miles/NNS (/-LRB- _100/CD kilometers/NNS _)/-RRB-', '96.561 km: 60 miles (100 kilometers)'],
    ['nearly/RB 2,000/CD meters/NNS', '2 km: nearly 2,000 meters'],
    ['20km/NN north/RB of/IN//+2:case the/DT town/NN', '20 km: 20km > the town'],
    ['ten/CD miles/NNS from/IN//+2:case the/DT border/NN', '16.093 km: ten miles > the border'],
  ])('reads %s', (line, expected) => {
    expect(counts(line)).toEqual([expected])
  })

  it('keeps every unit that is stated', () => {
    const [{ value }] = read('60/CD miles/NNS (/-LRB- _100/CD kilometers/NNS _)/-RRB-')
    expect(value).toMatchObject({
      stated: [
        { amount: 60, unit: 'mi' },
        { amount: 100, unit: 'km' },
      ],
    })
  })

  it.each(['90/CD km/NN per/IN hour/NN', '30/CD square/JJ miles/NNS'])('does not read %s', (line) => {
    expect(counts(line)).toEqual([])
  })
})

it('reads hostile text in linear time without failing', () => {
  const long = Array.from({ length: 20_000 }, (_, i) =>
    i % 3 === 0 ? 'hundred/CD' : i % 3 === 1 ? 'and/CC' : '9/CD',
  ).join(' ')
  expect(read(long).length).toBeGreaterThan(0)
  expect(read(`${'9'.repeat(50_000)}/CD`)).toEqual([])
})
