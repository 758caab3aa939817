import type { Time } from '../../document/Layers.ts'
import { edtfBounds } from '../../model/edtfBounds.ts'
import type { Scene } from './Scene.ts'

/** What stands between the two ends of a stretch, by the word that opens it; a hyphen needs none. */
const LINKS: Readonly<Record<string, RegExp>> = {
  between: /^\s*and\s*(?:the\s*)?$/,
  from: /^\s*(?:to|until|till|through)\s*(?:the\s*)?$/,
}
const HYPHEN = /^\s?[-–—]\s?$/
const THROUGH = /^\s*(?:to|through)\s*(?:the\s*)?$/

/**
 * Two dates that bound one stretch become one time, from the first day of the one to the last of the other.
 *
 *     Between March 3 and 5 the camp was raided twice.   Voters queued 17-18 February.
 *     ^-------------------^ 2024-03-03/2024-03-05               ^------------^ 2019-02-17/2019-02-18
 */
export function withRanges(scene: Scene, times: readonly Time[]): Time[] {
  const joined: Time[] = []
  for (let index = 0; index < times.length; index++) {
    const range = index + 1 < times.length ? rangeOf(scene, times[index], times[index + 1]) : undefined
    joined.push(range ?? times[index])
    if (range !== undefined) index++
  }
  return joined
}

function rangeOf({ document, trees }: Scene, first: Time, last: Time): Time | undefined {
  const between = document.text.slice(first.end, last.start)
  const opening = first.from > 0 ? trees.lower(first.from - 1) : ''
  const opened = LINKS[opening]?.test(between.toLowerCase()) === true
  const plain = HYPHEN.test(between) || (sameGrain(first, last) && THROUGH.test(between.toLowerCase()))
  if (!opened && !plain) return undefined
  const edtf = stretchOf(first.edtf, last.edtf)
  if (edtf === undefined) return undefined
  const { start, from } = opened
    ? { start: trees.tokens[first.from - 1].start, from: first.from - 1 }
    : { start: first.start, from: first.from }
  return { ...first, start, from, end: last.end, to: last.to, edtf }
}

const sameGrain = (first: Time, last: Time): boolean => first.edtf.length === last.edtf.length

/** From the beginning of one date to the end of another; undefined where the second is not behind the first. */
function stretchOf(first: string, last: string): string | undefined {
  const [begins, ends] = [edtfBounds(first), edtfBounds(last)]
  if (begins === undefined || ends === undefined || begins.first >= ends.first) return undefined
  const [from, to] = [first.split('/')[0], last.split('/').at(-1)]
  return from === '' || to === '' || /[[{]/.test(first + last) ? undefined : `${from}/${to}`
}
