import type { TokenRange } from '../../document/Layers.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { type PositionFeatures, SequenceLabeller } from '../../learned/SequenceLabeller.ts'
import type { Named } from './GazetteerEntry.ts'
import type { PlaceText } from './PlaceText.ts'
import { PlaceFeatures } from './placeFeatures.ts'

/** Outside a place's name, at its first word, further inside. */
export const PLACE_LABELS = ['O', 'B', 'I'] as const

export const allowedPlaceLabel = (previous: string | undefined, label: string): boolean =>
  label !== 'I' || previous === 'B' || previous === 'I'

/** A stretch of tokens that can be names, with their features: what the labeller gets. */
export interface Run extends TokenRange {
  readonly features: PositionFeatures
}

/** The stretches of a document in which place names are looked for; everything between them is no name. */
export function runsOf(text: PlaceText): Run[] {
  const features = new PlaceFeatures(text)
  const runs: Run[] = []
  for (const sentence of text.sentences) {
    for (let from = sentence.from; from < sentence.to; ) {
      if (!text.active[from]) {
        from++
        continue
      }
      let to = from + 1
      while (to < sentence.to && text.active[to]) to++
      const begin = from
      runs.push({ from, to, features: (i, out) => features.fill(begin + i, begin, to, out) })
      from = to
    }
  }
  return runs
}

/** Finds place names: a labeller of sequences over the words that can be part of one. */
export class PlaceRecogniser {
  readonly #labeller: SequenceLabeller

  constructor(model: LinearModel) {
    this.#labeller = new SequenceLabeller(model, allowedPlaceLabel)
  }

  /** Token ranges of place names, in order of the text. */
  recognise(text: PlaceText): TokenRange[] {
    const { classes } = this.#labeller.model
    const found: { from: number; to: number }[] = []
    for (const { from, to, features } of runsOf(text)) {
      const labels = this.#labeller.label(to - from, features)
      for (let i = from; i < to; i++) {
        const label = classes[labels[i - from]]
        if (label === 'B') found.push({ from: i, to: i + 1 })
        else if (label === 'I') found[found.length - 1].to = i + 1
      }
    }
    return withKnown(
      text,
      found.filter((range) => !isFirstName(text, range)),
    )
  }
}

/** "Jordan" of "Jordan Miller", where the names stage sees a person. */
function isFirstName(text: PlaceText, { from, to }: TokenRange): boolean {
  const name = text.names[text.nameAt[from] - 1]
  return name?.kind === 'Person' && name.from === from && name.to > to
}

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

/** "the village of Xanadu", "the besieged town of Xanadu" */
const SETTLEMENT = /^(?:town|city|village|hamlet|province|district|governorate|island|port|suburb|camp)$/i

/**
 * Adds what the labeller passes over for want of such words in what it learnt from: names that the names stage takes for
 * places and the gazetteer knows, and whatever is called "the village of".
 */
function withKnown(text: PlaceText, found: readonly TokenRange[]): TokenRange[] {
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
  for (const { kind, from, to } of text.names) {
    if (kind === 'Location' && free(from, to) && text.named(from, to).some(({ use }) => use !== 'sound')) add(from, to)
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
