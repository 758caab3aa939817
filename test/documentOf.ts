import { Document } from '../src/document/Document.ts'
import type { Arc, Paragraph, Sentence, Tag, Token } from '../src/document/Layers.ts'
import { reportOf } from '../src/model/Report.ts'

/**
 * A document with tokens, tags and trees written by hand: a paragraph a list, a sentence a string, a word a line of
 * `form lemma UPOS XPOS head relation` (head counts from 1 within the sentence, 0 is the root). Words are set apart by a
 * space, save before a closing mark.
 */
export function documentOf(paragraphs: readonly (readonly string[])[]): Document {
  const tokens: Token[] = []
  const tags: Tag[] = []
  const trees: Arc[] = []
  const sentences: Sentence[] = []
  const blocks: Paragraph[] = []
  let text = ''
  let quoted = false
  paragraphs.forEach((rows, paragraph) => {
    if (text !== '') text += '\n\n'
    const begin = text.length
    for (const sentence of rows) {
      const from = tokens.length
      for (const line of sentence.trim().split('\n')) {
        const [form, lemma, upos, xpos, head, deprel] = line.trim().split(/\s+/)
        const straight = form === '"'
        const closing = /^[.,:;?!”)]$|^n['’]t$|^['’]/.test(form) || (straight && quoted)
        const opened = /[“(]$/.test(text) || (quoted && text.endsWith('"'))
        if (!closing && !opened && text !== '' && !text.endsWith('\n')) text += ' '
        if (straight) quoted = !quoted
        tokens.push({ text: form, start: text.length, end: text.length + form.length, sentence: sentences.length })
        text += form
        tags.push({ upos, xpos, lemma })
        trees.push({ head: head === '0' ? -1 : from + Number(head) - 1, deprel })
      }
      const last = tokens.length
      sentences.push({ start: tokens[from].start, end: tokens[last - 1].end, from, to: last, paragraph })
    }
    blocks.push({ start: begin, end: text.length, kind: 'body' })
  })
  return new Document(reportOf({ text })).add({ paragraphs: blocks, sentences, tokens, tags, trees })
}
