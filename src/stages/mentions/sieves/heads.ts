import type { Trees } from '../../../document/Trees.ts'
import type { Candidate } from '../Candidate.ts'
import { commanding } from '../commanding.ts'
import type { Sieve, Story } from '../Story.ts'

/** How many sentences back a description is looked for. */
const REACH = 12

/**
 * "the group" after "a militant group", "the museum" after "Prado Museum", "the president" after "President Diallo": the same head noun, with no
 * word in the later one that the earlier does not have.
 */
export const sameHeads: Sieve = (story) => {
  const { candidates, clusters } = story
  for (const [i, later] of candidates.entries()) {
    if (later.form !== 'description' || later.introduction === 'indefinite') continue
    if (clusters.linkedBy(i) !== undefined) continue
    const exact = later.introduction === 'bare'
    for (let j = i - 1; j >= 0; j--) {
      const earlier = candidates[j]
      if (later.sentence - earlier.sentence > REACH) break
      if (earlier.form === 'pronoun' || earlier.to > later.from || clusters.same(i, j)) continue
      if (exact ? !isSamePhrase(story, earlier, later) : !hasHead(story, j, later)) continue
      if (!clusters.compatible(j, i)) continue
      clusters.merge(j, i, 'same-head')
      break
    }
  }
}

export function hasHead({ clusters, candidates }: Story, j: number, later: Candidate): boolean {
  const earlier = candidates[j]
  if (earlier.form === 'description') {
    if (earlier.lemma !== later.lemma || earlier.number !== later.number) return false
    return [...later.modifiers].every((word) => earlier.modifiers.has(word)) && !narrows(earlier, later)
  }
  const names = [...clusters.of(j).names.values()]
  if (later.number === 'plural' && earlier.kind === 'person') return false
  // "the museum" for "Prado Museum", "the ministry" for "Ministry of Defence"; "the defence ministry" for it too.
  const bare = later.modifiers.size === 0
  if (
    names.some(
      (name) => name.length > 1 && (name.at(-1) === later.lemma || (name[0] === later.lemma && name[1] === 'of')),
    )
  ) {
    return bare || [...later.modifiers].every((word) => names.some((name) => name.includes(word.replace(/^of /, ''))))
  }
  const { roles } = clusters.of(j)
  return roles.has(later.lemma) && [...later.modifiers].every((word) => roles.has(word))
}

/** "the two northern towns" is not "the southern towns": each has a word of its own of the same kind. */
const narrows = (earlier: Candidate, later: Candidate): boolean =>
  later.modifiers.size > 0 && earlier.modifiers.size > later.modifiers.size + 2

/** "police" … "police", "government forces" … "government forces": bare phrases that agree to the word. */
function isSamePhrase(_story: Story, earlier: Candidate, later: Candidate): boolean {
  if (earlier.form !== 'description' || earlier.lemma !== later.lemma || earlier.number !== later.number) return false
  if (later.kind !== 'public body' && later.kind !== 'group' && later.kind !== 'organisation') return false
  if (earlier.introduction === 'indefinite' || earlier.modifiers.size !== later.modifiers.size) return false
  return [...later.modifiers].every((word) => earlier.modifiers.has(word))
}

/** "the group" for the organisation named last, "the country" for the country, "the town" for the town. */
export const wideWords: Sieve = (story) => {
  const { candidates, clusters, nouns, countries, trees } = story
  for (const [i, later] of candidates.entries()) {
    if (later.form !== 'description' || clusters.linkedBy(i) !== undefined || later.number !== 'singular') continue
    if (later.introduction !== 'definite' && later.introduction !== 'demonstrative') continue
    if (
      [...later.modifiers].some(
        (word) =>
          !/^(north|south|east|west|african|asian|european|arab|small|large|whole|entire|militant|armed|terrorist|extremist|jihadist|rebel|coastal|border)/.test(
            word,
          ),
      )
    )
      continue
    const isCountry = nouns.countries.has(later.lemma)
    const isTown = nouns.settlements.has(later.lemma)
    const isGroup = nouns.groupWords.has(later.lemma)
    if (!isCountry && !isTown && !isGroup) continue
    let best: number | undefined
    let armed: number | undefined
    // "[Delta Gold] has financed [the group]": nobody it could be
    const over = isGroup ? commanding(story, i) : undefined
    for (let j = i - 1; j >= 0; j--) {
      const earlier = candidates[j]
      const distance = later.sentence - earlier.sentence
      if (distance > 5) break
      if (earlier.form !== 'name' || earlier.to > later.from) continue
      if (over?.has(clusters.rootOf(j)) && !clusters.of(j).kinds.has('person')) continue
      const country = countries.has(earlier.words.join(' '))
      if (isCountry && earlier.kind === 'place' && country) best ??= j
      if (isTown && earlier.kind === 'place' && !country && distance <= 3 && !isOfBody(story, earlier)) best ??= j
      if (!isGroup || !fitsWide(later, earlier)) continue
      if (distance <= 3) best ??= j
      if (clusters.of(j).kinds.has('group')) armed ??= j
      if (armed === undefined) continue
      // "accused the Green Front of links to the Red Front. The group …": whom the sentence speaks of rather than what it names by the way
      const last = candidates[armed]
      if (earlier.sentence === last.sentence && isAside(trees, last.head) && isCore(trees, earlier.head)) armed = j
    }
    // "the group" is sooner the armed one than the broadcaster that was told of it.
    const antecedent = /^(group|organi[sz]ation|movement)$/.test(later.lemma) ? (armed ?? best) : best
    if (antecedent !== undefined && clusters.compatible(antecedent, i)) clusters.merge(antecedent, i, 'wide-word')
  }
}

/** "the [Jalisco] cartel": named by the way in the name of a band or body. */
const isOfBody = ({ at, candidates, trees }: Story, { head }: Candidate): boolean => {
  const above = /^(compound|amod)$/.test(trees.plainRelation(head)) ? at.get(trees.head(head)) : undefined
  return above !== undefined && /^(group|organisation|person|people)$/.test(candidates[above].kind ?? '')
}

const isAside = (trees: Trees, i: number): boolean => /^(nmod|obl)$/.test(trees.plainRelation(i))
const isCore = (trees: Trees, i: number): boolean => /^(nsubj|obj)/.test(trees.relation(i))

/** "the group" may be an armed group or an organisation, "the ministry" only a public body, "the company" no armed group. */
function fitsWide(later: Candidate, earlier: Candidate): boolean {
  if (/^(group|organization|organisation|movement|network|outfit|body|bloc)$/.test(later.lemma)) {
    return earlier.kind === 'group' || earlier.kind === 'organisation'
  }
  if (/^(militia|faction|gang|cartel|cell|front)$/.test(later.lemma)) return earlier.kind === 'group'
  if (/^(agency|ministry)$/.test(later.lemma)) return earlier.kind === 'public body'
  return earlier.kind === 'organisation'
}
