import type { Sieve } from '../Story.ts'

/** The same name is the same entity: "Jund al Sham" … "Jund al-Sham"; and two names of one country: "the UK" … "Britain". */
export const sameNames: Sieve = ({ candidates, clusters, countries }) => {
  const first = new Map<string, number>()
  for (const [i, { form, words }] of candidates.entries()) {
    if (form !== 'name' || words.length === 0) continue
    const written = words.join(' ')
    const country = candidates[i].kind === 'place' ? countries.get(written) : undefined
    const key = country ? `country ${country.code}` : written.replaceAll(/[-'’.\s]/g, '')
    const known = first.get(key)
    if (known === undefined) first.set(key, i)
    // A person and a place may share a name ("Washington"); the nearest of the compatible is not looked for: one report rarely has both.
    else if (clusters.compatible(known, i) || candidates[known].kind === candidates[i].kind) {
      clusters.merge(known, i, 'same-name')
    }
  }
}
