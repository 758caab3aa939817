import { feature, hashString } from '../../learned/featureHash.ts'
import type { Candidate } from './Candidate.ts'
import type { RankView } from './RankView.ts'
import type { Story } from './Story.ts'
import { hasHead } from './sieves/heads.ts'
import { agrees, isBarred, isEmpty, salience, speaksOf } from './sieves/pronouns.ts'

export const MOST_RANK_FEATURES = 128

/** Templates of pairs begin after those of "nobody before". */
const PAIR = 100

const bin = (n: number): number => (n < 4 ? n : n < 6 ? 4 : n < 10 ? 5 : n < 20 ? 6 : n < 60 ? 7 : 8)

/** Bits of what a cluster is known to be. */
function kindsOf({ clusters }: Story, j: number): number {
  const { kinds } = clusters.of(j)
  let bits = 0
  for (const kind of kinds) bits |= KIND_BITS[kind]
  return bits
}
const KIND_BITS = {
  person: 1,
  people: 2,
  group: 4,
  organisation: 8,
  'public body': 16,
  facility: 32,
  place: 64,
  other: 128,
} as const

const setBits = (set: ReadonlySet<string>, first: string, second: string): number =>
  (set.has(first) ? 1 : 0) | (set.has(second) ? 2 : 0)

const guessOf = ({ guess: { some, lead } }: Candidate): number =>
  hashString(some) ^ (lead < -3 ? 1 : lead < 0 ? 2 : lead < 3 ? 3 : 4)

/** What speaks for and against `j`, a mention before `i`, being the same entity. */
export function pairFeatures(view: RankView, i: number, j: number, out: Int32Array): number {
  const { story } = view
  const { candidates, clusters, trees, nouns, countries } = story
  const a = candidates[i]
  const b = candidates[j]
  const cluster = clusters.of(j)
  const own = clusters.of(i)
  const typeA = view.type[i]
  const typeB = view.type[j]
  let size = 0
  let template = PAIR
  /** A feature told apart by what the later is, and by what both are. */
  const add = (x: number, y = 0) => {
    template += 2
    out[size++] = feature(template, typeA, x, y)
    out[size++] = feature(template + 1, (typeA * 31 + typeB) | 0, x, y)
  }
  const sentences = a.sentence - b.sentence
  const sameSentence = sentences === 0
  const pronoun = a.form === 'pronoun'
  const quoteA = view.quotation[i]
  const quoteB = view.quotation[j]
  const speaker = quoteA >= 0 ? view.speaker[quoteA] : -1
  const otherSpeaker = quoteB >= 0 ? view.speaker[quoteB] : -1
  const paragraphs = view.paragraph[i] - view.paragraph[j]

  add(0)
  add(bin(sentences), bin(paragraphs))
  add(bin(i - j))
  add(sameSentence ? bin(a.from - b.from) : 99)
  add(view.relation[j], view.relation[i])
  add(view.relation[j], bin(sentences))
  const genders = setBits(cluster.genders, 'male', 'female')
  const ownGenders = setBits(own.genders, 'male', 'female')
  add(genders, ownGenders)
  add(setBits(cluster.numbers, 'singular', 'plural'), setBits(own.numbers, 'singular', 'plural'))
  const kinds = kindsOf(story, j)
  add(kinds, kindsOf(story, i))
  add(kinds, guessOf(a))
  add(guessOf(b), guessOf(a))
  add(clusters.compatible(i, j) ? 1 : 0)
  add(bin(cluster.members.length), bin(sentences))
  add(b.form === 'pronoun' ? 0 : cluster.names.size > 0 ? 1 : 2, bin(sentences))

  // Quotations: who speaks, and who is spoken of.
  const place = quoteA < 0 && quoteB < 0 ? 0 : quoteA === quoteB ? 1 : quoteA < 0 ? 2 : quoteB < 0 ? 3 : 4
  const speaks = speaker >= 0 && clusters.same(speaker, j) ? 1 : 0
  const voice = speaker >= 0 && otherSpeaker >= 0 && clusters.same(speaker, otherSpeaker) ? 1 : 0
  add(place, speaks * 2 + voice)
  if (a.pronoun === 'first' || a.pronoun === 'second') {
    const asks = (view.turns[view.paragraph[i]] << 2) | view.turns[view.paragraph[j]]
    add(bin(paragraphs), view.dialogue)
    add(bin(paragraphs), asks)
    add(asks, place)
    add(view.dialogue, place)
    add(place, b.from === 0 ? 1 : a.sentence - b.sentence > 20 ? 2 : 0)
  }
  // Who is the nearest, and what stands between.
  const plural = a.number === 'plural' ? 1 : 0
  const between = view.things[plural][a.from] - view.things[plural][Math.min(a.from, b.to)]
  add(bin(between), view.relation[j])
  if (pronoun && a.pronoun !== 'first' && a.pronoun !== 'second') {
    add(agrees(story, i, j) ? 1 : 0, isBarred(story, a, b) ? 1 : 0)
    add(Math.round(salience(story, a, j)))
    add(speaksOf(story, b.head, a.head) ? 1 : 0, sameSentence ? 1 : 0)
    add(view.governor[i], kinds)
    add(view.relation[i] ^ (kinds * 7), view.relation[j])
    if (sameSentence) add(trees.dominates(b.head, a.head) ? 1 : trees.head(b.head) === trees.head(a.head) ? 2 : 3)
  }
  if (a.form === 'description') {
    add(view.lemma[i], b.form === 'pronoun' ? 0 : view.lemma[j])
    add(b.form === 'pronoun' ? 2 : hasHead(story, j, a) ? 1 : 0, bin(sentences))
    if (b.form === 'description') {
      const same = a.lemma === b.lemma ? 1 : 0
      let [more, less, shared] = [0, 0, 0]
      for (const word of a.modifiers)
        if (b.modifiers.has(word)) shared++
        else more++
      for (const word of b.modifiers) if (!a.modifiers.has(word)) less++
      add(same, a.number === b.number ? 1 : 0)
      add(same * 64 + Math.min(more, 3) * 16 + Math.min(less, 3) * 4 + Math.min(shared, 3))
      add(same * 4 + Math.min(more, 3), bin(sentences))
      add(same, view.relation[j] ^ (view.relation[i] * 3))
    } else if (b.form === 'name') {
      const word = b.words.includes(a.lemma) ? 1 : 0
      const role = cluster.roles.has(a.lemma) ? 1 : 0
      add(word * 2 + role, Math.min(a.modifiers.size, 3))
      const country = countries.has(b.words.join(' ')) ? 1 : 0
      const wide =
        (nouns.countries.has(a.lemma) ? 1 : 0) |
        (nouns.settlements.has(a.lemma) ? 2 : 0) |
        (nouns.groupWords.has(a.lemma) ? 4 : 0)
      add(wide * 2 + country, kinds)
      add(wide * 2 + country, bin(sentences))
      add(view.lemma[i], kinds)
      add(view.lemma[i], bin(sentences))
    } else add(view.lemma[i], typeB)
    if (sameSentence) {
      add(b.from <= a.from && a.to <= b.to ? 1 : a.from <= b.from && b.to <= a.to ? 2 : 3)
      add(trees.dominates(b.head, a.head) ? 1 : trees.head(b.head) === trees.head(a.head) ? 2 : 3, view.relation[i])
    }
  }
  if (a.form === 'name') {
    let shared = 0
    for (const word of a.words)
      if (b.form === 'description' ? b.lemma === word || b.modifiers.has(word) : b.words.includes(word)) shared++
    add(Math.min(shared, 3), Math.min(a.words.length, 4) * 8 + Math.min(b.words.length, 4))
    add(shared > 0 && a.words.at(-1) === b.words.at(-1) ? 1 : 0, shared > 0 && a.words[0] === b.words[0] ? 1 : 0)
    add(a.roles.includes(b.lemma) ? 1 : 0)
  }
  return size
}

