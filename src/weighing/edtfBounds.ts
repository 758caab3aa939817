/** Days from first to last that an EDTF expression can mean, as `YYYY-MM-DD`; open ends are far away. */
export interface Bounds {
  readonly first: string
  readonly last: string
}

const EVER = { first: '0000-01-01', last: '9999-12-31' }
/** Months of the seasons 21 to 24 and the quarters 33 to 36 of ISO 8601-2; a winter is taken to begin in December of its year. */
const SEASONS: Record<string, [number, number]> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [1, 12],
  '33': [1, 3],
  '34': [4, 6],
  '35': [7, 9],
  '36': [10, 12],
}

/**
 * The bounds of an EDTF date or interval (ISO 8601-2:2019): "2015-06~", "2015-2X", "2015-22", "2015-06-26/..". Qualifiers of
 * doubt do not widen them. Undefined where it is empty or not understood.
 */
export function edtfBounds(edtf: string): Bounds | undefined {
  const [from, to, ...rest] = edtf.trim().split('/')
  if (edtf.trim() === '' || rest.length > 0) return undefined
  if (to === undefined) return dateBounds(from)
  const first = from === '..' || from === '' ? EVER.first : dateBounds(from)?.first
  const last = to === '..' || to === '' ? EVER.last : dateBounds(to)?.last
  return first === undefined || last === undefined || first > last ? undefined : { first, last }
}

function dateBounds(date: string): Bounds | undefined {
  const match = /^([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T.*)?$/.exec(date.replace(/[~?%]/g, ''))
  if (match === null) return undefined
  const [, year, month, day] = match
  const [firstYear, lastYear] = [year.replaceAll('X', '0'), year.replaceAll('X', '9')]
  if (month === undefined) return { first: `${firstYear}-01-01`, last: `${lastYear}-12-31` }
  if (month in SEASONS) {
    const [from, to] = SEASONS[month]
    return { first: `${firstYear}-${two(from)}-01`, last: `${lastYear}-${two(to)}-${lastDay(lastYear, to)}` }
  }
  const firstMonth = clamp(month.replaceAll('X', '0'), 12)
  const lastMonth = clamp(month.replaceAll('X', '9'), 12)
  if (firstMonth === undefined || lastMonth === undefined) return undefined
  const longest = Number(lastDay(lastYear, Number(lastMonth)))
  const firstDay = clamp((day ?? '01').replaceAll('X', '0'), 31)
  const finalDay = clamp((day ?? 'XX').replaceAll('X', '9'), longest)
  if (firstDay === undefined || finalDay === undefined) return undefined
  return { first: `${firstYear}-${firstMonth}-${firstDay}`, last: `${lastYear}-${lastMonth}-${finalDay}` }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** "00" is 1 and "99" is the most: what unspecified digits leave open. Anything else above the most is no date. */
function clamp(digits: string, most: number): string | undefined {
  const number = Number(digits)
  if (digits === '00') return '01'
  if (number <= most) return digits
  return digits.endsWith('9') ? two(most) : undefined
}

const lastDay = (year: string, month: number): string => {
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  return two(month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** True where some day can be meant by both. */
export const meet = (a: Bounds, b: Bounds): boolean => a.first <= b.last && b.first <= a.last
