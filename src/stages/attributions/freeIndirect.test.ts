import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** `source: words` of what is told without a verb of saying. */
const goneOn = (text: string): string[] =>
  reader
    .annotate(reportOf({ text }))
    .get('attributions')
    .filter(({ by }) => by === 'rule:attributions/free-indirect')
    .map(({ sourceName, content: [{ start, end }] }) => `${sourceName}: ${text.slice(start, end)}`)

describe('what a speaker goes on with', () => {
  it('set back in time as his words were', () => {
    expect(
      goneOn(
        'Amina, a 20-year-old student, said nine girls in nearby villages had disappeared. Others had joined the columns walking to Chad. Rebel recruiters often promised jobs, she said.',
      ),
    ).toEqual(['Amina: Others had joined the columns walking to Chad'])
    expect(goneOn('Karim, a driver, told the paper he had seen the blast. Two buses had been destroyed.')).toEqual([
      'Karim: Two buses had been destroyed',
    ])
  })

  it('and not what the report tells beside it', () => {
    expect(goneOn('The minister said the raid failed. The army had shelled the town in May.')).toEqual([])
    expect(
      goneOn(
        'The police chief said nine men were held. Soldiers raided two houses on Tuesday. The men will be charged, he said.',
      ),
    ).toEqual([])
    expect(
      goneOn('The premier said talks had failed. Rebels had attacked two posts on Sunday, the army said.'),
    ).toEqual([])
    expect(goneOn('The premier said talks had failed.\n\nRebels had attacked two posts on Sunday.')).toEqual([])
  })

  it('about what only he can know of himself', () => {
    const text = 'Tomas, a miner, says he avoids the police and the rebels. He has left the village for good.'
    expect(goneOn(text)).toEqual(['Tomas: He has left the village for good'])
    expect(
      goneOn(
        'Tomas, a miner, told the paper he avoids the rebels. He has left the village, which they burned, and wants to go to Lima.',
      ),
    ).toEqual(['Tomas: He has left the village, which they burned'])
    expect(
      goneOn(
        'Tomas, a miner, told the paper he avoids the rebels. He still hides, even though the gang was broken up in May.',
      ),
    ).toEqual(['Tomas: He still hides'])
    expect(goneOn('The governor says he avoids the rebels. He has left the village for good.')).toEqual([])
  })
})
