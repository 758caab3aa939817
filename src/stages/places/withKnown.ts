import type { Name, TokenRange } from '../../document/Layers.ts'
import type { Named } from './GazetteerEntry.ts'
import type { PlaceText } from './PlaceText.ts'

/** A proper noun with nothing capitalised beside it that no other stage takes for the name of something. */
function standsAlone(text: PlaceText, from: number, to: number): boolean {
  const { capital, nameAt, tags } = text
  if (capital[from - 1] || capital[to] || text.phrase(from, to).length < 4) return false
  for (let i = from; i < to; i++) if (nameAt[i] || tags[i].upos !== 'PROPN') return false
  return true
}

/** People of a town that is known beyond its country; by another than its first name it has to be larger. */
const LARGE = 30_000
const VERY_LARGE = 100_000

/** A name that means one large place and few others, so that it is hardly a person's too: "Agadez", "Benghazi". */
const isFewLargePlaces = (named: readonly Named[]): boolean =>
  named.length <= 5 &&
  named.some(({ entry: { population }, use }) =>
    use === 'name' ? population >= LARGE : use === 'alternate' && population >= VERY_LARGE,
  )

/** Words after which a name is where something is; "at Xanadu" may be at a shop of that name. */
const WHERE = /^(?:in|near|outside|inside|around|across|throughout|toward|towards)$/i
const FEATURE =
  /^(?:river|valley|mountains?|hills?|desert|peninsula|lake|bay|gulf|strait|island|islands|delta|plateau|province|district|zone|county|region|governorate|oblast|crossing|camp|forest|coast|basin|pass)$/i

/**
 * What the names stage takes for a place: where the gazetteer knows it, or else where the words before it say so. One word that
 * it takes for a person is a town all the same where it stands after "in" and the gazetteer has it.
 */
function isPlaceName(text: PlaceText, { kind, from, to }: Name): boolean {
  const known = text.named(from, to).filter(({ use }) => use !== 'sound')
  const before = text.tokens[from - 1]?.sentence === text.tokens[from].sentence ? text.tokens[from - 1].text : ''
  if (kind === 'Location') {
    return (
      known.length > 0 ||
      (WHERE.test(before) && text.capital[from] === 1 && text.phrase(from, to).length > 3) ||
      (to - from > 1 && FEATURE.test(text.tokens[to - 1].text))
    )
  }
  if (kind !== 'Person') return false
  return known.length > 0 && WHERE.test(before) && !text.capital[to] && text.phrase(from, to).length > 3
}

/** "the village of Xanadu", "the besieged town of Xanadu" */
const SETTLEMENT = /^(?:town|city|village|hamlet|province|district|governorate|island|port|suburb|camp)$/i

/**
 * Adds what the labeller passes over for want of such words in what it learnt from: names that the names stage takes for
 * places and the gazetteer knows, and whatever is called "the village of".
 */
export function withKnown(text: PlaceText, found: readonly TokenRange[]): TokenRange[] {
  const taken = new Uint8Array(text.tokens.length)
  for (const { from, to } of found) taken.fill(1, from, to)
  const free = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (taken[i]) return false
    return true
  }
  const added: TokenRange[] = []
  const add = (from: number, to: number): void => {
    added.push({ from, to })
    taken.fill(1, from, to)
  }
  for (const name of text.names) {
    if (free(name.from, name.to) && isPlaceName(text, name)) add(name.from, name.to)
  }
  for (const { from, to, named } of text.matches) {
    if (free(from, to) && standsAlone(text, from, to) && isFewLargePlaces(named)) add(from, to)
  }
  for (let i = 2; i < text.tokens.length; i++) {
    if (!text.capital[i] || taken[i] || text.tokens[i - 1].text !== 'of') continue
    if (!SETTLEMENT.test(text.tokens[i - 2].text) || text.tokens[i - 2].sentence !== text.tokens[i].sentence) continue
    let to = i + 1
    while (
      to < text.tokens.length &&
      to - i < 5 &&
      text.capital[to] &&
      text.tokens[to].sentence === text.tokens[i].sentence
    )
      to++
    if (free(i, to)) add(i, to)
  }
  return added.length === 0 ? [...found] : [...found, ...added].sort((a, b) => a.from - b.from)
}
