import type { Moment, Unit } from './Moment.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** Years before our era are written `BC0218`, as TIMEX2 did and the data in use does. */
const yearOf = (year: number): string =>
  year > 0 ? String(year).padStart(4, '0') : `BC${String(1 - year).padStart(4, '0')}`

/** The TIMEX3 value of a moment: 1998-Q2, 1999-W12, 2015-07-06TNI, 198 (the 1980s), 19 (the 20th century). */
export function timexOf(moment: Moment): string {
  const { grain, year, sub = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = moment
  const clock = (text: string): string => `${yearOf(year)}-${two(month)}-${two(day)}T${text}${moment.zone ?? ''}`
  switch (grain) {
    case 'century':
      return year > 0 || year === 0 ? two(Math.floor(year / 100)) : `BC${two(Math.floor(-year / 100))}`
    case 'decade':
      return year > 0
        ? String(Math.floor(year / 10)).padStart(3, '0')
        : `BC${String(Math.floor(-year / 10)).padStart(3, '0')}`
    case 'year':
      return yearOf(year)
    case 'half':
      return `${yearOf(year)}-H${sub}`
    case 'quarter':
      return `${yearOf(year)}-Q${sub}`
    case 'season':
      return `${yearOf(year)}-${moment.season}`
    case 'month':
      return `${yearOf(year)}-${two(month)}`
    case 'week':
      return `${yearOf(year)}-W${two(sub)}`
    case 'weekend':
      return `${yearOf(year)}-W${two(sub)}-WE`
    case 'day':
      return `${yearOf(year)}-${two(month)}-${two(day)}`
    case 'part':
      return clock(moment.part ?? 'DT')
    case 'hour':
      return clock(two(hour))
    case 'minute':
      return clock(`${two(hour)}:${two(minute)}`)
    case 'second':
      return clock(`${two(hour)}:${two(minute)}:${two(second)}`)
  }
}

const DURATION: Record<Unit, { readonly time: boolean; readonly designator: string; readonly times: number }> = {
  second: { time: true, designator: 'S', times: 1 },
  minute: { time: true, designator: 'M', times: 1 },
  hour: { time: true, designator: 'H', times: 1 },
  day: { time: false, designator: 'D', times: 1 },
  weekend: { time: false, designator: 'WE', times: 1 },
  week: { time: false, designator: 'W', times: 1 },
  fortnight: { time: false, designator: 'W', times: 2 },
  month: { time: false, designator: 'M', times: 1 },
  quarter: { time: false, designator: 'Q', times: 1 },
  season: { time: false, designator: 'Q', times: 1 },
  year: { time: false, designator: 'Y', times: 1 },
  decade: { time: false, designator: 'Y', times: 10 },
  century: { time: false, designator: 'Y', times: 100 },
  millennium: { time: false, designator: 'Y', times: 1000 },
}

const VAGUE: Partial<Record<Unit, string>> = { decade: 'PXE', century: 'PXC', millennium: 'PXL' }

/** Units that a fraction is broken into: half a year is six months, half a minute thirty seconds. */
const FINER: Partial<Record<Unit, readonly [Unit, number]>> = {
  year: ['month', 12],
  day: ['hour', 24],
  hour: ['minute', 60],
  minute: ['second', 60],
}

/** The TIMEX3 value of a duration: P3D, PT1M30S, P2Y6M; without a number PXY ("for years"). */
export function durationOf(count: number | undefined, unit: Unit): string {
  const { time, designator, times } = DURATION[unit]
  const head = time ? 'PT' : 'P'
  if (count === undefined) return VAGUE[unit] ?? `${head}X${designator}`
  const amount = count * times
  const whole = Math.floor(amount)
  const finer = FINER[unit]
  if (amount === whole || finer === undefined || amount > 1000)
    return `${head}${Math.round(amount * 10) / 10}${designator}`
  const rest = Math.round((amount - whole) * finer[1])
  const { time: restTime, designator: restDesignator } = DURATION[finer[0]]
  const first = whole === 0 ? '' : `${whole}${designator}`
  return `${head}${first}${restTime && !time ? 'T' : ''}${rest}${restDesignator}`
}
