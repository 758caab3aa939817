import type { Trees } from '../../document/Trees.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

/**
 * An adverb that passes a clause on with nobody behind it:
 *
 *     The prisoners were allegedly beaten.          The prisoners were beaten
 *     He handed over a reportedly broken radio.     only that the radio is broken
 */
export function hearsayAdverb(
  { trees }: Context,
  { reportingNouns }: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  if (trees.tags[i].upos !== 'ADV' || !/ly$/.test(trees.lower(i))) return undefined
  const known = reportingNouns.phrases.get(trees.lower(i))
  if (known?.act !== 'hearsay' || known.certainty !== 'unknown') return undefined
  let clause = trees.head(i)
  if (clause < 0) return undefined
  // "a reportedly wounded man" says only that he is wounded.
  let from = trees.left(clause)
  if (trees.relation(clause) === 'acl:relcl' && trees.head(clause) >= 0) from = trees.left(trees.head(clause))
  else if (trees.plainRelation(clause) === 'xcomp' && trees.head(clause) >= 0) {
    clause = trees.head(clause)
    from = trees.left(clause)
  }
  const words = range(from, trees.right(clause)).filter((word) => word !== i && !isSetOff(trees, clause, word))
  return byRule('hearsay-adverb', i, [], trimEdges(trees, words))
}

/** True for words of a clause that only follows the clause: ", but …", ", which …" of another governor, a full stop. */
function isSetOff(trees: Trees, clause: number, word: number): boolean {
  for (let i = word; i >= 0 && i !== clause; i = trees.head(i)) {
    if (trees.head(i) !== clause || i < clause) continue
    const relation = trees.plainRelation(i)
    if (relation === 'parataxis' || (relation === 'conj' && trees.child(i, 'nsubj') >= 0)) return true
  }
  return false
}

/**
 * Reports that go about by themselves:
 *
 *     There were reports of gunfire in the north.      gunfire in the north
 *     Rumours that the mill would close spread.        that the mill would close
 *     The ministry's reports of 1990 burned.           owned, and no news
 */
export function reportsOf(
  { trees }: Context,
  { words: { hearsayNouns, spreadingVerbs } }: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  if (!/^(?:NOUN|PROPN)$/.test(trees.tags[i].upos) || !hearsayNouns.has(trees.lower(i).replace(/s$/, '')))
    return undefined
  // "Rumour has it that …"
  if (i + 2 < trees.length && trees.lower(i + 1) === 'has' && trees.lower(i + 2) === 'it') {
    const told = trees.child(i + 1, 'ccomp')
    return told < i
      ? undefined
      : byRule('reports-of', i, [], withoutStop(trees, range(trees.left(told), trees.right(told))), range(i, i + 2))
  }
  if (trees.tags[i].upos !== 'NOUN') return undefined
  const head = trees.head(i)
  const there =
    trees.children(i).some((c) => trees.plainRelation(c) === 'expl') ||
    (head >= 0 && trees.children(head).some((c) => trees.plainRelation(c) === 'expl'))
  const amid = trees
    .children(i)
    .some((c) => trees.plainRelation(c) === 'case' && /^(?:amid|after|following|despite)$/.test(trees.lower(c)))
  const reaches = trees.plainRelation(i) === 'nsubj' && head > i && spreadingVerbs.has(trees.lemma(head))
  const owned = trees.children(i).some((c) => trees.relation(c) === 'nmod:poss')
  if ((!there && !amid && !reaches) || owned) return undefined
  const clause = trees
    .children(i)
    .find(
      (c) =>
        c > i &&
        (trees.plainRelation(c) === 'acl' || trees.plainRelation(c) === 'ccomp') &&
        trees.child(c, 'mark') >= 0,
    )
  if (clause !== undefined)
    return byRule('reports-of', i, [], withoutStop(trees, range(trees.left(clause), trees.right(clause))))
  const object = trees
    .children(i)
    .find((c) => c > i && trees.plainRelation(c) === 'nmod' && trees.lower(trees.left(c)) === 'of')
  // "There was no claim of responsibility": nothing goes about
  if (object === undefined || trees.lemma(object) === 'responsibility') return undefined
  return byRule('reports-of', i, [], trimEdges(trees, range(trees.left(object) + 1, trees.right(object))))
}

/**
 * What became known, and nobody says through whom:
 *
 *     It emerged on Tuesday that the alarm had been off.      nobody | emerged | that the alarm had been off
 *     The mayor emerged from the hall.                        nothing became known
 */
export function emergence(
  { trees, quotes }: Context,
  { words: { impersonalVerbs, evidentWords } }: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  const lemma = trees.lemma(i)
  if (trees.tags[i].upos !== 'VERB' || quotes.at[i] >= 0 || !impersonalVerbs.has(lemma) || evidentWords.has(lemma))
    return undefined
  const it = trees.children(i).some((c) => c < i && trees.lower(c) === 'it')
  const clause = trees.children(i).find((c) => c > i && trees.lower(trees.child(c, 'mark')) === 'that') ?? -1
  if (!it || clause < 0) return undefined
  return byRule('emergence', i, [], withoutStop(trees, range(trees.left(clause), trees.right(clause))))
}

/** Words without the marks, conjunctions and subordinators at their edges. */
function trimEdges(trees: Trees, words: readonly number[]): number[] {
  let [from, to] = [0, words.length]
  const idle = (i: number) =>
    ['punct', 'cc', 'mark', 'discourse'].includes(trees.plainRelation(i)) && trees.lower(i) !== 'to'
  while (from < to && idle(words[from])) from++
  while (to > from && trees.plainRelation(words[to - 1]) === 'punct') to--
  return words.slice(from, to)
}

const withoutStop = (trees: Trees, words: readonly number[]): number[] =>
  words.filter((i, k) => k < words.length - 1 || trees.plainRelation(i) !== 'punct')
