const LENGTH = 80

/**
 * A first line that stands alone, as a heading does: three words or more, no stop or comma at its end, and the next line begins anew.
 *
 *     Fishermen question the harbour closure
 *     Port Selene, 3 May
 */
const HEADING = /^\s*(\S+(?:[^\S\n]+\S+){2,}?)[^\S\n]*\r?\n\s*(?=[^\p{Ll}\s])/u

/** The heading of a text, or its first words, for lists of reports without a title. */
export function openingOf(text: string): string {
  const start = text.slice(0, 2000)
  const heading = HEADING.exec(start)?.[1]
  const line = (heading !== undefined && !/[.,;:–—-]$/.test(heading) ? heading : start).replace(/\s+/gu, ' ').trim()
  if (line.length <= LENGTH) return line
  const cut = line.slice(0, LENGTH)
  const space = cut.lastIndexOf(' ')
  return `${(space > LENGTH / 2 ? cut.slice(0, space) : cut).toWellFormed()} …`
}
