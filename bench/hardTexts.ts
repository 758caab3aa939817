/**
 * Texts that nobody publishes and that must neither crash a reader nor make it crawl, each of about `length` characters:
 * for the tables of speed, and at small sizes for the tests.
 */
export const hardTexts = (length: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(PIECES).map(([name, piece]) => [name, piece.repeat(Math.ceil(length / piece.length))]),
  )

const PIECES: Readonly<Record<string, string>> = {
  'one word': 'a',
  'control characters': '\u0000\u0001\u0007\u001b said ',
  'lone surrogates': '\ud800 said \udc00',
  'right-to-left marks': '\u200f\u202ePolice\u202c said \u200e',
  'no letters': '3.14, - 42! ',
  'one sentence': 'and the man said ',
  'opening quotes': '“',
  'straight quotes': '" ',
  'opening brackets': '(',
  'paragraphs of a word': 'word\n\n',
  'a list of names': 'Amina Diallo, ',
  'empty lines': ' \n',
  'full stops': '.',
  hyphens: 'a-',
}
