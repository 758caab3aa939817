import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

/**
 * Whom another quotes as saying something, behind the one who quotes:
 *
 *     The agency quoted a doctor as saying 12 had died.     a doctor | saying | 12 had died, behind the agency
 *     The agency quoted a doctor at length.                 nothing is told of what the doctor said
 */
export function quotedAs({ trees }: Context, i: number, taken: readonly Candidate[]): readonly Candidate[] {
  if (!/^(?:quote|cite|describe)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') return []
  const whom = trees.child(i, 'obj')
  const outer = taken.find(({ cue }) => cue === i)
  if (whom < i || outer === undefined || outer.source.length === 0) return []
  const saying = range(whom + 1, whom + 10).find(
    (k) =>
      k < trees.length && /^(?:saying|telling|stating|warning)$/.test(trees.lower(k)) && trees.lower(k - 1) === 'as',
  )
  if (saying === undefined || trees.tokens[saying].sentence !== trees.tokens[i].sentence) return []
  const to = endOf(trees, saying)
  const said = range(saying + 1, to)
  if (said.length < 2) return []
  return [
    { ...outer, content: range(trees.left(whom), to) },
    { ...byRule('quoted-as', saying, range(trees.left(whom), saying - 2), said), behind: i },
  ]
}

/** The last word of the sentence, without its stop. */
function endOf(trees: Context['trees'], from: number): number {
  const { sentence } = trees.tokens[from]
  let last = from
  while (last + 1 < trees.length && trees.tokens[last + 1].sentence === sentence) last++
  while (last > from && /^[.!?]$/.test(trees.tokens[last].text)) last--
  return last
}
