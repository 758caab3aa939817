import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { LONGEST_PARAGRAPH } from '../src/stages/attributions/AttributionNetwork.ts'
import { canBeCue } from '../src/stages/attributions/candidates.ts'
import { MOST_WORD_ROWS, PAIR_COLUMNS, pairRows, wordRows } from '../src/stages/attributions/networkFeatures.ts'
import { RoleView } from '../src/stages/attributions/RoleView.ts'
import { OTHER } from '../src/stages/attributions/viterbiRoles.ts'
import type { Lesson } from './attributions.ts'

/** What a word is to those who look for cues. */
const [NO_CUE, IS_CUE, UNTOLD] = [0, 1, 2]

/**
 * Writes what the network of attributions learns from, as arrays in files of their own, words numbered through all documents:
 *
 *     words.jsonl                the words of each document
 *     values.i8, scales.f32      the words' vectors
 *     rows.u16, rowStarts.u32    rows of the table of words
 *     labels.u8                  0 no cue, 1 head of a cue, 2 nobody knows
 *     paragraphs.u32             document, first word, end
 *     cues.u32                   paragraph, head, first word of its view, end
 *     pairs.u16, truths.u8       for each cue and word of its view: rows of the table of pairs, and the role
 */
export function writeAttributionExamples(lessons: readonly Lesson[], folder: string): void {
  const names = ['values.i8', 'scales.f32', 'rows.u16', 'labels.u8', 'pairs.u16', 'truths.u8']
  const files = new Map(names.map((name) => [name, openSync(join(folder, name), 'w')]))
  const append = (name: string, array: Int8Array | Uint8Array | Uint16Array | Float32Array) => {
    if (array.length > 0) writeSync(files.get(name)!, new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  }
  const paragraphs: number[] = []
  const cueRows: number[] = []
  const rowStarts: number[] = [0]
  let first = 0
  const buffer = new Uint16Array(MOST_WORD_ROWS)
  for (const [number, { context, cues, cueWords, contentWords }] of lessons.entries()) {
    const { values, scales } = context.document.get('vectors')
    append('values.i8', values)
    append('scales.f32', scales)
    const rows: number[] = []
    const base = rowStarts.at(-1)!
    for (let i = 0; i < context.length; i++) {
      rows.push(...buffer.subarray(0, wordRows(context, i, buffer)))
      rowStarts.push(base + rows.length)
    }
    append('rows.u16', Uint16Array.from(rows))
    append(
      'labels.u8',
      Uint8Array.from({ length: context.length }, (_, i) => {
        if (cues.has(i)) return IS_CUE
        // Other words of a cue, and what stands inside contents, which the corpus leaves unmarked, teach nothing.
        return !canBeCue(context, i) || cueWords.has(i) || contentWords.has(i) ? UNTOLD : NO_CUE
      }),
    )
    const heads = [...cues.keys()].sort((a, b) => a - b)
    for (const [p, start] of context.paragraphFrom.entries()) {
      if (start === undefined) continue
      for (let from = start; from < context.paragraphTo[p]; from += LONGEST_PARAGRAPH) {
        const to = Math.min(context.paragraphTo[p], from + LONGEST_PARAGRAPH)
        const index = paragraphs.length / 3
        paragraphs.push(number, first + from, first + to)
        for (const cue of heads) {
          if (cue < from || cue >= to) continue
          const view = new RoleView(context, cue)
          if (view.from < from || view.to > to) continue
          cueRows.push(index, first + cue, first + view.from, first + view.to)
          const n = view.to - view.from
          const pairs = new Uint16Array(n * PAIR_COLUMNS)
          for (let k = 0; k < n; k++) pairRows(view, view.from + k, pairs, k * PAIR_COLUMNS)
          append('pairs.u16', pairs)
          const gold = cues.get(cue)!
          append(
            'truths.u8',
            Uint8Array.from({ length: n }, (_, k) => gold.get(view.from + k) ?? OTHER),
          )
        }
      }
    }
    first += context.length
  }
  for (const file of files.values()) closeSync(file)
  const write = (name: string, numbers: readonly number[]) =>
    writeFileSync(join(folder, name), new Uint8Array(Uint32Array.from(numbers).buffer))
  writeFileSync(
    join(folder, 'words.jsonl'),
    lessons.map(({ context }) => `${JSON.stringify(context.trees.tokens.map(({ text }) => text))}\n`).join(''),
  )
  write('rowStarts.u32', rowStarts)
  write('paragraphs.u32', paragraphs)
  write('cues.u32', cueRows)
}
