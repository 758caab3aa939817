import { describe, expect, it } from 'vitest'
import { civilDay, dayNumber, daysInMonth, isoWeekOf, mondayOf, weekdayOf } from './dayNumber.ts'
import { edtfDay } from './edtfOf.ts'
import { fromHijri } from './fromHijri.ts'
import { easterSunday } from './holidayMoment.ts'

describe('the calendar', () => {
  it('counts days from 1970 and back, also before our era', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28)).toBe(2)
    for (let days = -1_000_000; days < 50_000; days += 997) {
      const { year, month, day } = civilDay(days)
      expect(dayNumber(year, month, day)).toBe(days)
      expect(day).toBeLessThanOrEqual(daysInMonth(year, month))
    }
  })

  it('knows weekdays and ISO weeks at the turn of the year', () => {
    expect(weekdayOf(dayNumber(2015, 7, 6))).toBe(1)
    expect(isoWeekOf(dayNumber(2016, 1, 3))).toEqual({ year: 2015, week: 53 })
    expect(isoWeekOf(dayNumber(2014, 12, 29))).toEqual({ year: 2015, week: 1 })
    expect(edtfDay(mondayOf(2015, 1))).toBe('2014-12-29')
  })

  it('knows Easter and the Islamic calendar', () => {
    expect(edtfDay(easterSunday(2015))).toBe('2015-04-05')
    expect(edtfDay(easterSunday(1981))).toBe('1981-04-19')
    expect(edtfDay(fromHijri(1, 1, 1))).toBe('0622-07-18')
    expect(edtfDay(fromHijri(1436, 9, 1))).toBe('2015-06-18')
  })
})
