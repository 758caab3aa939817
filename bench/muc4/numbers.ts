import type { Proposition } from '../../src/document/Layers.ts'
import type { Count } from '../../src/model/Value.ts'
import type { Phrases } from './Phrases.ts'

/** How many, as the task writes it: a number, "6 -" for at least six, "~ 100" for about a hundred, PLURAL where the text does not count. */
export function numberOf(phrases: Phrases, heads: readonly number[], counts: readonly Proposition[] = []): string {
  const quantities = heads.flatMap((head) => {
    const value = phrases.referents.quantityAt(head)?.value
    return value?.type === 'count' ? [value] : []
  })
  const told = counts.flatMap(({ value }) => (value.type === 'count' ? [value] : []))
  const count = quantities[0] ?? told[0]
  if (count !== undefined) return written(count)
  return isPlural(phrases, heads[0]) ? 'PLURAL' : '1'
}

function written({ low, best, high }: Count): string {
  if (high === null) return `${low} -`
  if (low === best && best === high) return String(best)
  return low < best && best < high ? `~ ${best}` : `${low} - ${high}`
}

function isPlural({ trees }: Phrases, head: number): boolean {
  const { xpos } = trees.tags[head]
  return (
    /^(NNS|NNPS)$/.test(xpos) ||
    /^(people|police|personnel|population|family|group|crowd|staff|cattle|they|them|dead|wounded|others|community)$/.test(
      trees.lower(head),
    )
  )
}
