/** Days from first to last that an EDTF expression can mean, as `YYYY-MM-DD`; open ends are far away. */
export interface Bounds {
  readonly first: string
  readonly last: string
}

const EVER = { first: '0000-01-01', last: '9999-12-31' }
/**
 * Months of the parts of the year that ISO 8601-2 counts as months: seasons 21 to 24, quarters 33 to 36, thirds 37 to 39, halves
 * 40 and 41; a winter is taken to begin in December of its year, or to end there.
 */
const PARTS: Record<string, [number, number]> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [1, 12],
  '33': [1, 3],
  '34': [4, 6],
  '35': [7, 9],
  '36': [10, 12],
  '37': [1, 4],
  '38': [5, 8],
  '39': [9, 12],
  '40': [1, 6],
  '41': [7, 12],
}

/**
 * The bounds of an EDTF date, interval or set (ISO 8601-2:2019): "2015-06~", "2015-2X", "2015-22", "2015-06-26/..",
 * "[2015-06-14,2015-06-15]". Qualifiers of doubt do not widen them. Undefined where it is empty or not understood.
 */
export const edtfBounds = (edtf: string): Bounds | undefined => boundsOf(edtf, dateBounds)

/** The bounds with what "about" leaves open: "2015-06-26~" some days, "2015-06~" a month, "2015~" a year to either side. */
export const edtfReach = (edtf: string): Bounds | undefined => boundsOf(edtf, widened)

function boundsOf(edtf: string, ofDate: (date: string) => Bounds | undefined): Bounds | undefined {
  const set = /^[[{](.+)[\]}]$/.exec(edtf.trim())
  if (set !== null) {
    const members = set[1].split(',').map((date) => ofDate(date.trim()))
    const known = members.filter((member) => member !== undefined)
    if (known.length < members.length) return undefined
    const [firsts, lasts] = [known.map(({ first }) => first).sort(), known.map(({ last }) => last).sort()]
    return { first: firsts[0], last: lasts[lasts.length - 1] }
  }
  const [from, to, ...rest] = edtf.trim().split('/')
  if (edtf.trim() === '' || rest.length > 0) return undefined
  if (to === undefined) return ofDate(from)
  const first = from === '..' || from === '' ? EVER.first : ofDate(from)?.first
  const last = to === '..' || to === '' ? EVER.last : ofDate(to)?.last
  return first === undefined || last === undefined || first > last ? undefined : { first, last }
}

function dateBounds(date: string): Bounds | undefined {
  const match = /^([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T.*)?$/.exec(date.replace(/[~?%]/g, ''))
  if (match === null) return undefined
  const [, year, month, day] = match
  if (year === 'XXXX') return undefined
  const [firstYear, lastYear] = [year.replaceAll('X', '0'), year.replaceAll('X', '9')]
  if (month === undefined) return { first: `${firstYear}-01-01`, last: `${lastYear}-12-31` }
  if (month in PARTS) {
    const [from, to] = PARTS[month]
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

/** Days to either side that "about" leaves open, by how exactly the date is named. */
const ABOUT = { day: 3, month: 31, year: 366 }

function widened(date: string): Bounds | undefined {
  const bounds = dateBounds(date)
  if (bounds === undefined || !/[~%]/.test(date)) return bounds
  const parts = date.replace(/T.*/, '').split('-').length
  const days = ABOUT[parts === 1 ? 'year' : parts === 2 ? 'month' : 'day']
  return { first: moved(bounds.first, -days), last: moved(bounds.last, days) }
}

const moved = (day: string, days: number): string => {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return day
  const iso = new Date(at + days * 86_400_000).toISOString()
  return /^\d{4}-/.test(iso) ? iso.slice(0, 10) : day
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
