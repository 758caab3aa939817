const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
// ISO 8601-2 counts parts of the year as months: seasons 21 to 24 in either hemisphere, 25 to 32 with the hemisphere named,
// quarters 33 to 36, thirds 37 to 39, halves 40 and 41.
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const THIRDS = ['first third', 'second third', 'last third']
const QUALIFIED: Readonly<Record<string, string>> = { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' }

/** An EDTF expression in words: "2022-21~" is "about spring 2022". What has no words here stays as it is. */
export function edtfWords(edtf: string): string {
  const set = /^\[(.+)\]$/.exec(edtf)
  if (set !== null) return orWords(set[1].split(','))
  const ends = edtf.split('/')
  if (ends.length === 2) {
    const [from, to] = ends
    if (from === '' || from === '..') return `until ${pointWords(to)}`
    if (to === '' || to === '..') return `since ${pointWords(from)}`
    return from === to ? pointWords(from) : `${shortFrom(from, to)} – ${pointWords(to)}`
  }
  return pointWords(edtf)
}

function pointWords(point: string): string {
  const open = /^(\d{2,3})X{1,2}$/.exec(point)
  if (open !== null) return `the ${open[1]}${open[1].length === 3 ? '0s' : '00s'}`
  const yearless = /^XXXX-(\d{2})(?:-(\d{2}))?$/.exec(point)
  if (yearless !== null && Number(yearless[1]) <= 12)
    return `${dayWords(Number(yearless[1]), '(year unknown)', yearless[2])}`
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2})[\d:.]*(Z|[+-]\d{2}:\d{2})?)?([~?%])?$/.exec(point)
  if (match === null) return point
  const [, year, month, day, time, zone, qualifier] = match
  const number = Number(month)
  const rest = month === undefined ? year : number > 12 ? partWords(number, year) : dayWords(number, year, day)
  if (rest === undefined) return point
  const offset = zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` (UTC${zone})`
  return `${qualifier ? QUALIFIED[qualifier] : ''}${rest}${time ? `, ${time}${offset}` : ''}`
}

const dayWords = (month: number, year: string, day: string | undefined): string =>
  `${day === undefined ? '' : `${Number(day)} `}${MONTHS[month - 1]} ${year}`

function partWords(number: number, year: string): string | undefined {
  if (number >= 21 && number <= 32) return `${SEASONS[(number - 21) % 4]} ${year}`
  if (number >= 33 && number <= 36) return `Q${number - 32} ${year}`
  if (number >= 37 && number <= 39) return `${THIRDS[number - 37]} of ${year}`
  if (number === 40 || number === 41) return `${number === 40 ? 'first' : 'second'} half of ${year}`
  return undefined
}

/** One of several days: "14 or 15 Aug 2021". */
function orWords(days: readonly string[]): string {
  const last = days.at(-1) ?? ''
  return [...days.slice(0, -1).map((day) => shortFrom(day, last)), pointWords(last)].join(' or ')
}

/** Leaves out of the first day what it shares with the second: "2 – 9 Nov 2022". */
function shortFrom(from: string, to: string): string {
  const words = pointWords(from)
  const day = /^(\d{4})-(\d{2})-(\d{2})([~?%]?)$/
  const [first, second] = [day.exec(from), day.exec(to)]
  if (first === null || second === null || first[4] !== second[4] || first[4] !== '') return words
  if (from.slice(0, 7) === to.slice(0, 7)) return String(Number(from.slice(8)))
  return from.slice(0, 4) === to.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words
}
