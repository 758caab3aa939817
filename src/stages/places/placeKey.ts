/** Letters that NFD leaves whole. */
const LETTERS = new Map(
  Object.entries({ ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ə: 'a' }),
)

const WORDS = new Map(Object.entries({ saint: 'st', sainte: 'st', ste: 'st', mount: 'mt', fort: 'ft' }))

/** The Arabic article in front of a noun, as assimilated in speech: "al-Bab", "Deir ez-Zor", "ash-Shaykh". */
const ARTICLE = /(^|[\s-])(?:[aeu](?:l|r|s|sh|d|dh|t|th|z|n))-(?=\p{L})/gu

const PLAIN = /^[a-z]+$/

/**
 * The key under which the gazetteer keeps a name: what differs between spellings of one name is gone.
 *
 *     placeKey('Sant Julià de Lòria')   sant julia de loria
 *     placeKey('St. Mary’s')            st marys
 *     placeKey('Deir ez-Zor')           deir zor
 *     placeKey('U.S.')                  us
 */
export function placeKey(name: string): string {
  const lower = name.toLowerCase()
  if (PLAIN.test(lower)) return WORDS.get(lower) ?? lower
  const letters = lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0652\u0640]/g, '')
    .normalize('NFC')
    .replace(/[øłđðþßæœıə]/g, (letter) => LETTERS.get(letter) ?? letter)
    .replace(/['’‘ʼʻ`´ʿʾ"“”.]/g, '')
  return letters
    .replace(ARTICLE, '$1')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => WORDS.get(word) ?? word)
    .join(' ')
}

/**
 * A looser key for names carried over from another script, where spellings differ by habit: "Qamishli", "Kamishly" and
 * "Al Qāmishlī" meet in one. Empty where too little of the name would be left to tell it from others.
 */
export function soundKey(key: string): string {
  const skeleton = key
    .replace(/^(?:al|el|ad|ar|as|ash|at|az|an) /, '')
    .replace(/kh|gh|dh|th|sh|ch|ph|zh|ts|q|c|y|w/g, (letters) => SOUNDS[letters])
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiou]*h?$/, '')
    .replace(/(?<=.)[aeiou]+/g, '')
    .replace(/^[aeiou]+/, 'a')
    .replace(/ /g, '')
  return skeleton.length < 3 ? '' : skeleton
}

const SOUNDS: Readonly<Record<string, string>> = {
  kh: 'h',
  gh: 'g',
  dh: 'd',
  th: 't',
  sh: 's',
  ch: 's',
  ph: 'f',
  zh: 'z',
  ts: 's',
  q: 'k',
  c: 'k',
  y: 'i',
  w: 'u',
}
