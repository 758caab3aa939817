import { Document } from '../src/document/Document.ts'
import type { Arc, Sentence, Tag, Token } from '../src/document/Layers.ts'
import { reportOf } from '../src/model/Report.ts'

/**
 * A document built by hand, one sentence a line, one word as `text/XPOS`, `text/XPOS/lemma` or, with its governor and
 * relation, `text/XPOS/lemma/+2:nummod` (the governor counted from the word; `0:root`, also the default). `_/…` joins the
 * word to the one before. A lemma left empty is the word in lower case; a missing XPOS is NN.
 *
 *     taggedDocument('22/CD//+1:nummod people/NNS/person died/VBD/die')
 */
export function taggedDocument(lines: string): Document {
  let text = ''
  const tokens: Token[] = []
  const tags: Tag[] = []
  const trees: Arc[] = []
  const sentences: Sentence[] = []
  for (const [index, line] of lines.trim().split('\n').entries()) {
    const from = tokens.length
    if (index > 0) text += '\n'
    const start = text.length
    for (const [i, item] of line.trim().split(/\s+/).entries()) {
      const joins = item.startsWith('_') && item.length > 1
      const slash = item.indexOf('/', 1 + (joins ? 1 : 0))
      const word = item.slice(joins ? 1 : 0, slash < 0 ? undefined : slash)
      const [xpos = 'NN', lemma = '', arc = '0:root'] = slash < 0 ? [] : item.slice(slash + 1).split('/')
      const [, offset, deprel] = /^([+-]?\d+):(.*)$/.exec(arc) ?? ['', '0', 'root']
      if (i > 0 && !joins) text += ' '
      const at = tokens.length
      tokens.push({ text: word, start: text.length, end: text.length + word.length, sentence: index })
      text += word
      tags.push({ upos: UPOS[xpos] ?? 'X', xpos, lemma: lemma || word.toLowerCase() })
      trees.push({ head: Number(offset) === 0 ? -1 : at + Number(offset), deprel })
    }
    sentences.push({ start, end: text.length, from, to: tokens.length, paragraph: 0 })
  }
  return new Document(reportOf({ text })).add({
    paragraphs: [{ start: 0, end: text.length, kind: 'body' }],
    tokens,
    tags,
    trees,
    sentences,
  })
}

const UPOS: Record<string, string> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  NNPS: 'PROPN',
  CD: 'NUM',
  DT: 'DET',
  IN: 'ADP',
  JJ: 'ADJ',
  PRP: 'PRON',
  PRP$: 'PRON',
  WP: 'PRON',
  WDT: 'PRON',
  VB: 'VERB',
  VBD: 'VERB',
  VBG: 'VERB',
  VBN: 'VERB',
  VBZ: 'VERB',
  VBP: 'VERB',
  RB: 'ADV',
  TO: 'PART',
  POS: 'PART',
  CC: 'CCONJ',
  MD: 'AUX',
  ',': 'PUNCT',
  '.': 'PUNCT',
  ':': 'PUNCT',
  '-LRB-': 'PUNCT',
  '-RRB-': 'PUNCT',
}