/** What speaks for `i` being the first mention of its entity, or of nobody. */
export function newFeatures(view: RankView, i: number, antecedents: readonly number[], out: Int32Array): number {
  const { story } = view
  const { candidates, trees, clusters } = story
  const a = candidates[i]
  const typeA = view.type[i]
  let size = 0
  let template = 0
  const add = (x: number, y = 0) => {
    out[size++] = feature(++template, typeA, x, y)
  }
  const alike = antecedents.filter(
    (j) => candidates[j].form !== 'pronoun' && (a.form === 'description' ? hasHead(story, j, a) : false),
  ).length
  const fit = antecedents.filter((j) => clusters.compatible(i, j)).length
  add(0)
  add(guessOf(a))
  add(guessOf(a), view.relation[i])
  add(view.relation[i])
  add(view.lemma[i])
  add(view.governor[i])
  add(view.lemma[i], view.relation[i])
  add(bin(a.sentence))
  add(bin(i))
  add(Math.min(alike, 3))
  add(Math.min(fit, 4))
  add(Math.min(alike, 3), Math.min(a.modifiers.size, 3))
  add(Math.min(a.modifiers.size, 4), bin(a.to - a.from))
  add(clusters.of(i).members.length > 1 ? 1 : 0)
  add(view.dialogue, view.quotation[i] >= 0 ? 1 : 0)
  add(trees.child(a.head, 'acl', 'nmod') > a.head ? 1 : 0, view.relation[i])
  add(a.from > 0 ? hashString(trees.lower(a.from - 1)) : 0)
  add(hashString(trees.lower(a.from)))
  if (a.lemma === 'it') add(isEmpty(story, a.head) ? 1 : 0)
  return size
}
