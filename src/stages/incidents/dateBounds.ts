/** First and last day of an EDTF expression as sortable strings, undefined where it is none that names a year. */
export function dateBounds(edtf: string): { readonly first: string; readonly last: string } | undefined {
  const ends = edtf.replace(/[?~%]/g, '').split('/')
  const first = boundOf(ends[0], '-01-01', '01')
  const last = boundOf(ends.at(-1)!, '-12-31', '31')
  if (first === undefined && last === undefined) return undefined
  return { first: first ?? '0000', last: last ?? '9999' }
}

function boundOf(date: string, yearEnd: string, day: string): string | undefined {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?/.exec(date)
  if (!match) return undefined
  const year = match[1].replaceAll('X', day === '31' ? '9' : '0')
  const month = Number(match[2])
  if (!(month >= 1 && month <= 12)) return `${year}${yearEnd}`
  return `${year}-${match[2]}-${match[3] && match[3] !== 'XX' ? match[3] : day}`
}

/** 1 where two dates can be the same and at least one names a day or month, 0 where nothing is known, -1 where they cannot. */
export function agreeInTime(a: readonly string[], b: readonly string[]): -1 | 0 | 1 {
  const [left, right] = [a, b].map((list) => list.flatMap((edtf) => dateBounds(edtf) ?? []))
  if (left.length === 0 || right.length === 0) return 0
  return left.some((x) => right.some((y) => x.first <= y.last && y.first <= x.last)) ? 1 : -1
}
