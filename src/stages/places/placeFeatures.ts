import { feature, hashString } from '../../learned/featureHash.ts'
import { Focus } from './Focus.ts'
import type { Match, PlaceText } from './PlaceText.ts'

/** Kinds of what the gazetteer has under a name, told apart by the features. */
function matchClass({ named }: Match): number {
  let best = 9
  for (const { entry, use } of named) {
    const rank =
      use === 'demonym'
        ? 1
        : use === 'abbreviation'
          ? 2
          : entry.kind === 'country'
            ? 3
            : entry.kind === 'admin1'
              ? 4
              : entry.kind === 'town' || entry.kind === 'district'
                ? use === 'name'
                  ? 6
                  : 8
                : entry.kind === 'admin2'
                  ? 7
                  : 5
    if (rank < best) best = rank
  }
  return best
}

const sizeOf = ({ named }: Match): number => {
  let most = 0
  for (const { entry } of named) if (entry.population > most) most = entry.population
  return Math.min(8, Math.round(Math.log10(most + 1)))
}

const countOf = ({ named }: Match): number => (named.length > 20 ? 4 : named.length > 5 ? 3 : named.length > 1 ? 2 : 1)

/** A word's look: "Xx", "XX", "X.", "dd", "Xx-Xx". */
function shapeOf(text: string): number {
  let shape = ''
  for (let i = 0; i < text.length && shape.length < 8; i++) {
    const code = text.charCodeAt(i)
    const mark =
      code >= 48 && code <= 57
        ? 'd'
        : code >= 65 && code <= 90
          ? 'X'
          : (code >= 97 && code <= 122) || code > 191
            ? 'x'
            : text[i]
    if (shape.at(-1) !== mark || (mark === 'X' && shape.length < 3)) shape += mark
  }
  return hashString(shape)
}

const KINDS = { Person: 1, Organization: 2, Location: 3, Facility: 4, NORP: 5, Product: 6, Misc: 7 } as const

/**
 * The features by which the words of a report are told to begin (B), go on in (I) or be outside (O) a place's name.
 * What costs more than a look is worked out once a document.
 */
export class PlaceFeatures {
  readonly #text: PlaceText
  readonly #shape: Int32Array
  readonly #suffix: Int32Array
  readonly #tag: Int32Array
  readonly #match: Int32Array
  readonly #matchSize: Int32Array
  /** Per word: after "in", "from", "near" … somewhere in this report; after a title or before a verb of saying. */
  readonly #placed = new Map<number, number>()
  readonly #person = new Map<number, number>()
  /** Per match: how well it fits with where the report plays. */
  readonly #fit: Int32Array
  /** Last word of the run of capitalised words that a token stands in. */
  readonly #runEnd: Int32Array

  constructor(text: PlaceText) {
    this.#text = text
    const { tokens, tags, matches, capital, active, words } = text
    const size = tokens.length
    this.#shape = new Int32Array(size)
    this.#suffix = new Int32Array(size)
    this.#tag = new Int32Array(size)
    this.#match = new Int32Array(matches.length)
    this.#matchSize = new Int32Array(matches.length)
    this.#runEnd = new Int32Array(size)
    const focus = new Focus(matches, ({ from, to }) => text.phrase(from, to))
    this.#fit = Int32Array.from(matches, ({ named }, i) => focus.fit(i, named))
    matches.forEach((match, i) => {
      const { to } = match
      // "Springfield, Ohio" tells of every other "Springfield" in the report
      const within = to + 1 < size && tokens[to].text === ',' ? text.covered[to + 1] - 1 : -1
      if (within >= 0 && isArea(matches[within])) this.#placed.set(words[match.from], 3)
      this.#match[i] = matchClass(match) * 8 + countOf(match)
      this.#matchSize[i] = sizeOf(match)
    })
    for (let i = size - 1; i >= 0; i--) {
      this.#tag[i] = hashString(tags[i].xpos)
      if (!active[i]) continue
      const { text: word } = tokens[i]
      this.#shape[i] = shapeOf(word)
      this.#suffix[i] = hashString(word, Math.max(0, word.length - 3))
      this.#runEnd[i] =
        i + 1 < size && active[i + 1] && tokens[i + 1].sentence === tokens[i].sentence ? this.#runEnd[i + 1] : i
      if (capital[i] && i > 0) {
        const before = tokens[i - 1].text.toLowerCase()
        if (PLACING.has(before)) this.#placed.set(words[i], Math.min(3, (this.#placed.get(words[i]) ?? 0) + 1))
        if (TITLES.has(before) || text.names[text.nameAt[i] - 1]?.kind === 'Person')
          this.#person.set(words[i], Math.min(3, (this.#person.get(words[i]) ?? 0) + 1))
      }
    }
  }

