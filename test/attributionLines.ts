import { reportOf } from '../src/model/Report.ts'
import type { EnglishReader } from '../src/reader/EnglishReader.ts'

/** "source | cue | content" of every attribution of a text. */
export function attributionLines(reader: EnglishReader, text: string): string[] {
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
  const document = reader.annotate(reportOf({ text }))
  return document.get('attributions').map(({ source, cue, content }) => [source, cue, content].map(words).join(' | '))
}
