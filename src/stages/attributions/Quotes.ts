import type { Document } from '../../document/Document.ts'
import type { Token } from '../../document/Layers.ts'

/** A quotation in token indices, its marks included: `[from, to)`. */
export interface Quotation {
  readonly from: number
  readonly to: number
  /** the paragraph ends before the closing mark: the quotation goes on in the next one */
  readonly open: boolean
  readonly paragraph: number
}

/** The quotations of a document, and for each token the index of the one it stands in (-1 outside). */
export interface Quotes {
  readonly list: readonly Quotation[]
  readonly at: Int32Array
}

type Mark = 'opens' | 'closes' | 'either'

/**
 * Quotations within double marks, curly or straight, and `''` as some wires write them. Paragraph by paragraph, so that
 * a mark that was forgotten does no harm beyond it:
 *
 *     “We are leaving. There is nothing left.      ← not closed: the same speaker goes on
 *
 *     “My brother stayed,” he said.
 */
export function quotesOf(document: Document): Quotes {
  const tokens = document.get('tokens')
  const sentences = document.get('sentences')
  const paragraphOf = (i: number) => sentences[tokens[i].sentence]?.paragraph ?? 0
  const list: Quotation[] = []
  let open = -1
  const close = (to: number, unclosed = false) => {
    if (open >= 0 && to > open) list.push({ from: open, to, open: unclosed, paragraph: paragraphOf(open) })
    open = -1
  }
  for (let i = 0; i < tokens.length; i++) {
    if (open >= 0 && paragraphOf(i) !== paragraphOf(open)) closeAtBorder(i)
    const width = markWidth(tokens, i)
    if (width === 0) continue
    const mark = markOf(document.text, tokens, i, width)
    if (open < 0) {
      if (mark !== 'closes') open = i
      else closeCarried(i + width)
    } else if (mark === 'opens' && tokens[i].text === '“') {
      closeAtBorder(i)
      open = i
    } else close(i + width)
    i += width - 1
  }
  if (open >= 0) closeAtBorder(tokens.length)
  const at = new Int32Array(tokens.length).fill(-1)
  list.forEach(({ from, to }, index) => {
    at.fill(index, from, to)
  })
  return { list, at }

  // A closing mark without an opening one, where the paragraph before left a quotation open: it goes on from its first word.
  function closeCarried(to: number): void {
    const last = list.at(-1)
    const paragraph = paragraphOf(to - 1)
    if (last?.open !== true || last.paragraph !== paragraph - 1) return
    let from = to - 1
    while (from > 0 && paragraphOf(from - 1) === paragraph) from--
    if (last.to <= from) list.push({ from, to, open: false, paragraph })
  }

  // Unclosed at `border`: the rest of the paragraph when the mark opened a sentence or the next paragraph opens with one
  // again, else the rest of its sentence.
  function closeAtBorder(border: number): void {
    const sentence = sentences[tokens[open].sentence]
    const goesOn =
      border < tokens.length &&
      paragraphOf(border) === paragraphOf(open) + 1 &&
      markWidth(tokens, border) > 0 &&
      markOf(document.text, tokens, border, markWidth(tokens, border)) === 'opens'
    if (goesOn || sentence === undefined || open === sentence.from) close(border, true)
    else close(Math.min(border, sentence.to))
  }
}

/** How many tokens a double mark at `i` takes: `''` may be cut into two. */
function markWidth(tokens: readonly Token[], i: number): number {
  const { text, end } = tokens[i]
  if (/^(?:["“”„«»]|''|``|‘‘|’’)$/.test(text)) return 1
  if (text !== "'" && text !== '`') return 0
  const next = tokens[i + 1]
  return next !== undefined && next.text === text && next.start === end ? 2 : 0
}

/** Curly marks say what they are; a straight one opens where white space stands before it and none after. */
function markOf(text: string, tokens: readonly Token[], i: number, width: number): Mark {
  if (/^[“„«]|^``|^‘‘/.test(tokens[i].text)) return 'opens'
  if (/^[”»]|^’’/.test(tokens[i].text)) return 'closes'
  const before = /[\s([—–-]/.test(text[tokens[i].start - 1] ?? ' ')
  const after = /\s/.test(text[tokens[i + width - 1].end] ?? ' ')
  if (before && !after) return 'opens'
  return after && !before ? 'closes' : 'either'
}
