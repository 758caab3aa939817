import type { Document } from '../../document/Document.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Protection } from '../../model/Source.ts'
import type { AnonymityPatterns } from '../../vocabulary/Anonymity.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Candidate } from './candidates.ts'
import type { Speaker } from './sourceOf.ts'

/** Where a text says that someone asked not to be named. */
export interface AnonymityNote {
  readonly start: number
  readonly end: number
  /** token the words begin at */
  readonly token: number
}

/** Every passage that asks for, or grants, anonymity; each is looked for sentence by sentence. */
export function anonymityNotes(document: Document, { phrases, any }: AnonymityPatterns): AnonymityNote[] {
  const tokens = document.get('tokens')
  const notes: AnonymityNote[] = []
  for (const { start, end, from, to } of document.get('sentences')) {
    if (end - start > 5000) continue
    const text = document.text.slice(start, end)
    if (!any.test(text)) continue
    for (const pattern of phrases) {
      for (const match of text.matchAll(pattern)) {
        const at = start + match.index
        const last = at + match[0].trimEnd().length
        if (notes.some((note) => note.start < last && at < note.end)) continue
        let token = from
        while (token + 1 < to && tokens[token].end <= at) token++
        notes.push({ start: at, end: last, token })
      }
    }
  }
  return notes
}

/**
 * Why a source must be protected, from the words around it; the reasons in this order: it asked not to be named, it is a
 * minor, it is a private individual who speaks of danger.
 *
 *     “They took my son,” said the baker, who gave only his first name.    asked-not-to-be-named
 *     A 15-year-old told us he had been made to carry shells.              minor
 *     A villager said gunmen had burned his house.                         private-individual
 */
export function protectionOf(
  document: Document,
  trees: Trees,
  candidate: Candidate,
  speaker: Speaker,
  notes: readonly AnonymityNote[],
  { speakers, danger }: AttributionVocabulary,
): Protection | undefined {
  const sentence = trees.tokens[candidate.cue].sentence
  const note = notes.find(
    ({ token }) => trees.tokens[token].sentence === sentence && asksFor(trees, candidate, speaker, token),
  )
  if (note !== undefined && !['document', 'post', 'outlet'].includes(speaker.kind)) {
    return { reason: 'asked-not-to-be-named', span: { start: note.start, end: note.end } }
  }
  if (speaker.head < 0) return undefined
  const describing = describingWords(document, trees, speaker)
  const aged = describing.some((i) => ageAt(trees, i) > 0)
  if (!aged && !['person', 'unnamed', 'role', 'group'].includes(speaker.kind)) return undefined
  // "old" of "16-year-old" in five words
  const spanOf = (i: number) => ({
    start: trees.tokens[ageAt(trees, i) > 0 && trees.lower(i) === 'old' ? i - 4 : i].start,
    end: trees.tokens[i].end,
  })
  if (describing.some((i) => speakers.offices.has(trees.lemma(i)))) return undefined
  const minor = describing.find((i) => isMinor(trees, i, speakers.minors))
  if (minor !== undefined) return { reason: 'minor', span: spanOf(minor) }
  // "Residents" are many: nobody can be told by it, and hiding it would only hide who speaks.
  if (speaker.kind === 'group') return undefined
  const person = describing.find(
    (i) =>
      (speakers.privatePeople.has(trees.lemma(i)) && trees.tags[i].upos === 'NOUN' && !isCapital(document, trees, i)) ||
      ageAt(trees, i) > 0,
  )
  if (person === undefined) return undefined
  const spoken = candidate.content.some((i) => danger.danger.has(trees.lemma(i)))
  const around = spoken || paragraphHas(document, sentence, (i) => danger.danger.has(trees.lemma(i)))
  return around ? { reason: 'private-individual', span: spanOf(person) } : undefined
}

