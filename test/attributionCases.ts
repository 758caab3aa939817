import type { Document } from '../src/document/Document.ts'
import type { AttributionAnnotation, ScareQuote } from '../src/document/Layers.ts'

/** A short text of our own with what a reader should find of its attributions; fields left out are not asked for. */
export interface AttributionCase {
  readonly text: string
  readonly answers: readonly AttributionAnswer[]
}

/** What should be found, or, as `none`, a word that should be no cue. */
export type AttributionAnswer = FoundAnswer | { readonly none: string }

interface FoundAnswer {
  /** a word or words of the cue */
  readonly cue: string
  /** the words of the source; empty for a source that the text does not name */
  readonly source?: string
  readonly content?: string
  readonly act?: string
  readonly certainty?: string
  readonly polarity?: string
  readonly mode?: string
  readonly kind?: string
  /** cue of the attribution whose content holds this one */
  readonly parent?: string
  /** reason of protection; empty for none */
  readonly protected?: string
}

/** One question and its outcome: "act: says" asked, "act: claims" found. */
export interface Outcome {
  readonly field: string
  readonly asked: string
  readonly found: string
  readonly right: boolean
}

/** Compares what was read with the answers, field by field. */
export function checkCase(document: Document, { answers }: AttributionCase): Outcome[] {
  const layer = [...document.get('attributions'), ...document.get('scareQuotes').map(asAttribution)]
  const words = (spans: AttributionAnnotation['source']) =>
    spans.map(({ start, end }) => document.text.slice(start, end)).join(' ')
  return answers.flatMap((answer): Outcome[] => {
    if ('none' in answer) {
      const found = layer.map(({ cue }) => words(cue)).filter((cue) => cue.includes(answer.none))
      return [{ field: 'none', asked: answer.none, found: found.join('; '), right: found.length === 0 }]
    }
    const attribution = layer.find(
      ({ cue, source, mode }) =>
        words(cue).includes(answer.cue) &&
        (answer.mode === 'scare') === (mode === 'scare') &&
        (answer.source === undefined ||
          (answer.source === '' ? source.length === 0 : words(source).includes(answer.source))),
    )
    if (attribution === undefined) {
      const found = layer.map(({ cue, source }) => `${words(source)} / ${words(cue)}`).join('; ')
      return [{ field: 'found', asked: `${answer.source ?? '*'} / ${answer.cue}`, found, right: false }]
    }
    const { parent } = attribution
    const read: Record<string, string> = {
      content: trimmed(words(attribution.content)),
      act: attribution.act,
      certainty: attribution.certainty,
      polarity: attribution.polarity,
      mode: attribution.mode,
      kind: attribution.sourceKind,
      parent: parent === undefined ? '' : words(layer[parent].cue),
      protected: attribution.protected?.reason ?? '',
    }
    const asked = Object.entries(answer).filter(([field]) => field !== 'cue' && field !== 'source')
    return [
      { field: 'found', asked: answer.cue, found: answer.cue, right: true },
      ...asked.map(([field, value]) => ({
        field,
        asked: value,
        found: read[field],
        right: isRight(field, value, read[field]),
      })),
    ]
  })
}

/** A content is asked for whole, the cue of a parent by one of its words. */
function isRight(field: string, asked: string, found: string): boolean {
  if (field === 'content') return trimmed(asked) === found
  return field === 'parent' && asked !== '' ? found.includes(asked) : asked === found
}

/** A scare quote as an attribution that nobody makes, so that the same questions can be asked of it. */
const asAttribution = (quote: ScareQuote): AttributionAnnotation => ({
  source: [],
  cue: [],
  content: [quote],
  mode: 'scare',
  act: 'says',
  certainty: 'certain',
  polarity: 'affirmed',
  sourceKind: 'unnamed',
  sourceName: '',
  by: quote.by,
})

const trimmed = (words: string): string => words.replace(/^[\s,]+|[\s,.]+$/g, '')
