import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'
import type { Quotation } from './Quotes.ts'

/**
 * Quotations that nobody is named for and that go on with what was said before: content words added by candidate.
 *
 *     “The bridge is gone,” the engineer said.     ← candidate
 *
 *     “Nobody will mend it this year.”             ← carried on: the same speaker
 *
 * One that was left open at the end of its paragraph belongs to who speaks the next one, also where that is told later.
 * A paragraph that ends with a colon announces the quotations that open the next ones ("continued:").
 * Only a quotation that fills its paragraph is carried over a border, unless the one before was left open; within a
 * paragraph one that fills its sentence.
 */
export function carriedQuotes(context: Context, accepted: readonly Candidate[]): Map<Candidate, number[]> {
  const added = new Map<Candidate, number[]>()
  const spoken = new Set(accepted.flatMap(({ content, source, cueWords }) => [...content, ...source, ...cueWords]))
  let last: { candidate: Candidate; until: number } | undefined
  const speakers = accepted
    .filter(({ source, content, cue }) => {
      return source.length > 0 && (announces(context, cue) || content.some((i) => context.quotes.at[i] >= 0))
    })
    .map((candidate) => ({
      candidate,
      until: Math.max(candidate.content.at(-1) ?? candidate.cue, candidate.cue),
    }))
    .sort((a, b) => a.until - b.until)
  context.quotes.list.forEach((quotation, index) => {
    const after = context.quotes.list[index + 1]
    if (!quotation.open || after?.paragraph !== quotation.paragraph + 1 || isSpoken(quotation, spoken)) return
    const speaker = accepted.find(({ content, source }) => source.length > 0 && has(content, after.from + 1))
    if (speaker === undefined) return
    const words = Array.from({ length: quotation.to - quotation.from }, (_, i) => i + quotation.from)
    added.set(speaker, [...(added.get(speaker) ?? []), ...words])
    for (const word of words) spoken.add(word)
  })
  let next = 0
  context.quotes.list.forEach((quotation, index) => {
    while (next < speakers.length && speakers[next].until < quotation.from) last = speakers[next++]
    if (last === undefined || isSpoken(quotation, spoken) || !carries(context, index, last)) return
    const words = Array.from({ length: quotation.to - quotation.from }, (_, i) => i + quotation.from)
    added.set(last.candidate, [...(added.get(last.candidate) ?? []), ...words])
    last = { candidate: last.candidate, until: quotation.to - 1 }
  })
  return added
}

/** True where the paragraph of a cue ends with a colon: "released this statement:". */
const announces = (context: Context, cue: number): boolean =>
  context.trees.tokens[context.paragraphTo[context.paragraph[cue]] - 1].text === ':'

const isSpoken = ({ from, to }: Quotation, spoken: ReadonlySet<number>): boolean => {
  for (let i = from; i < to; i++) if (spoken.has(i)) return true
  return false
}

function carries(
  context: Context,
  index: number,
  { candidate, until }: { candidate: Candidate; until: number },
): boolean {
  const { list } = context.quotes
  const quotation = list[index]
  const sentences = context.document.get('sentences')
  const { tokens } = context.trees
  const before = context.paragraph[until]
  if (quotation.paragraph === before) {
    const sentence = sentences[tokens[quotation.from].sentence]
    const apart = tokens[quotation.from].sentence - tokens[until].sentence
    return sentence?.from === quotation.from && apart <= 1 && quotation.to - quotation.from > 4
  }
  if (quotation.paragraph !== before + 1 || quotation.from !== context.paragraphFrom[quotation.paragraph]) return false
  if (before === context.paragraph[candidate.cue] && announces(context, candidate.cue)) return true
  const previous = list[index - 1]
  if (previous?.open && (until === previous.to - 1 || has(candidate.content, previous.from))) return true
  // It fills its paragraph, and the speaker's own words end the paragraph before.
  const fills = quotation.to >= context.paragraphTo[quotation.paragraph] - 1
  return fills && quotation.to - quotation.from > 5 && until >= context.paragraphTo[before] - 3
}
