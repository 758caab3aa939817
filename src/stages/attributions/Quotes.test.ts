import { describe, expect, it } from 'vitest'
import { Document } from '../../document/Document.ts'
import type { Paragraph, Sentence, Token } from '../../document/Layers.ts'
import { reportOf } from '../../model/Report.ts'
import { quotesOf } from './Quotes.ts'

/** Paragraphs at empty lines, one sentence each unless `|` cuts them, words at spaces and marks. */
function documentOfText(marked: string): Document {
  const text = marked.replaceAll('|', ' ')
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const paragraphs: Paragraph[] = []
  let at = 0
  for (const block of marked.split('\n\n')) {
    const begin = at
    for (const sentence of block.split('|')) {
      const from = tokens.length
      for (const match of sentence.matchAll(/''|[\p{L}\p{N}’']*[\p{L}\p{N}]|\S/gu)) {
        const start = at + match.index
        tokens.push({ text: match[0], start, end: start + match[0].length, sentence: sentences.length })
      }
      sentences.push({ start: at, end: at + sentence.length, from, to: tokens.length, paragraph: paragraphs.length })
      at += sentence.length + 1
    }
    paragraphs.push({ start: begin, end: at - 1, kind: 'body' })
    at += 1
  }
  return new Document(reportOf({ text })).add({ tokens, sentences, paragraphs })
}
const read = (text: string) => {
  const document = documentOfText(text)
  const tokens = document.get('tokens')
  return quotesOf(document).list.map(({ from, to, open }) => [
    document.text.slice(tokens[from].start, tokens[to - 1].end),
    open,
  ])
}

describe('quotesOf', () => {
  it('finds curly, straight and doubled single marks, marks included', () => {
    expect(read('“Go,” he said.')).toEqual([['“Go,”', false]])
    expect(read('"Go," he said, "now."')).toEqual([
      ['"Go,"', false],
      ['"now."', false],
    ])
    expect(read("''Go,'' he said.")).toEqual([["''Go,''", false]])
  })

  it('holds a quotation of several sentences together', () => {
    expect(read('He said: “We go.|Nobody stays.” Then he left.')).toEqual([['“We go. Nobody stays.”', false]])
  })

  it('leaves a quotation open that goes on in the next paragraph', () => {
    expect(read('“We go.|Nobody stays.\n\n“The boats are ready,” he said.')).toEqual([
      ['“We go. Nobody stays.', true],
      ['“The boats are ready,”', false],
    ])
  })

  it('goes on from the first word where only the closing mark stands in the next paragraph', () => {
    expect(read('“We go.\n\nNobody stays,” he said.')).toEqual([
      ['“We go.', true],
      ['Nobody stays,”', false],
    ])
  })

  it('lets a stray mark reach no further than its sentence', () => {
    expect(read('He had a “funny look.|Nobody saw him.\n\nThe boats left.')).toEqual([['“funny look.', false]])
  })

  it('takes no apostrophe for a quotation', () => {
    expect(read("The miners' union isn't there.")).toEqual([])
  })
})
