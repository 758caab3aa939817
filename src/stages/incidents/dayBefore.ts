/** The EDTF date so many days, weeks, months or years before a day, as exact as the unit: ten days before 2015-07-06 is 2015-06-26. */
export function dayBefore(day: string, count: number, unit: 'D' | 'W' | 'M' | 'Y'): string {
  const [year, month, date] = day.split('-').map(Number)
  if (unit === 'Y') return String(year - count).padStart(4, '0')
  if (unit === 'M') {
    const months = year * 12 + (month - 1) - count
    return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
  }
  const exact = new Date(Date.UTC(year, month - 1, date - count * (unit === 'W' ? 7 : 1)))
  return `${exact.toISOString().slice(0, 10)}${unit === 'W' ? '~' : ''}`
}
