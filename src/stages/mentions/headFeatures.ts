import type { Trees } from '../../document/Trees.ts'
import { feature, hashString } from '../../learned/featureHash.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { wordForm } from '../../learned/wordForm.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'

export const MOST_HEAD_FEATURES = 48

/** What the features of a head are read from. */
export interface HeadView {
  readonly trees: Trees
  readonly clusters: WordClusters
  readonly nouns: ActorNouns
}

const ROOT = hashString('root')

/**
 * What tells whether the phrase with the head `i` speaks of a person, an organisation or a place, or of none: the word and its likes, what
 * stands before it, and what governs it. `name` is the kind that the names layer gives it, if any: "[Stardust] is a novel" is nobody.
 */
export function headFeatures({ trees, clusters, nouns }: HeadView, i: number, name: string, out: Int32Array): number {
  let size = 0
  let template = 0
  const add = (a: number, b = 0, c = 0) => {
    template++
    if (size < out.length) out[size++] = feature(template, a, b, c)
  }
  const { xpos, upos } = trees.tags[i]
  const lower = trees.lower(i)
  const lemmaText = trees.lemma(i)
  const lemma = hashString(lemmaText)
  const form = hashString(wordForm(trees.tokens[i].text))
  const tag = hashString(xpos)
  const part = hashString(upos)
  const relation = hashString(trees.plainRelation(i))
  const named = hashString(name)
  const listed = hashString(nouns.kindOf.get(lemmaText) ?? nouns.kindOf.get(lower) ?? 'none')
  const governor = trees.head(i)
  const above = governor < 0 ? ROOT : hashString(trees.lemma(governor))
  const aboveTag = governor < 0 ? ROOT : hashString(trees.tags[governor].upos)
  const aboveGroup = governor < 0 ? 0 : clusters.at(hashString(wordForm(trees.tokens[governor].text)), 1)
  let determiner = 0
  let preposition = 0
  let modifier = 0
  let modifierGroup = 0
  let owner = 0
  let complement = 0
  let relative = 0
  for (const child of trees.children(i)) {
    const plain = trees.plainRelation(child)
    if (plain === 'det') determiner = hashString(trees.lower(child))
    else if (plain === 'case' && child < i) preposition = hashString(trees.lower(child))
    else if (trees.relation(child) === 'nmod:poss') owner = 1
    else if (plain === 'amod' || plain === 'compound' || plain === 'nummod') {
      modifier = hashString(trees.lemma(child))
      modifierGroup = clusters.at(hashString(wordForm(trees.tokens[child].text)), 1)
    } else if (plain === 'nmod' && child > i) complement = hashString(trees.lower(trees.left(child)))
    else if (trees.relation(child) === 'acl:relcl') relative = hashString(trees.lower(trees.left(child)))
  }
  const capital = /^\p{Lu}/u.test(trees.tokens[i].text) ? 1 : 0
  const fine = clusters.at(form, 2)
  const middle = clusters.at(form, 1)
  const before = i > 0 ? hashString(trees.lower(i - 1)) : 0
  const after = i + 1 < trees.length ? hashString(trees.lower(i + 1)) : 0

  add(1)
  add(lemma)
  add(lemma, tag)
  add(lemma, relation)
  add(lemma, determiner)
  add(lemma, preposition)
  add(lemma, complement)
  add(fine, part)
  add(fine, relation)
  add(fine, named)
  add(middle, part)
  add(middle, preposition)
  add(hashString(lemmaText, Math.max(0, lemmaText.length - 3)), tag)
  add(hashString(lemmaText, Math.max(0, lemmaText.length - 4)), part)
  add(tag, relation)
  add(tag, capital, named)
  add(named)
  add(named, lemma)
  add(named, listed)
  add(named, relation, aboveTag)
  add(listed, tag)
  add(listed, relation)
  add(listed, determiner)
  add(relation, above)
  add(relation, aboveGroup)
  add(relation, preposition, above)
  add(relation, preposition, aboveGroup)
  add(preposition, named)
  add(preposition, determiner)
  add(determiner, tag)
  add(modifier, part)
  add(modifierGroup, part)
  add(owner, complement, tag)
  add(relative, part)
  add(before, part)
  add(after, part)
  return size
}
