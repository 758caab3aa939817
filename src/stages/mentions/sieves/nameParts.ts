import type { Candidate } from '../Candidate.ts'
import type { Sieve, Story } from '../Story.ts'

/** How many names back and ahead the whole name is looked for. */
const BACK = 400
const AHEAD = 40

/**
 * A part of a name stands for the whole: "Diallo" or "Amina" for "Amina Diallo", "Al Haddad" for "Karim Al Haddad", "Ansar" for "Ansar al
 * Sunna", "NTO" for "National Trade Office". A part that fits two different names stands for the one nearest before.
 */
export const nameParts: Sieve = (story) => {
  const { candidates, clusters } = story
  const names = candidates.flatMap((candidate, i) =>
    candidate.form === 'name' && candidate.words.length > 0 ? [i] : [],
  )
  for (const [at, i] of names.entries()) {
    const part = candidates[i]
    if ([...clusters.of(i).names.values()].some((name) => name.length > part.words.length)) continue
    const fits = (j: number): boolean =>
      candidates[j].words.length > part.words.length &&
      !clusters.same(i, j) &&
      (isPart(part, candidates[j]) || isTheLastWord(story, part, candidates[j])) &&
      mayMerge(story, i, j)
    // Backwards first; a headline may name someone short before the text does in full.
    const whole =
      names.slice(Math.max(0, at - BACK), at).findLast(fits) ??
      names.slice(at + 1, at + AHEAD).find((j) => fits(j) && candidates[j].sentence - part.sentence <= 6)
    if (whole !== undefined) clusters.merge(whole, i, isAcronym(part, candidates[whole]) ? 'acronym' : 'name-part')
  }
}

function mayMerge({ clusters, candidates }: Story, i: number, j: number): boolean {
  if (clusters.compatible(i, j)) return true
  // The names stage is surer of a full name than of its part: "Karim" alone may look like a company.
  const [a, b] = [candidates[i].kind, candidates[j].kind]
  return (
    b === 'person' &&
    candidates[i].words.length === 1 &&
    (a === 'organisation' || a === 'group') &&
    clusters.of(i).genders.size === 0
  )
}

function isPart(part: Candidate, whole: Candidate): boolean {
  const [a, b] = [part.words, whole.words]
  if (whole.kind === 'person')
    return endsWith(b, a) || (a.length === 1 && b[0] === a[0]) || startsWith(b, a) || (a.length > 1 && skips(a, b))
  if (part.kind === 'person') return false
  if (isAcronym(part, whole)) return true
  if (whole.kind === 'place') return false
  // "Ansar" for "Ansar al Sunna"; not "National" for "National Trade Office".
  if (startsWith(b, a)) return a.length > 1 || (a[0].length > 3 && !GENERAL.test(a[0]))
  return endsWith(b, a) && a.length > 1
}

/** "the Brotherhood" of "the Caspian Brotherhood", "the Shield" of "the People's Shield": with its article, for one that is no person or place. */
function isTheLastWord({ trees }: Story, part: Candidate, whole: Candidate): boolean {
  const [word] = part.words
  if (part.words.length !== 1 || whole.words.length < 2 || whole.words.at(-1) !== word || whole.from > part.from)
    return false
  const isBody = (kind: Candidate['kind']): boolean => /^(group|organisation|public body)$/.test(kind ?? '')
  if (!isBody(part.kind) || !isBody(whole.kind)) return false
  return trees.lower(part.from) === 'the' || (part.from > 0 && trees.lower(part.from - 1) === 'the')
}

/** Words that begin too many names to stand for one. */
const GENERAL =
  /^(national|international|united|new|general|central|federal|state|royal|islamic|arab|african|world|american|public|supreme|high|first|north|south|east|west|northern|southern|eastern|western|bank|university|ministry|department|association|institute|union|council|committee|commission)$/

const startsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((word, i) => whole[i] === word)

const endsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((word, i) => whole[whole.length - part.length + i] === word)

/** "Luis Soto" for "Luis Alberto Soto": first and last agree. */
const skips = (part: readonly string[], whole: readonly string[]): boolean =>
  part[0] === whole[0] && part.at(-1) === whole.at(-1)

/** "NTO" of "National Trade Office", "BoG" of "Bank of Ghana". */
function isAcronym(short: Candidate, long: Candidate): boolean {
  if (short.words.length !== 1 || long.words.length < 2) return false
  const letters = short.words[0].replaceAll('.', '')
  if (letters.length < 2 || letters.length > 8) return false
  const initials = (skipSmall: boolean): string =>
    long.words
      .filter((word) => !skipSmall || !/^(of|the|and|for|in|de|del|la|al|on|to)$/.test(word))
      .map((word) => word[0])
      .join('')
  return letters === initials(true) || letters === initials(false)
}
