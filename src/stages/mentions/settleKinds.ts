import type { Trees } from '../../document/Trees.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import { describedKinds } from './describedKinds.ts'
import type { WholeName } from './joinNames.ts'

/**
 * Kinds of names that the words themselves or the rest of the report settle: "Jund al Sham" is an organisation, whatever the model made of it
 * in one place; "Al Haddad" is a person where "Karim Al Haddad" is; "Sidi Nour" is a place in "the region of Sidi Nour" and so everywhere.
 */
export function settleKinds(names: readonly WholeName[], trees: Trees, nouns: ActorNouns): WholeName[] {
  const texts = names.map(({ from, to }) =>
    Array.from({ length: to - from }, (_, i) => trees.lower(from + i)).join(' '),
  )
  const settled = describedKinds(names, texts, trees, nouns)
  for (const [i, { kind, from }] of names.entries()) {
    if (kind === 'Person') {
      for (let at = texts[i].indexOf(' '); at >= 0; at = texts[i].indexOf(' ', at + 1)) {
        const end = texts[i].slice(at + 1)
        if (end.includes(' ') && !settled.has(end)) settled.set(end, 'Person')
      }
    }
    const place = from >= 2 && trees.lower(from - 1) === 'of' && PLACE.test(trees.lower(from - 2))
    if (place && kind !== 'Location' && kind !== 'NORP') settled.set(texts[i], 'Location')
    if (/^(Misc|Facility|Product)$/.test(kind) && texts[i].split(' ').some((word) => nouns.groupNames.has(word))) {
      settled.set(texts[i], 'Organization')
    }
    // "Shining Path" is no place
    if (texts[i].includes(' ') && nouns.groupNames.has(texts[i].replaceAll(' - ', '-')))
      settled.set(texts[i], 'Organization')
    // "the Liberation Front", "the Hill Brigade" are no places, wherever they are.
    const words = texts[i].split(' ')
    if (kind === 'Location' && !place && words.length > 1 && nouns.groupNames.has(words[words.length - 1])) {
      settled.set(texts[i], 'Organization')
    }
  }
  return names.map((name, i) => {
    const kind = name.kind === 'NORP' ? undefined : settled.get(texts[i])
    return kind ? { ...name, kind } : name
  })
}

const PLACE = /^(region|town|city|province|village|district|governorate|county|suburb|island|area)$/
