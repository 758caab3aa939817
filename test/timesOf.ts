import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document } from '../src/document/Document.ts'
import type { Sentence, Tag, Time, Token } from '../src/document/Layers.ts'
import { reportOf } from '../src/model/Report.ts'
import { createTimesStage } from '../src/stages/times/createTimesStage.ts'
import { parseTimesLexicon } from '../src/vocabulary/TimesLexicon.ts'

const file = 'vocabulary/lexicons/times.json'
export const lexicon = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
const stage = createTimesStage(parseTimesLexicon(lexicon, file))

const XPOS: Record<string, string> = {
  will: 'MD',
  would: 'MD',
  is: 'VBZ',
  to: 'TO',
  begin: 'VB',
  open: 'VB',
  meet: 'VBP',
}

/** A document cut at spaces and line ends; a line is a sentence, an empty line begins a paragraph. */
function documentOf(text: string, published: string | undefined): Document {
  const tokens: Token[] = []
  const tags: Tag[] = []
  const sentences: Sentence[] = []
  let at = 0
  let paragraph = 0
  for (const line of text.split('\n')) {
    const from = tokens.length
    if (line === '') paragraph++
    for (const { 0: word, index } of line.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)) {
      tokens.push({ start: at + index, end: at + index + word.length, text: word, sentence: sentences.length })
      const xpos = XPOS[word.toLowerCase()] ?? (/ed$|^was$|^were$|^fell$|^said$/.test(word) ? 'VBD' : 'NN')
      tags.push({ upos: 'X', xpos, lemma: word.toLowerCase() })
    }
    if (line !== '') sentences.push({ start: at, end: at + line.length, from, to: tokens.length, paragraph })
    at += line.length + 1
  }
  return new Document(reportOf({ text, ...(published !== undefined && { published }) })).add({
    tokens,
    tags,
    sentences,
  })
}

/** The times of a plain text, by the times stage alone. */
export const timesIn = (text: string, published?: string): readonly Time[] =>
  stage.run(documentOf(text, published)).times

/** phrase → value | EDTF | anchor */
export function read(text: string, published?: string): Record<string, string> {
  return Object.fromEntries(
    timesIn(text, published).map(({ start, end, value, edtf: interval, anchor }) => [
      text.slice(start, end),
      `${value} | ${interval} | ${anchor.kind}`,
    ]),
  )
}
