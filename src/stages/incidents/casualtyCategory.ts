import type { KindLexicon } from '../../vocabulary/KindLexicon.ts'

/** The kind of people that words name by their last noun: "Chinese road workers" are civilians, "border guards" soldiers; "people" are of none. */
export function casualtyCategory(categories: KindLexicon, of: string): string | undefined {
  const words = of
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .filter(Boolean)
  // "worshippers from two villages"
  const end = words.findIndex((word) => /^(of|from|in|at|who|and|with|near|on)$/.test(word))
  const phrase = end > 0 ? words.slice(0, end) : words
  const last = phrase.at(-1)
  if (last === undefined) return undefined
  for (const form of [last, ...singulars(last)]) {
    const found = categories.finestKindOf((before) => (before === 0 ? form : phrase.at(-1 - before)))
    if (found !== undefined) return found
  }
  return undefined
}

function singulars(word: string): string[] {
  if (word.endsWith('men')) return [`${word.slice(0, -3)}man`]
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
  return word.endsWith('s') ? [word.slice(0, -1), word.slice(0, -2)] : []
}
