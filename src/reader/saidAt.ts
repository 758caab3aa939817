import type { Document } from '../document/Document.ts'
import type { SpanIndex } from '../document/SpanIndex.ts'
import { overlaps, type Span } from '../model/Span.ts'
import type { Interval } from '../model/Value.ts'

/** How far up the tree a time may hang below the cue it dates. */
const STEPS = 5

/**
 * When the innermost source spoke: a time that hangs on the cue, outside the content ("said *on Tuesday* that …"); for the
 * outlet (no attribution), the day of publication. Absent where the text does not say.
 */
export function saidAt(document: Document, attribution: number | undefined, byTime: SpanIndex): Interval | undefined {
  if (attribution === undefined) {
    const { published } = document.report
    return published === undefined
      ? undefined
      : { type: 'interval', edtf: published.slice(0, 10), phrase: '', anchor: { kind: 'none' } }
  }
  const { cue, content } = document.get('attributions')[attribution]
  if (cue.length === 0) return undefined
  const trees = document.get('trees')
  const tokens = document.get('tokens')
  const times = document.get('times')
  for (const time of byTime.near(around(cue[0])).map((index) => times[index])) {
    if (time.type !== 'DATE' && time.type !== 'TIME') continue
    if (content.some((piece) => overlaps(piece, time))) continue
    for (let token = time.from, steps = 0; token >= 0 && steps < STEPS; token = trees[token].head, steps++) {
      if (cue.some((piece) => overlaps(piece, tokens[token]))) {
        const phrase = document.text.slice(time.start, time.end)
        return { type: 'interval', edtf: time.edtf, phrase, anchor: time.anchor }
      }
    }
  }
  return undefined
}

/** A time that hangs on a cue stands in its sentence: within some lines of it. */
const around = ({ start, end }: Span): Span => ({ start: Math.max(0, start - REACH), end: end + REACH })
const REACH = 500
