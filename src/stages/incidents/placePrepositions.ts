import type { Scene } from './Scene.ts'

/** What stands between a deed and where it was done. */
export const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'on',
  'along',
  'around',
  'beside',
  'behind',
  'across',
  'throughout',
  'within',
  'in front of',
  'close to',
  'next to',
  'off',
  'between',
  'outside of',
  'north of',
  'south of',
  'east of',
  'west of',
  'over',
])
/** True where a time expression stands over the word. */
export function isTime(scene: Scene, i: number): boolean {
  return scene.timesIn(scene.sentenceOf(i)).some(({ from, to }) => from <= i && i < to)
}
