/**
 * A name as it is compared: "The  Interior Ministry" and "interior ministry" are one. Marks on letters are kept apart from
 * letters in Unicode's decomposition, so "Düsseldorf" also meets "Dusseldorf".
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
