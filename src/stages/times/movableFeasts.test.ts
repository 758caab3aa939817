import { describe, expect, it } from 'vitest'
import { dayNumber } from './dayNumber.ts'
import { edtfDay } from './edtfOf.ts'
import { fromHijri } from './fromHijri.ts'
import { newMoon, newMoonFrom, newMoonNear } from './newMoon.ts'
import { nowruz } from './nowruz.ts'

describe('the moon', () => {
  it('is new when almanacs say', () => {
    // 6 January 2000 18:14, 21 August 2017 18:30 UTC (a solar eclipse)
    expect(newMoon(0)).toBeCloseTo(dayNumber(2000, 1, 6) + 18.23 / 24, 1)
    expect(newMoonNear(dayNumber(2017, 8, 20))).toBeCloseTo(dayNumber(2017, 8, 21) + 18.5 / 24, 1)
    expect(Math.floor(newMoonFrom(dayNumber(2017, 7, 24), 0))).toBe(dayNumber(2017, 8, 21))
  })

  it('begins the months of Mecca: the feasts of these years were kept on these days', () => {
    expect(edtfDay(fromHijri(1440, 10, 1))).toBe('2019-06-04')
    expect(edtfDay(fromHijri(1440, 12, 10))).toBe('2019-08-11')
    expect(edtfDay(fromHijri(1442, 9, 1))).toBe('2021-04-13')
    expect(edtfDay(fromHijri(1443, 9, 1))).toBe('2022-04-02')
    expect(edtfDay(fromHijri(1445, 10, 1))).toBe('2024-04-10')
  })

  it('gives months of 29 or 30 days, one behind the other', () => {
    for (let year = 1300; year < 1500; year++) {
      for (let month = 1; month <= 12; month++) {
        const next = month === 12 ? fromHijri(year + 1, 1, 1) : fromHijri(year, month + 1, 1)
        expect([29, 30]).toContain(next - fromHijri(year, month, 1))
      }
    }
  })
})

describe('the Iranian year', () => {
  it('begins on 20 or 21 March', () => {
    const begins = [2012, 2016, 2017, 2020, 2021, 2023, 2024, 2025, 2028].map((year) => edtfDay(nowruz(year)).slice(5))
    expect(begins).toEqual(['03-20', '03-20', '03-21', '03-20', '03-21', '03-21', '03-20', '03-21', '03-20'])
  })
})
