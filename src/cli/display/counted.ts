/** "1 incident", "2 incidents". */
export const counted = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
