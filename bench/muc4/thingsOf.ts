import type { Proposition } from '../../src/document/Layers.ts'
import { type Damage, damageTo } from '../../src/stages/incidents/damageTo.ts'
import { foreignNation } from './countries.ts'
import { add, quoted } from './fillers.ts'
import { numberOf } from './numbers.ts'
import type { Phrases } from './Phrases.ts'
import type { Template } from './writeTemplates.ts'

const EFFECTS: Readonly<Record<Damage, string>> = {
  destroyed: 'DESTROYED',
  damaged: 'SOME DAMAGE',
  undamaged: 'NO DAMAGE',
  taken: 'TARGET TAKEN',
}

/** PHYS TGT, slots 12 to 16. */
export function fillThings(
  phrases: Phrases,
  propositions: readonly Proposition[],
  template: Template,
  { type, country }: { readonly type: string; readonly country: string | undefined },
): void {
  const seen = new Set<string>()
  for (const proposition of propositions) {
    const { property } = proposition
    if ((property !== 'target' && property !== 'damage') || !isThing(phrases, proposition)) continue
    const head = phrases.trees.headIn(proposition.spans[0])
    if (head < 0) continue
    const entity = phrases.entityOf(proposition)
    const key = phrases.wordsOf(head).toLowerCase()
    if (seen.has(key)) continue
    seen.add(key)
    const tag = quoted(phrases.wordsOf(head, true))
    add(template, 12, tag)
    add(template, 13, `${kindOf(phrases, proposition, propositions)}: ${tag}`)
    add(template, 14, `${numberOf(phrases, [head])}: ${tag}`)
    const nation = foreignNation(phrases, [head], country)
    if (nation !== undefined) add(template, 15, `${nation}: ${tag}`)
    const heads = [head, ...(entity === undefined ? [] : phrases.mentionsOf(entity).map((mention) => mention.head))]
    const done = heads.flatMap((at) => damageTo(phrases.referents, at) ?? [])
    const damage =
      done.find((grade) => grade === 'destroyed') ??
      done[0] ??
      (property === 'damage' || type === 'BOMBING' || type === 'ARSON' ? 'damaged' : undefined)
    if (damage !== undefined && (damage !== 'taken' || type === 'ROBBERY'))
      add(template, 16, `${EFFECTS[damage]}: ${tag}`)
  }
}

function isThing(phrases: Phrases, proposition: Proposition): boolean {
  const kind = phrases.kindOf(proposition)
  if (kind === 'person' || kind === 'people' || kind === 'place' || kind === 'group') return false
  return phrases.actorKindOf(proposition) === undefined
}

/** The task's name of the finest kind that has one. */
function kindOf(
  { vocabulary, targets }: Phrases,
  { spans: [span] }: Proposition,
  propositions: readonly Proposition[],
): string {
  const term = propositions.find(
    ({ property, spans }) => property === 'target-kind' && spans[0].start === span.start && spans[0].end === span.end,
  )?.value
  if (term?.type !== 'term') return 'OTHER'
  const mapped = targets.kindsOver(term.key).map((kind) => vocabulary.targetKinds.get(kind)?.mappings?.muc4)
  return mapped.find((name) => name !== undefined && name !== 'CIVILIAN') ?? 'OTHER'
}
