import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** The dates of a report's incidents: label → EDTF | phrase | what it hangs on, an incident by its label. */
function datesIn(text: string, published?: string): Record<string, string[]> {
  const { incidents, statements } = reader.read(reportOf({ text, ...(published !== undefined && { published }) }))
  const labels = new Map(incidents.map(({ id, label }) => [id, label]))
  const dates: Record<string, string[]> = Object.fromEntries(incidents.map(({ label }) => [label, []]))
  for (const { subject, property, value } of statements) {
    if (property !== 'date' || value.type !== 'interval') continue
    const { edtf, phrase, anchor } = value
    const on = anchor.kind === 'incident' ? (labels.get(anchor.value ?? '') ?? 'no incident') : anchor.kind
    dates[labels.get(subject.id) ?? '']?.push(`${edtf} | ${phrase} | ${on}`)
  }
  return dates
}

const day = '2024-03-14'

describe('a date counted from another incident', () => {
  it('links to that incident, and is worked out where its date is known', () => {
    const dates = datesIn(
      'An ambush on March 2 killed three rangers near Boni. Ten days after the ambush, gunmen attacked a second patrol.',
      day,
    )
    expect(dates['attacked a second patrol']).toEqual(['2024-03-12 | Ten days after the ambush | ambush'])
    expect(dates.ambush).toEqual(['2024-03-02 | March 2 | published'])
  })

  it('stays relative where that date is not known', () => {
    const dates = datesIn('Militants stormed a prison in Bamako six months after the kidnapping of two priests.', day)
    expect(dates['stormed a prison']).toEqual([' | six months after the kidnapping | kidnapping of two priests'])
    expect(dates['kidnapping of two priests']).toEqual([])
  })

  it('takes up what a pronoun or a clause stands for', () => {
    const dates = datesIn(
      'A bomb exploded at a market in Gao on Monday. The day after it, soldiers raided a village.',
      day,
    )
    expect(dates['raided a village']).toEqual([expect.stringMatching(/^2024-03-12 \| The day after it \| /)])
  })

  it('counts from what is no incident by the day told with the same word', () => {
    const dates = datesIn(
      'The vote was held on February 26. Two days before the vote, a candidate was shot dead in Gao.',
      day,
    )
    expect(Object.values(dates).flat()).toEqual(['2024-02-24 | Two days before the vote | date'])
  })

  it('told in the present, counts back from the day of publication, with the whole phrase', () => {
    const text = 'Ten days after the bombing of the mill, the road is still closed.'
    expect(Object.values(datesIn(text, day)).flat()).toEqual(['2024-03-04 | Ten days after the bombing | published'])
    // without that day it says when the bombing was, relative to the report
    const undated = [' | Ten days after the bombing | unresolved']
    expect(datesIn(text)['bombing of the mill']).toEqual(undated)
    expect(Object.values(datesIn(text)).flat()).toEqual(undated)
    // told in the past it dates the other
    const relative = [' | Ten days after the bombing | bombing of the mill']
    expect(Object.values(datesIn(text.replace('is still', 'was still'), day)).flat()).toEqual(relative)
  })

  it('gives nobody the time of another', () => {
    const lecture = 'On Monday the minister lectured in the town where a bomb exploded.'
    expect(Object.values(datesIn(lecture, day)).flat()).toEqual([])
    const trial = 'Two years after the vote, the court is still closed. Gunmen attacked a bus in Gao.'
    expect(datesIn(trial, day)['attacked a bus']).toEqual([])
  })

  it('joins the two ends of a stretch, and nothing else', () => {
    const raids = datesIn('Between March 3 and 5 rebels attacked the camp at Boni twice.', day)
    expect(Object.values(raids).flat()).toEqual(['2024-03-03/2024-03-05 | Between March 3 and 5 | published'])
    const killings = datesIn('From mid-January until Sunday 31 villagers were killed in Gao.', day)
    expect(Object.values(killings).flat()).toEqual([
      '2024-01-11~/2024-03-10 | From mid-January until Sunday | published',
    ])
    const two = datesIn('Gunmen attacked a bus in Gao on Friday and Sunday.', day)
    expect(Object.values(two).flat()).not.toContainEqual(expect.stringMatching(/\//))
  })

  it('keeps the finer of two times of one sentence', () => {
    const dates = datesIn('In the third quarter a blast on 19 August killed thirteen people in Gao.', day)
    expect(Object.values(dates).flat()).toEqual(['2023-08-19 | 19 August | published'])
  })
})
