import type { Trees } from '../../document/Trees.ts'
import { feature, hashString } from '../../learned/featureHash.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'

/** The words looked at to tell news from web text; a text that is longer has said enough by then. */
const WORDS = 400
/** Reports are news unless they read otherwise: log odds added before the text is looked at. */
const PRIOR = 2.3
export const MOST_REGISTER_FEATURES = WORDS * 2 + 1

/** The words and pairs of tags of a text, or of the part of it that a range of tokens takes. */
export function registerFeatures(trees: Trees, out: Int32Array, from = 0, to = trees.length): number {
  let size = 0
  out[size++] = feature(1)
  const end = Math.min(to, from + WORDS)
  for (let i = from; i < end; i++) {
    out[size++] = feature(2, hashString(trees.lower(i).slice(0, 40)))
    const next = i + 1 < end ? trees.tags[i + 1].xpos : 'end'
    out[size++] = feature(3, hashString(trees.tags[i].xpos), hashString(next))
  }
  return size
}

/** How likely a text is news, from 0 to 1. */
export function newsShare(trees: Trees, register: LinearModel): number {
  const features = new Int32Array(MOST_REGISTER_FEATURES)
  const score = new Float32Array(1)
  register.scores(features, registerFeatures(trees, features), score)
  return 1 / (1 + Math.exp(-score[0] * register.scale - PRIOR))
}
