/**
 * Words of a report as they may go to a terminal: on one line, and without the control characters and the marks of writing direction
 * with which a text could move the cursor, set colours or show itself in another order.
 */
export const printable = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

/** At most so many characters, the last an ellipsis where some are left out. */
export function shortened(text: string, length: number): string {
  const letters = [...printable(text)]
  return letters.length <= length ? letters.join('') : `${letters.slice(0, Math.max(1, length - 1)).join('')}…`
}

/** Shortened or filled up to one width, for columns. */
export function column(text: string, width: number): string {
  const short = shortened(text, width)
  return short + ' '.repeat(Math.max(0, width - [...short].length))
}
