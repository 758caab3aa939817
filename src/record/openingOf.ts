const LENGTH = 80

/** The first words of a text, for lists of reports without a title. */
export function openingOf(text: string): string {
  const line = text.slice(0, 2000).replace(/\s+/gu, ' ').trim()
  if (line.length <= LENGTH) return line
  const cut = line.slice(0, LENGTH)
  const space = cut.lastIndexOf(' ')
  return `${(space > LENGTH / 2 ? cut.slice(0, space) : cut).toWellFormed()} …`
}
