import type { Trees } from '../../document/Trees.ts'

// Endings of nouns that name what happens: explosion, statement, killing, refusal.
const EVENT_ENDING = /(?:[ts]ion|ment|ing|al|ance|ence)$/

/**
 * True where a word says that something happens or holds: a verb, an adjective or noun with a copula, a noun that names
 * an event. "The attack was brutal": attack, brutal; not "The city".
 */
export function isPredicate(trees: Trees, i: number, eventNouns: ReadonlySet<string>): boolean {
  const { upos } = trees.tags[i]
  if (upos === 'VERB') return true
  if (upos === 'PUNCT' || upos === 'DET' || upos === 'CCONJ') return false
  const relation = trees.plainRelation(i)
  if (relation !== 'aux' && relation !== 'cop' && trees.child(i, 'cop') >= 0) return true
  if (upos === 'AUX') return relation !== 'aux' && relation !== 'cop'
  if (upos === 'ADJ') return ['root', 'xcomp', 'ccomp', 'advcl', 'acl', 'conj', 'parataxis'].includes(relation)
  if (upos !== 'NOUN') return false
  const lemma = trees.lemma(i)
  return eventNouns.has(lemma) || (lemma.length > 6 && EVENT_ENDING.test(lemma))
}
