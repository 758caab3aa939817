import { readFileSync } from 'node:fs'

/** One syntactic word of a treebank, with its place in the rebuilt text. */
export interface TreebankWord {
  readonly form: string
  readonly start: number
  readonly end: number
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  /** index in the sentence, -1 at the root */
  readonly head: number
  readonly deprel: string
  /** the last column: entities, discourse, spacing */
  readonly misc: string
}

export interface TreebankSentence {
  readonly start: number
  readonly end: number
  readonly words: readonly TreebankWord[]
  /** true where a paragraph begins here */
  readonly opens: boolean
}

export interface TreebankDocument {
  readonly id: string
  readonly text: string
  readonly sentences: readonly TreebankSentence[]
}

/**
 * Reads CoNLL-U and rebuilds the raw text of each document: words with the spaces between them that `SpaceAfter` tells,
 * paragraphs set apart by an empty line. A contraction ("don't") is cut at its words where they spell it; where they do
 * not ("gonna" as "go" + "to"), both have the span of the whole.
 */
export function readTreebank(file: string): TreebankDocument[] {
  const documents: TreebankDocument[] = []
  let id = ''
  let text = ''
  let opens = true
  let sentences: TreebankSentence[] = []
  const close = () => {
    if (sentences.length > 0) documents.push({ id, text: text.trimEnd(), sentences })
    text = ''
    sentences = []
    opens = true
  }
  for (const block of readFileSync(file, 'utf8').split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => line !== '')
    if (lines.length === 0) continue
    for (const line of lines) {
      const document = /^# newdoc id = (.*)/.exec(line)
      if (document) {
        close()
        id = document[1]
      }
      if (/^# newpar( id)?\b/.test(line)) opens = true
    }
    if (opens && text !== '') text += '\n\n'
    const read = readSentence(lines, text, opens)
    text = read.text
    sentences.push(read.sentence)
    opens = false
  }
  close()
  return documents
}

function readSentence(lines: readonly string[], before: string, opens: boolean) {
  let text = before
  const words: TreebankWord[] = []
  // Words of a contraction still to come, and where it stands.
  let contraction = { form: '', start: 0, left: 0, at: 0, spells: false, spaced: true }
  for (const [n, line] of lines.entries()) {
    const fields = line.split('\t')
    if (fields.length !== 10 || fields[0].includes('.')) continue
    const [number, form, lemma, upos, xpos, , head, deprel, , misc] = fields
    const spaced = !/SpaceAfter=No/.test(misc)
    if (number.includes('-')) {
      const [from, to] = number.split('-').map(Number)
      const parts = lines
        .slice(n + 1)
        .map((next) => next.split('\t'))
        .filter(([id]) => /^\d+$/.test(id))
        .slice(0, to - from + 1)
      const spells = parts.map((part) => part[1]).join('') === form
      contraction = { form, start: text.length, left: to - from + 1, at: text.length, spells, spaced }
      text += form + (spaced ? ' ' : '')
      continue
    }
    let [start, end] = [text.length, text.length + form.length]
    if (contraction.left > 0) {
      contraction.left--
      start = contraction.spells ? contraction.at : contraction.start
      end = start + (contraction.spells ? form.length : contraction.form.length)
      contraction.at = end
    } else {
      text += form + (spaced ? ' ' : '')
    }
    words.push({ form, start, end, lemma, upos, xpos, head: Number(head) - 1, deprel, misc })
  }
  return { text, sentence: { start: words[0].start, end: words[words.length - 1].end, words, opens } }
}
