import type { Document } from '../../document/Document.ts'
import { Trees } from '../../document/Trees.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import type { Candidate } from './Candidate.ts'
import { DescriptionFinder } from './DescriptionFinder.ts'
import { HeadKinds } from './HeadKinds.ts'
import { headOf, joinNames, type WholeName } from './joinNames.ts'
import type { MentionLexicon } from './MentionLexicon.ts'
import { mayBeHead } from './mayBeHead.ts'
import { NameFinder } from './NameFinder.ts'
import { peopleAmong } from './peopleAmong.ts'
import { pronounAt } from './pronounAt.ts'
import { settleKinds } from './settleKinds.ts'
import { unmarkedGroups } from './unmarkedGroups.ts'

/** What finding mentions stands on besides the document. */
export interface FinderResources extends MentionLexicon {
  readonly clusters: WordClusters
  /** tells phrases that speak of someone or somewhere from those that speak of things */
  readonly heads: LinearModel
}

/** Finds every expression that may refer to someone or somewhere: names, descriptions and pronouns, in order of the text. */
export function findCandidates(
  document: Document,
  resources: FinderResources,
): { candidates: Candidate[]; trees: Trees } {
  const { trees, names } = namesOf(document, resources)
  const kinds = new HeadKinds({ trees, clusters: resources.clusters, nouns: resources.nouns }, resources.heads)
  const descriptions = new DescriptionFinder(trees, resources, names, kinds)
  const ofNames = new NameFinder(trees, resources, kinds)
  const candidates: Candidate[] = []
  const inName = nameByToken(names)
  for (let i = 0; i < trees.length; i++) {
    const name = inName.get(i)
    if (name === undefined) {
      const found = pronounAt(trees, kinds, i) ?? descriptions.description(i) ?? descriptions.someOf(i, candidates)
      if (found) candidates.push(inParentheses(found, trees) ?? capitalised(found, trees, resources.nouns) ?? found)
    } else if (name.kind === 'NORP') {
      const found = descriptions.nation(i, name)
      if (found) candidates.push(found)
    } else if (i === name.from) {
      for (const each of [name, ...(name.within ?? [])]) {
        const found = ofNames.name(each)
        if (found) candidates.push(found)
      }
    }
  }
  candidates.sort((a, b) => a.from - b.from || b.to - a.to)
  return { candidates, trees }
}

/** The tokens that a guess is asked for, with the kind that the names layer gives them: what the guesses are trained on. */
export function headsToJudge(
  document: Document,
  lexicon: MentionLexicon,
): { trees: Trees; heads: { head: number; name: string }[] } {
  const { trees, names } = namesOf(document, lexicon)
  const heads: { head: number; name: string }[] = []
  const inName = nameByToken(names)
  for (let i = 0; i < trees.length; i++) {
    const name = inName.get(i)
    if (name === undefined || name.kind === 'NORP') {
      if (mayBeHead(trees, i)) heads.push({ head: i, name: name?.kind ?? '' })
    } else if (i === name.from) {
      for (const each of [name, ...(name.within ?? [])])
        heads.push({ head: headOf(trees, each.from, each.to), name: each.kind })
    }
  }
  return { trees, heads }
}

function namesOf(document: Document, { nouns }: MentionLexicon): { trees: Trees; names: WholeName[] } {
  const trees = Trees.of(document)
  const whole = unmarkedGroups(joinNames(document.get('names'), document.get('tokens'), trees), trees, nouns)
  return { trees, names: peopleAmong(settleKinds(whole, trees, nouns), trees, nouns) }
}

function nameByToken(names: readonly WholeName[]): Map<number, WholeName> {
  const inName = new Map<number, WholeName>()
  for (const name of names) for (let i = name.from; i < name.to; i++) inName.set(i, name)
  return inName
}

/** "the [Red Cells] seized the port", where the names layer has none: a word for a group that is written as a name, with what is before it. */
function capitalised(candidate: Candidate, trees: Trees, nouns: ActorNouns): Candidate | undefined {
  const { form, kind, head, to } = candidate
  // "[Ansar al-Wadi] was founded": begins as groups' names do
  const whole = Array.from({ length: to - candidate.from }, (_, i) => candidate.from + i)
  const isNamed =
    form === 'description' &&
    whole.length > 1 &&
    /^\p{Lu}/u.test(trees.tokens[candidate.from].text) &&
    nouns.groupNames.has(trees.lower(candidate.from)) &&
    whole.every((i) => /^(NNPS?|HYPH|NN)$/.test(trees.tags[i].xpos) && !/^(nmod:poss)/.test(trees.relation(i))) &&
    trees.tags[candidate.from].xpos === 'NNP'
  if (isNamed)
    return {
      ...candidate,
      form: 'name',
      kind: 'group',
      number: 'singular',
      gender: 'unknown',
      words: whole.map((i) => trees.lower(i)).filter((word) => /[\p{L}\p{N}]/u.test(word)),
      introduction: 'definite',
      by: 'rule:mentions/capitalised-group',
    }
  if (form !== 'description' || kind !== 'group' || to !== head + 1 || !/^NNPS?$/.test(trees.tags[head].xpos))
    return undefined
  let from = head
  while (from > 0 && /^NNPS?$/.test(trees.tags[from - 1].xpos) && /^\p{Lu}\p{Ll}/u.test(trees.tokens[from - 1].text))
    from--
  const isWhole = trees
    .children(head)
    .every((child) => child >= from || /^(det|punct|case|cc)$/.test(trees.plainRelation(child)))
  if (from === head || from < candidate.from || !isWhole || !/^\p{Lu}\p{Ll}/u.test(trees.tokens[head].text))
    return undefined
  return {
    ...candidate,
    from,
    form: 'name',
    number: 'singular',
    words: Array.from({ length: to - from }, (_, i) => trees.lower(from + i)),
    introduction: 'definite',
    by: 'rule:mentions/capitalised-group',
  }
}

/** "Jund al Sham ([Soldiers of the Levant])": capitalised words that fill a parenthesis are a name, whatever their nouns. */
function inParentheses(candidate: Candidate, trees: Trees): Candidate | undefined {
  const { from, to, form, kind } = candidate
  if (form !== 'description' || from === 0 || to >= trees.length || to - from < 2) return undefined
  if (trees.lower(from - 1) !== '(' || trees.lower(to) !== ')') return undefined
  const words = Array.from({ length: to - from }, (_, i) => trees.tokens[from + i].text)
  if (!/^\p{Lu}/u.test(words[0]) || !/^\p{Lu}/u.test(words[words.length - 1])) return undefined
  return {
    ...candidate,
    form: 'name',
    kind: kind === 'people' ? 'group' : kind,
    number: 'singular',
    words: words.map((word) => word.toLowerCase()),
    by: 'rule:mentions/name-in-parentheses',
  }
}
