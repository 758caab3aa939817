import type { Interval } from '../../model/Value.ts'

/** A time in a column: its date, or in quotation marks the words of the report where it hangs on nothing known. */
export const edtfWords = (time: Interval | undefined): string =>
  time === undefined ? '' : time.edtf === '' ? `“${time.phrase}”` : time.edtf
