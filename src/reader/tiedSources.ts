import type { Document } from '../document/Document.ts'
import type { AttributionAnnotation } from '../document/Layers.ts'
import { Trees } from '../document/Trees.ts'

/** How many sentences a pronoun looks back for who spoke. */
const REACH = 1

/**
 * For each attribution, the earlier one whose source the text says is the same, where no entity of the report tells:
 *
 *     A lake commission said … The commission said …           the commission is that one
 *     A customs official said … The same official said …       the same one
 *     The mission said it could not tell. It has called for …  it is the mission
 *     A resident said … A resident said …                      two residents
 *     A guard said … Another guard said … The guard said …     nobody can tell: the last one
 */
export function tiedSources(document: Document): readonly (number | undefined)[] {
  const layer = document.get('attributions')
  /** attributions by the head word of their source, in order, as far as they were looked at */
  const byWord = new Map<string, number[]>()
  return layer.map((attribution, index) => {
    const { source, sourceName } = attribution
    if (source.length === 0) return undefined
    const word = headWord(sourceName)
    const alike = byWord.get(word) ?? []
    byWord.set(word, alike)
    alike.push(index)
    if (isKnown(document, attribution)) return undefined
    if (/^(?:it|they|he|she)$/i.test(sourceName)) return whoSpokeBefore(document, index)
    const again = takenUpBy(sourceName)
    if (again === undefined) return undefined
    return byWord.get(again)?.findLast((other) => layer[other].source[0].start < source[0].start)
  })
}

/** The last attribution before a pronoun's, of those to whose source it may go back. */
function whoSpokeBefore(document: Document, index: number): number | undefined {
  const layer = document.get('attributions')
  const { source } = layer[index]
  for (let before = index - 1; before >= 0; before--) {
    const other = layer[before]
    if (other.source.length === 0 || other.source[0].start >= source[0].start) continue
    if (sentenceOf(document, layer[index]) - sentenceOf(document, other) > REACH) return undefined
    if (other.parent === undefined && agrees(layer[index], other)) return before
  }
  return undefined
}

/** True where an entity with a name, or with an indefinite first mention, says who it is. */
function isKnown(document: Document, { entity, sourceName }: AttributionAnnotation): boolean {
  if (entity === undefined) return false
  const mentions = document.get('mentions')
  const all = document.get('entities')[entity].mentions.map((index) => mentions[index])
  if (all.some(({ form }) => form === 'name')) return true
  const words = ({ start, end }: { start: number; end: number }) => document.text.slice(start, end)
  return all.some((mention) => mention.form === 'description' && headWord(words(mention)) !== headWord(sourceName))
}

/** "commission" of "the commission", "official" of "the same official": of whom it was said before. */
const takenUpBy = (name: string): string | undefined =>
  /^(?:the|this|that|these|those)\s+(?:same\s+)?(\p{L}[\p{L}-]*)$/iu.exec(name)?.[1].toLowerCase()

/** "commission" of "the joint lake commission for the north". */
function headWord(name: string): string {
  const phrase = name.split(/,|\s(?:of|in|at|for|from|who|which|that|with|on|near|to|close)\s/)[0].trim()
  return phrase.slice(phrase.lastIndexOf(' ') + 1).toLowerCase()
}

/** "it" for a body or a paper, "they" for many, "he" for a person. */
function agrees({ sourceName }: AttributionAnnotation, { sourceKind }: AttributionAnnotation): boolean {
  switch (sourceName.toLowerCase()) {
    case 'it':
      return ['organisation', 'outlet', 'document', 'post'].includes(sourceKind)
    case 'they':
      return sourceKind === 'group' || sourceKind === 'organisation'
    default:
      return ['person', 'unnamed', 'role'].includes(sourceKind)
  }
}

function sentenceOf(document: Document, { source }: AttributionAnnotation): number {
  const trees = Trees.of(document)
  return trees.tokens[trees.within(source[0]).from].sentence
}
