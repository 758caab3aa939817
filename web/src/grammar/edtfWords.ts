const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
// ISO 8601-2 counts seasons as months: 21 to 24 in either hemisphere, 25 to 32 with the hemisphere named.
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const QUALIFIED: Readonly<Record<string, string>> = { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' }

/** An EDTF expression in words: "2022-21~" is "about spring 2022". What has no words here stays as it is. */
export function edtfWords(edtf: string): string {
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
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(T\d{2}:\d{2})?[^~?%]*([~?%])?$/.exec(point)
  if (match === null) return point
  const [, year, month, day, time, qualifier] = match
  const number = Number(month)
  const rest =
    month === undefined
      ? year
      : number > 12
        ? `${SEASONS[(number - 21) % 4] ?? month} ${year}`
        : `${day === undefined ? '' : `${Number(day)} `}${MONTHS[number - 1]} ${year}`
  return `${qualifier ? QUALIFIED[qualifier] : ''}${rest}${time ? `, ${time.slice(1)}` : ''}`
}

/** Leaves out of the first day what it shares with the second: "2 – 9 Nov 2022". */
function shortFrom(from: string, to: string): string {
  const words = pointWords(from)
  const days = /^\d{4}-\d{2}-\d{2}$/
  if (!days.test(from) || !days.test(to)) return words
  if (from.slice(0, 7) === to.slice(0, 7)) return String(Number(from.slice(8)))
  return from.slice(0, 4) === to.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words
}
