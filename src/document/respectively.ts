import type { Trees } from './Trees.ts'

/** How far behind the first of two persons their appositions may end, in words. */
const REACH = 40

/**
 * Whom a noun describes where two persons have two appositions: each has his own, in order; undefined where there are not two and two.
 *
 *     Anton Weber and Luis Prado, a Swiss citizen and a Spaniard,     Weber: a Swiss citizen; Prado: a Spaniard
 *     the 19-year-old and the 22-year-old, a Syrian and a Dane,       also where the tree has a list of four
 *     Anton Weber and Luis Prado, both Swiss citizens,                no order
 */
export function respectively(trees: Trees, noun: number): number | undefined {
  if (!/^(?:appos|conj)$/.test(trees.plainRelation(noun))) return undefined
  const list = withObject(trees, topOf(trees, noun))
  const appositionOf = (at: number) =>
    trees.children(at).find((child) => trees.plainRelation(child) === 'appos' && isSetOff(trees, child))
  const apposition = list.map(appositionOf).find((at) => at !== undefined)
  // the appositions hang on one of the persons, or are read as more of the list
  const persons = apposition === undefined ? list.slice(0, 2) : list
  const described = apposition === undefined ? list.slice(2) : listOf(trees, apposition)
  if (persons.length !== 2 || described.length !== 2 || described[1] - persons[0] > REACH) return undefined
  if (!isSetOff(trees, described[0]) || described[0] < persons[1]) return undefined
  const at = described.indexOf(noun)
  return at < 0 ? undefined : persons[at]
}

/** The first of the list that a word belongs to, or of the list to which that is an apposition. */
function topOf(trees: Trees, i: number): number {
  let top = i
  for (let steps = 0; /^(?:appos|conj)$/.test(trees.plainRelation(top)) && steps < 6; steps++) {
    const head = trees.head(top)
    if (head < 0 || trees.tags[head].upos === 'VERB') break
    top = head
  }
  return top
}

/** "arrested the 19-year-old and the 22-year-old", with the second hung on the verb: the first is what stands before the "and". */
function withObject(trees: Trees, top: number): number[] {
  const verb = trees.head(top)
  if (trees.plainRelation(top) !== 'conj' || verb < 0) return listOf(trees, top)
  const and = trees.left(top)
  const object = trees
    .children(verb)
    .find((child) => /^(?:obj|nsubj)$/.test(trees.plainRelation(child)) && child === and - 1)
  return object === undefined ? listOf(trees, top) : [object, ...listOf(trees, top)]
}

function listOf(trees: Trees, head: number): number[] {
  const all = [head]
  for (const at of all)
    all.push(...trees.children(at).filter((child) => child > at && trees.plainRelation(child) === 'conj'))
  // "Olga Brandt, 34, and Samir Aziz, 41, …": ages are nobody
  return all.filter((at) => trees.tags[at].upos !== 'NUM').sort((a, b) => a - b)
}

/** "…, a Swiss citizen": with an article, right behind a comma. */
function isSetOff(trees: Trees, noun: number): boolean {
  const article = trees.children(noun).find((child) => child < noun && trees.plainRelation(child) === 'det') ?? -1
  return article > 0 && /^an?$/.test(trees.lower(article)) && trees.lower(article - 1) === ','
}
