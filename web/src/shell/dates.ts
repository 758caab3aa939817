const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "2024-03-12" is "12 Mar 2024"; what is no date stays as it is. */
export function day(iso: string | undefined): string {
  if (iso === undefined) return ''
  const time = Date.parse(iso.slice(0, 10))
  return Number.isNaN(time) ? iso : DAY.format(time)
}

/** "1 report", "2 reports". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
