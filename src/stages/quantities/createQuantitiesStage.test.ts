import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { taggedDocument } from '../../../test/taggedDocument.ts'
import { Count, Distance } from '../../model/Value.ts'
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
    ['tens/NNS of/IN thousands/NNS', '20000-30000-99999 tens of thousands'],
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
    ['half/NN of/IN the/DT 40/CD hostages/NNS', '20-20-20 half of the 40 > hostages'],
    ['more/JJR than/IN half/NN of/IN the/DT 40/CD hostages/NNS', '21-21-40 more than half of the 40 > hostages'],
    ['most/JJS of/IN the/DT 10/CD huts/NNS', '6-8-10 most of the 10 > huts'],
    ['a/DT 22/CD _-/HYPH _member/NN team/NN', '22-22-22 22-member > team'],
    ['a/DT 1,200/CD _-/HYPH _strong/JJ force/NN', '1200-1200-1200 1,200-strong > force'],
    ['an/DT unknown/JJ number/NN of/IN//+1:case men/NNS', '1-1- an unknown number > men'],
    ['both/DT//+1:det drivers/NNS', '2-2-2 both > drivers'],
    ['16/CD may/MD die/VB', '16-16-16 16'],
    ['about/IN two/CD explosions/NNS', '2-2-2 about two > explosions'],
    ['several/JJ plainclothes/NNS officers/NNS', '3-5-9 several > plainclothes officers'],
    ['thirty/CD _-/HYPH _odd/JJ men/NNS', '30-30-39 thirty-odd > men'],
    ['not/RB one/CD house/NN stood/VBD', '0-0-0 not one > house'],
    ['killing/VBG/kill one/CD and/CC', '1-1-1 one'],
    ['the/DT toll/NN stood/VBD/stand at/IN 17/CD', '17-17-17 17'],
    ['the/DT 15/CD dead/JJ were/VBD buried/VBN', '15-15-15 15 > dead'],
    ['killed/VBN 12/CD Monday/NNP/Monday', '12-12-12 12'],
    ['three/CD AR/NNP _-/HYPH _15/CD rifles/NNS', '3-3-3 three > AR-15 rifles'],
    ['2/CD _m/NN refugees/NNS', '2000000-2000000-2000000 2m > refugees'],
    ['at/IN least/JJS some/DT 200/CD men/NNS', '180-200- at least some 200 > men'],
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
    'a/DT 22/CD _-/HYPH _seat/NN bus/NN',
    'half/NN of/IN the/DT village/NN',
    'the/DT dead/NN man/NN had/VBD two/CD _-/HYPH _thirds/NNS of/IN it/PRP',
    'at/IN 0730/CD a/DT shot/NN rang/VBD',
    'between/IN 2012/CD and/CC 2014/CD',
    'at/IN 12/CD Mill/NNP Lane/NNP',
    'men/NNS aged/VBN 18/CD to/IN 30/CD',
    'one/CD in/IN ten/CD recruits/NNS',
    'an/DT unknown/JJ number/NN called/VBD',
    'he/PRP is/VBZ single/JJ',
    'both/CC//+2:cc:preconj the/DT army/NN and/CC the/DT police/NN',
    'on/IN 16/CD May/MD the/DT bridge/NN fell/VBD',
    'at/IN approximately/RB 1100/CD ,/, it/PRP rang/VBD',
    'after/IN 1630/CD they/PRP left/VBD',
    'one/CD of/IN//+1:case joy/NN//-2:nmod',
    'not/RB one/CD but/CC',
    'number/NN no./NN 4/CD troops/NNS',
    'one/CD M/NN _-/HYPH _60/CD',
    'both/DT Ali/NNP and/CC Omar/NNP',
    'decree/NN 412/CD ,/, signed/VBN in/IN spring/NN',
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
    ['10/CD to/IN 15/CD km/NN away/RB', '12.5 km: 10 to 15 km'],
    ['half/PDT a/DT mile/NN away/RB', '0.805 km: half a mile'],
    ['a/DT mile/NN from/IN//+2:case the/DT gate/NN', '1.609 km: a mile > the gate'],
    ['two/CD and/CC a/DT half/NN miles/NNS', '4.023 km: two and a half miles'],
    ['a/DT few/JJ miles/NNS away/RB', '4.828 km: a few miles'],
    ['dozens/NNS of/IN miles/NNS away/RB', '57.936 km: dozens of miles'],
    ['within/IN 5/CD km/NN of/IN//+2:case the/DT dam/NN', '5 km: within 5 km > the dam'],
    ['a/DT 300/CD _-/HYPH _foot/NN climb/NN', '0.091 km: 300-foot'],
    ['30/CD nautical/JJ miles/NNS off/IN//+2:case the/DT coast/NN', '55.56 km: 30 nautical miles > the coast'],
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

  it.each([
    ['60/CD miles/NNS (/-LRB- _10/CD kilometers/NNS _)/-RRB-', true],
    ['100/CD miles/NNS (/-LRB- _200/CD km/NN _)/-RRB-', true],
    ['60/CD miles/NNS (/-LRB- _100/CD kilometers/NNS _)/-RRB-', undefined],
    ['1/CD mile/NN (/-LRB- _2/CD km/NN _)/-RRB-', undefined],
    ['300/CD feet/NNS (/-LRB- _90/CD meters/NNS _)/-RRB-', undefined],
  ])('checks both units of %s', (line, unitsDisagree) => {
    const [{ value }] = read(line)
    expect('unitsDisagree' in value ? value.unitsDisagree : undefined).toBe(unitsDisagree)
  })

  it.each([
    '90/CD km/NN per/IN hour/NN',
    '30/CD square/JJ miles/NNS',
    'a/DT 300/CD _-/HYPH _foot/NN tower/NN',
    '300/CD feet/NNS high/JJ',
    'at/IN 30,000/CD feet/NNS',
    'three/CD feet/NNS of/IN water/NN',
    'a/DT yard/NN from/IN the/DT door/NN',
    'a/DT two/CD _-/HYPH _hour/NN drive/NN',
    '2/CD acres/NNS/acre',
  ])('does not read %s', (line) => {
    expect(counts(line)).toEqual([])
  })
})

