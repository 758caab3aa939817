import type { Quantity } from '../../document/Layers.ts'
import type { Count } from '../../model/Value.ts'
import type { Scene } from './Scene.ts'

/** How many a phrase counts, with what is counted: "15 soldiers", "a farmer" (one), "Osei" (one); undefined where it does not say. */
export function countOf(scene: Scene, head: number, told = -1): Count | undefined {
  const { trees, referents } = scene
  const quantity = quantityFor(scene, head, told)
  const phrase = referents.phraseOf(head)
  const end = trees.tags[head].upos === 'NOUN' ? trees.tokens[head].end : phrase.end
  const words = scene.document.text.slice(phrase.start, end)
  const of = trees.tags[head].upos === 'NUM' ? undefined : categoryOf(scene, head)
  if (quantity?.value.type === 'count') {
    const { of: counted, ...value } = quantity.value
    // "24 wounded": what became of them is no category of people.
    if (counted !== undefined && !/^(dead|killed|wounded|injured|hurt|missing)$/i.test(counted)) return quantity.value
    return { ...value, ...(of !== undefined ? { of } : {}) }
  }
  if (quantity !== undefined) return undefined
  const { upos, xpos } = trees.tags[head]
  const plural = xpos === 'NNS' || xpos === 'NNPS' || /^(people|police|they|them|we|us)$/.test(trees.lower(head))
  if (plural || !scene.isPerson(head)) return undefined
  const determined = trees
    .children(head)
    .some((child) => /^(a|an|one|another|the|his|her|its|their|this|that)$/.test(trees.lower(child)))
  const single =
    upos === 'PROPN' ||
    determined ||
    scene.entityKind(head) === 'person' ||
    /^(he|she|him|her)$/.test(trees.lower(head))
  return single ? { type: 'count', low: 1, best: 1, high: 1, words, ...(of === undefined ? {} : { of }) } : undefined
}

/** "two of the nine workers abducted in May": nine were, whatever is told of the two. */
function quantityFor({ trees, referents }: Scene, head: number, told: number): Quantity | undefined {
  const quantity = referents.quantityAt(head)
  const own = trees.child(head, 'nummod')
  if (quantity === undefined || told < 0 || own < 0 || quantity.to > own) return quantity
  return trees.plainRelation(told) === 'acl' && trees.head(told) === head ? referents.quantityAt(own) : quantity
}

/** What is counted, as written and without the number: "coast guard sailors", "women and children". */
export function categoryOf(scene: Scene, head: number): string | undefined {
  const { trees } = scene
  if (/^(hundreds|thousands|dozens|scores|tens)$/.test(trees.lower(head))) return undefined
  if (/^(PRON|NUM|DET|PROPN)$/.test(trees.tags[head].upos)) return undefined
  const { from, to } = scene.referents.phraseOf(head)
  const quantity = scene.referents.quantityAt(head)
  let first = Math.max(from, quantity && quantity.to <= head ? quantity.to : from)
  // "six of them were passengers": the clause stands before what it says of them.
  const copula = trees.child(head, 'cop')
  if (copula >= first && copula < head) first = copula + 1
  while (first < head && /^(DET|NUM|PUNCT|ADP)$/.test(trees.tags[first].upos)) first++
  const last = Math.min(to, head + 1)
  return scene.document.text.slice(trees.tokens[first].start, trees.tokens[last - 1].end)
}
