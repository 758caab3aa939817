import type { TimesLexicon } from '../../vocabulary/TimesLexicon.ts'
import type { Entry } from './Atom.ts'

/** The names as the scanner cuts them: "new year's day" is new · year · 's · day, "al-fitr" is al · fitr, "sha'ban" is sha · ban. */
export const wordsOfName = (name: string): string[] =>
  name
    .replace(/\./g, '')
    .replace(/-/g, ' ')
    .replace(/'s\b/g, ' s')
    .replace(/s'( |$)/g, 's$1')
    .replace(/(\p{L})'(?=\p{L})/gu, '$1 ')
    .split(' ')

/** Words that a slot may begin with though the lexicon has nothing to say of them. */
const SPELLED_IN_SLOTS = ['a', 'an', 'another', 'half', 'couple', 'noon', 'midnight']

/** The lexicon turned round: from a word to all that it may be. */
export function entriesOf(lexicon: TimesLexicon): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const at = (word: string): Entry => {
    const entry = entries.get(word) ?? {}
    entries.set(word, entry)
    return entry
  }
  const fill = <Value>(words: Readonly<Record<string, Value>>, set: (entry: Entry, value: Value) => void): void => {
    for (const [word, value] of Object.entries(words)) set(at(word), value)
  }
  for (const word of SPELLED_IN_SLOTS) at(word)
  fill(lexicon.numbers, (entry, value) => {
    entry.number = value
  })
  fill(lexicon.scales, (entry, value) => {
    entry.scale = value
  })
  fill(lexicon.ordinals, (entry, value) => {
    entry.ordinal = value
  })
  fill(lexicon.months, (entry, value) => {
    entry.month = value
  })
  fill(lexicon.weekdays, (entry, value) => {
    entry.weekday = value
  })
  for (const [word, value] of Object.entries(lexicon.weekdays)) {
    if (word.endsWith('day')) Object.assign(at(`${word}s`), { weekday: value, plural: true })
  }
  fill(lexicon.seasons, (entry, value) => {
    entry.season = value
  })
  for (const [word, value] of Object.entries(lexicon.seasons)) {
    if (word !== 'spring' && word !== 'fall') Object.assign(at(`${word}s`), { season: value, plural: true })
  }
  fill(lexicon.units, (entry, value) => {
    entry.unit = value
  })
  for (const word of Object.keys(lexicon.units)) {
    if (word.endsWith('s') || word === 'millennia') at(word).plural = true
  }
  fill(lexicon.dayParts, (entry, value) => {
    entry.part = value
  })
  for (const word of Object.keys(lexicon.dayParts)) if (word.endsWith('s')) at(word).plural = true
  fill(lexicon.decades, (entry, value) => {
    entry.decade = value
  })
  fill(lexicon.zones, (entry, value) => {
    entry.zone = value
  })
  fill(lexicon.townZones, (entry, value) => {
    entry.townZone = value
  })
  for (const word of lexicon.vagueNumbers) at(word).vague = true
  for (const word of lexicon.countedNouns) at(word).counted = true
  for (const word of lexicon.lastingThings) at(word).lasts = true
  for (const word of lexicon.abbreviations) at(word).abbreviated = true
  for (const word of lexicon.capitalised) at(word).capitalised = true
  const independenceDays = lexicon.independenceDays.map(({ of, month, day }) => ({
    names: of.flatMap((land) => [
      `${land}'s independence day`,
      `${land} independence day`,
      `independence day in ${land}`,
      `independence day of ${land}`,
    ]),
    on: { month, day },
  }))
  for (const { names, on } of [...lexicon.holidays, ...independenceDays]) {
    for (const name of names) {
      const words = wordsOfName(name)
      const entry = at(words[0])
      entry.holidays = [...(entry.holidays ?? []), { words, on }].sort((a, b) => b.words.length - a.words.length)
    }
  }
  for (const [name, month] of Object.entries(lexicon.hijriMonths)) {
    const words = wordsOfName(name)
    const entry = at(words[0])
    entry.hijriMonths = [...(entry.hijriMonths ?? []), { words, month }].sort((a, b) => b.words.length - a.words.length)
  }
  return entries
}
