import type { Trees } from '../../document/Trees.ts'

/** Words that may head a phrase on no list: nouns and what stands for one. */
export function mayBeHead(trees: Trees, i: number): boolean {
  const { upos } = trees.tags[i]
  const relation = trees.plainRelation(i)
  if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') return true
  // "One 16-year-old": where a tree puts the number on top, the noun that follows is meant.
  if (upos !== 'ADV' && i + 1 < trees.length && /^(NN|JJ|CD)/.test(trees.tags[i + 1].xpos)) return false
  if (upos === 'NUM') return relation !== 'nummod' && relation !== 'compound' && relation !== 'flat'
  if (upos === 'DET') return relation !== 'det'
  if (upos === 'ADJ')
    return relation !== 'amod' && trees.children(i).some((child) => trees.plainRelation(child) === 'det')
  return upos === 'ADV' && PLACE_ADVERB.test(trees.lower(i))
}

const PLACE_ADVERB =
  /^(here|there|home|abroad|overseas|elsewhere|somewhere|anywhere|everywhere|downtown|upstairs|downstairs|outside|inside|nearby|where)$/
