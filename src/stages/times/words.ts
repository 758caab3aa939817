/** A set of words, written with spaces between. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