/** True where a word of the paragraph that a sentence stands in is one of those asked for. */
function paragraphHas(document: Document, sentence: number, isOne: (i: number) => boolean): boolean {
  const sentences = document.get('sentences')
  const paragraph = sentences[sentence]?.paragraph
  if (paragraph === undefined) return false
  let first = sentence
  while (sentences[first - 1]?.paragraph === paragraph) first--
  for (let at = first; sentences[at]?.paragraph === paragraph; at++) {
    for (let i = sentences[at].from; i < sentences[at].to; i++) if (isOne(i)) return true
  }
  return false
}

/** "the Sons of the Tide": a capital within a sentence makes a name, not somebody's sons. */
const isCapital = (document: Document, trees: Trees, i: number): boolean =>
  /^\p{Lu}/u.test(trees.tokens[i].text) && document.get('sentences')[trees.tokens[i].sentence]?.from !== i

/** True where the words that ask for anonymity belong to this source: in the cue's clause or on the source itself, not on another's. */
function asksFor(trees: Trees, candidate: Candidate, speaker: Speaker, token: number): boolean {
  if (speaker.head < 0) return false
  // Inside the content it is somebody else who asks, unless the source's own words hold it.
  if (candidate.source.includes(token)) return true
  if (candidate.content.includes(token)) return false
  const meeting = trees.meet(candidate.cue, token)
  if (meeting < 0) return true
  // The nearest clause above the note: whose subject, or which noun does it describe?
  for (let i = token; i >= 0; i = trees.head(i)) {
    if (i === candidate.cue || i === speaker.head) return true
    if (trees.relation(i).startsWith('acl') && trees.head(i) !== speaker.head) {
      const noun = trees.head(i)
      return trees.dominates(speaker.head, noun) || candidate.source.includes(noun)
    }
  }
  return trees.dominates(trees.head(candidate.cue), token)
}

/** The words that say who a source is: those of its description, of an apposition, and of the first mention of its entity. */
function describingWords(document: Document, trees: Trees, { head, entity }: Speaker): number[] {
  const words = new Set<number>()
  const take = (top: number) => {
    words.add(top)
    for (const c of trees.children(top)) {
      const plain = trees.plainRelation(c)
      if (plain === 'appos' || plain === 'compound' || plain === 'amod' || plain === 'flat' || plain === 'nummod')
        take(c)
      else if (plain === 'acl' && trees.child(c, 'cop') >= 0) take(c)
    }
  }
  take(head)
  if (entity !== undefined) {
    for (const index of document.get('entities')[entity].mentions.slice(0, 12)) {
      const mention = document.get('mentions')[index]
      if (mention.form !== 'pronoun') take(mention.head)
    }
  }
  return [...words].sort((a, b) => a - b)
}

/** "a girl", "a 14-year-old", "Amal, 16," */
const isMinor = (trees: Trees, i: number, minors: ReadonlySet<string>): boolean => {
  const age = ageAt(trees, i)
  if (age >= 3 && age < 18) return true
  if (!minors.has(trees.lemma(i))) return false
  // "two schoolgirls" can be told by it; "schoolgirls" are many.
  return trees.tags[i].xpos === 'NN' || (trees.tags[i].xpos === 'NNS' && trees.child(i, 'nummod') >= 0)
}

/** The age that a word tells, 0 where it tells none: "14-year-old" in one word or five, "aged 14", ", 14,". */
function ageAt(trees: Trees, i: number): number {
  const whole = /^(\d{1,2})-year-old$/.exec(trees.lower(i))
  if (whole !== null) return Number(whole[1])
  if (trees.lower(i) === 'old') {
    const joined = [i - 4, i - 3, i - 2, i - 1, i].map((at) => trees.lower(at)).join('')
    const pieces = /^(\d{1,2})-year-old$/.exec(joined)
    if (pieces !== null) return Number(pieces[1])
  }
  if (!/^\d{1,2}$/.test(trees.lower(i)) || trees.plainRelation(i) === 'conj') return 0
  const before = i > 0 ? trees.lower(i - 1) : ''
  const next = i + 1 < trees.length ? trees.lower(i + 1) : ''
  const aside = before === ',' && (next === ',' || next === '.')
  return before === 'aged' || aside ? Number(trees.lower(i)) : 0
}