describe('any text', () => {
  it('has no range that ends below its beginning', () => {
    for (const { value } of stage.run(taggedDocument('twenty/NN to/NN thousands/NN hundred/NN')).quantities) {
      expect(Count.safeParse(value).error).toBeUndefined()
    }
  })

  const WORDS =
    'hundred hundreds thousands million dozen a half and of the or to between from at least more than nearly some odd plus 7 22 1,000 0700 2015 12.5 - ( ) km miles m feet square high no one none two twenty both most members people/NNS/person men/NNS/man killed/VBN dead/JJ , . per cent $ % of in five within strong/JJ member/NN'.split(
      ' ',
    )
  const word = fc.constantFrom(...WORDS).map((w) => (w.includes('/') ? w : `${w}/${/\d/.test(w) ? 'CD' : 'NN'}`))
  const arc = fc.integer({ min: -3, max: 3 }).map((head) => `${head}:nummod`)
  const lines = fc.array(fc.tuple(word, fc.boolean(), arc), { minLength: 1, maxLength: 30 }).map((list) =>
    list
      .map(([text, joined, relation]) => {
        const [form, xpos, lemma = ''] = text.split('/')
        return `${joined ? '_' : ''}${form}/${xpos}/${lemma}/${relation}`
      })
      .join(' '),
  )

  it('never fails, and every quantity stands in the text with ordered bounds', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const document = taggedDocument(line)
        let last = 0
        for (const { start, end, from, to, head, value } of stage.run(document).quantities) {
          expect(value.words).toBe(document.text.slice(start, end))
          expect((value.type === 'count' ? Count : Distance).safeParse(value).error).toBeUndefined()
          expect(from >= last && to > from && to <= document.get('tokens').length).toBe(true)
          expect(head === undefined || head >= to).toBe(true)
          last = to
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['numbers', ['hundred/CD', 'and/CC', '9/CD']],
    ['scales', ['nine/CD', 'hundred/CD', 'and/CC']],
    ['bounds', ['at/IN', 'least/JJS', 'between/IN', '5/CD']],
    ['nouns', ['5/CD', 'young/JJ', 'and/CC', 'old/JJ']],
    ['distances', ['5/CD', 'km/NN', '(/-LRB-']],
  ])('reads endless %s in linear time', (_, pattern) => {
    const endless = (n: number) => Array.from({ length: n }, (_, i) => pattern[i % pattern.length]).join(' ')
    expect(() => read(endless(40_000))).not.toThrow()
  })

  it('takes a number too long for one to be none', () => {
    expect(read(`${'9'.repeat(50_000)}/CD`)).toEqual([])
  })
})
