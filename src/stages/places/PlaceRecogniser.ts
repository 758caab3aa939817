import type { TokenRange } from '../../document/Layers.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { type PositionFeatures, SequenceLabeller } from '../../learned/SequenceLabeller.ts'
import type { PlaceText } from './PlaceText.ts'
import { PlaceFeatures } from './placeFeatures.ts'
import { withKnown } from './withKnown.ts'

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
      found.filter((range) => !isFirstName(text, range) && !isDirection(text, range)),
    )
  }
}

const DIRECTION = /^(?:north|south|east|west|central)(?:ern)?$/i
const AREA = /^(?:province|region|state|area|district|governorate|division|cape|bank|coast|end|side|county)$/i

/** "a Western diplomat"; but "Western Province". */
const isDirection = ({ tokens }: PlaceText, { from, to }: TokenRange): boolean =>
  to - from === 1 && DIRECTION.test(tokens[from].text) && !AREA.test(tokens[to]?.text ?? '')

/** "Jordan" of "Jordan Miller", where the names stage sees a person. */
function isFirstName(text: PlaceText, { from, to }: TokenRange): boolean {
  const name = text.names[text.nameAt[from] - 1]
  return name?.kind === 'Person' && name.from === from && name.to > to
}
