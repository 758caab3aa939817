import type { Document } from '../../document/Document.ts'

/** The time of the verb that governs an expression. */
export type Tense = 'past' | 'present' | 'future'

/** Modals that look ahead; "could" in news is mostly "was able to". */
const AHEAD = new Set(['will', 'shall', 'would', 'may', 'might', 'can', 'should', 'must', "'ll", '’ll', 'wo'])

/** What is planned for a day has it before it. */
const TO_COME = new Set(['plan', 'schedule', 'slate', 'due', 'set'])

/** How many tokens before and after the expression are looked at. */
const REACH = 25

/**
 * The tense by the nearest verb, before the expression first: English puts a time behind its verb, or at the start of the
 * sentence.
 *
 *     He said it would close in May.   It closed in May.   In May it closed.
 *                ^^^^^ ahead              ^^^^^^ past             ^^^^^^ past
 */
export function tenseOf(document: Document, sentence: number, from: number, to: number): Tense {
  const { from: first, to: last } = document.get('sentences')[sentence]
  const tags = document.get('tags')
  // "to desert since February": whatever the verb, since then is past
  if (from > first && tags[from - 1].lemma === 'since') return 'past'
  // "the march planned for Saturday was banned"
  if (from > first + 1 && TO_COME.has(tags[from - 2].lemma) && tags[from - 1].lemma === 'for') {
    return wasToBe(document, from - 1, first) ? 'past' : 'future'
  }
  for (let index = from - 1; index >= Math.max(first, from - REACH); index--) {
    const tense = tenseAt(document, index, first)
    if (tense !== undefined) return tense
  }
  for (let index = to; index < Math.min(last, to + REACH); index++) {
    if (tags[index].xpos === 'MD') return tenseAt(document, index, first) ?? 'past'
    const tense = tenseAt(document, index, first)
    if (tense !== undefined) return tense
  }
  return 'past'
}

/** "had been due to expire": what was to come then is past now. */
function wasToBe(document: Document, to: number, first: number): boolean {
  const tags = document.get('tags')
  for (let back = to - 1; back >= Math.max(first, to - 5); back--) {
    if (tags[back].lemma === 'have' && tags[back].xpos === 'VBD') return true
  }
  return false
}

function tenseAt(document: Document, index: number, first: number): Tense | undefined {
  const tags = document.get('tags')
  const { xpos, lemma } = tags[index]
  switch (xpos) {
    case 'VBD':
      return 'past'
    case 'MD':
      return AHEAD.has(document.get('tokens')[index].text.toLowerCase()) ? 'future' : 'past'
    case 'VB': {
      // "is to open", "plans to open", "will open"; a bare imperative tells nothing
      for (let back = index - 1; back >= Math.max(first, index - 3); back--) {
        const before = tags[back].xpos
        if (before === 'MD') return tenseAt(document, back, first)
        if (before === 'TO') return wasToBe(document, back, first) ? 'past' : 'future'
        if (!before.startsWith('RB') && before !== 'VB') return undefined
      }
      return undefined
    }
    case 'VBN': {
      for (let back = index - 1; back >= Math.max(first, index - 4); back--) {
        const before = tags[back]
        if (before.xpos === 'MD' || before.xpos === 'TO') return 'future'
        if (before.xpos === 'VBD' || before.lemma === 'have') return 'past'
        if (before.xpos === 'VBZ' || before.xpos === 'VBP') return 'present'
        if (!before.xpos.startsWith('RB') && !before.xpos.startsWith('VB')) return 'past'
      }
      return 'past'
    }
    case 'VBZ':
    case 'VBP':
      return lemma === 'have' ? 'past' : 'present'
    default:
      return undefined
  }
}
