import { open, type Resolved } from './Resolved.ts'

export const two = (value: number): string => String(value).padStart(2, '0')

/** "in May", where no year is known. EDTF has the same X for what is open. */
export const openMonth = (month: number): Resolved => open(`XXXX-${two(month)}`, `XXXX-${two(month)}`)

/** "on May 12", where no year is known. */
export const openDay = (month: number, day: number): Resolved => {
  const value = `XXXX-${two(month)}-${two(day)}`
  return open(value, value)
}
