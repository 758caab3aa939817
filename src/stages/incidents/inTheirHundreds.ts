import type { Span } from '../../model/Span.ts'
import type { Count } from '../../model/Value.ts'
import type { Scene } from './Scene.ts'

const MANY: Readonly<Record<string, { readonly low: number; readonly best: number; readonly high: number }>> = {
  dozen: { low: 24, best: 36, high: 99 },
  hundred: { low: 200, best: 300, high: 999 },
  thousand: { low: 2000, best: 3000, high: 9999 },
}

/** "Students marched [in their thousands]": how many did, and the word it hangs on; "in their twenties" is how old. */
export function inTheirHundreds(
  { trees }: Scene,
  verb: number,
): { readonly head: number; readonly count: Count; readonly span: Span } | undefined {
  for (const head of trees.children(verb)) {
    const number = trees.plainRelation(head) === 'obl' ? MANY[trees.lemma(head)] : undefined
    if (number === undefined || !/^in$/.test(trees.lower(trees.child(head, 'case')))) continue
    if (!/^(their|its)$/.test(trees.lower(trees.child(head, 'nmod')))) continue
    const { start, end } = trees.tokens[head]
    const count: Count = { type: 'count', ...number, words: trees.tokens[head].text }
    return { head, count, span: { start, end } }
  }
  return undefined
}