  /** Features of token `i`; the sequence that is labelled begins at `from` and ends before `to`. */
  fill(i: number, from: number, to: number, out: Int32Array): number {
    const text = this.#text
    const { words, tokens, covered, matches, nameAt, names } = text
    const size = tokens.length
    const { sentence } = tokens[i]
    let n = 0
    const word = (j: number): number => (j < 0 || j >= size || tokens[j].sentence !== sentence ? 0 : words[j])
    const w = words[i]
    const before = word(i - 1)
    const after = word(i + 1)
    out[n++] = feature(1)
    out[n++] = feature(2, w)
    out[n++] = feature(3, before)
    out[n++] = feature(4, after)
    out[n++] = feature(5, word(i - 2), before)
    out[n++] = feature(6, after, word(i + 2))
    out[n++] = feature(7, before, w)
    out[n++] = feature(8, w, after)
    out[n++] = feature(9, word(i - 2))
    out[n++] = feature(10, word(i + 2))
    out[n++] = feature(11, this.#shape[i])
    out[n++] = feature(12, this.#suffix[i])
    out[n++] = feature(13, this.#tag[i])
    out[n++] = feature(14, i > 0 ? this.#tag[i - 1] : 0, i + 1 < size ? this.#tag[i + 1] : 0)
    const first = i === 0 || tokens[i - 1].sentence !== sentence ? 1 : 0
    out[n++] = feature(15, first, this.#shape[i])

    // what the gazetteer knows
    const m = covered[i] - 1
    const edge = m < 0 ? 0 : (matches[m].from === i ? 1 : 0) + (matches[m].to === i + 1 ? 2 : 0)
    const kind = m < 0 ? 0 : this.#match[m]
    const matched = m < 0 ? 0 : this.#matchSize[m]
    out[n++] = feature(20, kind, edge)
    out[n++] = feature(21, kind >> 3, edge, matched)
    out[n++] = feature(22, kind >> 3, edge, first)
    out[n++] = feature(23, kind >> 3, edge, before)
    out[n++] = feature(24, kind >> 3, edge, word(m < 0 ? i + 1 : matches[m].to))
    out[n++] = feature(25, edge, m < 0 ? 0 : word(matches[m].from - 1), m < 0 ? 0 : word(matches[m].to))
    const next = i + 1 < size && covered[i + 1] - 1 !== m ? covered[i + 1] - 1 : -1
    const past = i > 0 && covered[i - 1] - 1 !== m ? covered[i - 1] - 1 : -1
    out[n++] = feature(26, kind >> 3, next < 0 ? 0 : this.#match[next] >> 3, past < 0 ? 0 : this.#match[past] >> 3)
    // "Springfield, Ohio"
    const comma =
      m >= 0 && matches[m].to + 1 < size && tokens[matches[m].to].text === ',' ? covered[matches[m].to + 1] : 0
    out[n++] = feature(27, kind >> 3, edge, comma === 0 ? 0 : this.#match[comma - 1] >> 3)

    const fit = m < 0 ? 5 : this.#fit[m]
    out[n++] = feature(28, fit, kind, edge)
    out[n++] = feature(29, fit, matched, kind >> 3)
    // lists: "Harvey, Harper and Kingman counties"
    const left = this.#listed(m < 0 ? i : matches[m].from, -1)
    const right = this.#listed(m < 0 ? i : matches[m].to - 1, 1)
    out[n++] = feature(36, left, right)
    out[n++] = feature(37, left, right, fit)

    // the run of capitals that it stands in
    const end = this.#runEnd[i]
    out[n++] = feature(30, Math.min(5, end - i), Math.min(5, i - from), kind >> 3)
    out[n++] = feature(31, words[end], Math.min(3, end - i))
    out[n++] = feature(32, word(end + 1), Math.min(3, end - i))
    out[n++] = feature(33, words[from], Math.min(3, i - from))
    out[n++] = feature(34, word(from - 1), Math.min(3, i - from))
    out[n++] = feature(35, Math.min(6, to - from), kind >> 3, edge)

    // the rest of the report
    const placed = this.#placed.get(w) ?? 0
    const person = this.#person.get(w) ?? 0
    out[n++] = feature(40, placed, person)
    out[n++] = feature(41, placed, person, kind >> 3)

    // names as the names stage sees them
    const name = nameAt[i] - 1
    if (name >= 0) {
      const of = names[name]
      const label = KINDS[of.kind] * 4 + (of.from === i ? 1 : 0) + (of.to === i + 1 ? 2 : 0)
      out[n++] = feature(50, label)
      out[n++] = feature(51, label, kind >> 3, edge)
      out[n++] = feature(52, label, words[of.to - 1])
      out[n++] = feature(53, label, w)
      out[n++] = feature(54, label, word(of.to))
    } else out[n++] = feature(55, kind >> 3, edge)
    return n
  }

  /** What stands on the other side of a comma or an "and": 0 nothing of the kind, 1 no known place, else its class and fit. */
  #listed(i: number, step: 1 | -1): number {
    const { tokens, covered, capital } = this.#text
    const link = tokens[i + step]
    const other = i + 2 * step
    if (!link || !LINKS.has(link.text) || tokens[other]?.sentence !== tokens[i].sentence || !capital[other]) return 0
    const match = covered[other] - 1
    return match < 0 ? 1 : 2 + (this.#match[match] >> 3) * 8 + this.#fit[match]
  }
}

const LINKS = new Set([',', 'and', 'or', ';', '/', '-'])

const isArea = ({ named }: Match): boolean =>
  named.some(({ entry, use }) => use !== 'demonym' && (entry.kind === 'country' || entry.kind === 'admin1'))

/** Words after which a name is a place more often than not. */
const PLACING = new Set('in from near at outside around into across throughout to'.split(' '))
const TITLES = new Set(
  'mr mr. mrs mrs. ms ms. dr dr. president minister sen. rep. gov. gen. col. maj. capt. lt. sgt. judge sheriff coach'.split(
    ' ',
  ),
)
