import type { Trees } from '../../document/Trees.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { ContentIndex } from './ContentIndex.ts'
import { type Context, reportingVerb } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { claimedDeed } from './claimedDeed.ts'
import { withInsertedCue } from './insertedCue.ts'
import { nestedAttitude } from './nestedAttitude.ts'
import { viewpoint } from './viewpoint.ts'

/**
 * Attributions that a rule reads where the models, which saw few of them, did not:
 *
 *     “We will burn it,” the captain threatened.      quoted-speech      a verb that takes quotations, right behind one
 *     The prisoners were allegedly beaten.            hearsay-adverb     content: the clause without the adverb
 *     There were reports of gunfire in the north.     reports-of         content: gunfire in the north
 *     Police: Two held after shooting                 headline           content: what follows the colon
 *     The courier, regarded by officials as the planner, …   regarded-as   content: The courier as the planner
 *     For the traders, the toll is a tax.            viewpoint          see there
 *     The men, prosecutors allege, had planned it.    inserted-speech    content: The men … had planned it
 *     She said investigators suspected the front.     nested-attitude    content: the front
 *     The group, which claimed the bombing, …         claimed-deed       content: the bombing
 */
export function ruleCandidates(
  context: Context,
  vocabulary: AttributionVocabulary,
  taken: readonly Candidate[],
): Candidate[] {
  const used = new Set(taken.flatMap(({ cueWords }) => cueWords))
  const contents = new ContentIndex(taken)
  const found: Candidate[] = []
  for (let i = 0; i < context.length; i++) {
    if (used.has(i)) continue
    const candidate =
      quotedSpeech(context, vocabulary, i, taken) ??
      hearsayAdverb(context, vocabulary, i) ??
      reportsOf(context, vocabulary, i) ??
      headline(context, vocabulary, i) ??
      viewOf(context, vocabulary, i) ??
      regardedAs(context, vocabulary, i) ??
      nestedAttitude(context, vocabulary, i, contents) ??
      claimedDeed(context, vocabulary, i) ??
      insertedSpeech(context, vocabulary, i, taken)
    if (candidate !== undefined && candidate.content.length > 0) found.push(candidate)
  }
  return found
}

const rule = (name: string, cue: number, source: readonly number[], content: readonly number[]): Candidate => ({
  cue,
  odds: 0,
  fit: 0,
  source,
  cueWords: [cue],
  content,
  by: `rule:attributions/${name}`,
})

function regardedAs(
  { trees, known }: Context,
  { reportingVerbs }: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  if (trees.tags[i].xpos !== 'VBN' || known[i] === 0 || trees.plainRelation(i) !== 'acl') return undefined
  if (reportingVerb(reportingVerbs, trees.lemma(i))?.act !== 'believes') return undefined
  const agent = trees.children(i).find((c) => c > i && trees.lower(trees.child(c, 'case')) === 'by') ?? -1
  const of = trees.head(i)
  if (agent < 0 || of > i || !range(agent, trees.right(i)).some((word) => trees.lower(word) === 'as')) return undefined
  const who = range(i + 2, agent)
  let to = i - 1
  while (to > of && trees.plainRelation(to) === 'punct') to--
  const role = range(agent + 1, trees.right(i)).filter((word) => trees.plainRelation(word) !== 'punct')
  return rule('regarded-as', i, who, [...range(trees.left(of), to), ...role])
}

function viewOf(context: Context, vocabulary: AttributionVocabulary, i: number): Candidate | undefined {
  const read = viewpoint(context, vocabulary, i)
  return read && { ...rule('viewpoint', i, read.source, read.content), ...read }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k)

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

const NOMINAL = new Set(['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON', 'PART'])

function quotedSpeech(
  context: Context,
  { reportingVerbs }: AttributionVocabulary,
  i: number,
  taken: readonly Candidate[],
): Candidate | undefined {
  const { trees, quotes } = context
  if (quotes.at[i] >= 0 || !/^VB[DNZP]$/.test(trees.tags[i].xpos)) return undefined
  if (trees.child(i, 'aux') >= 0) return undefined
  if (!reportingVerbs.get(trees.lemma(i))?.takes.includes('quote')) return undefined
  let before = i - 1
  while (before >= 0 && i - before < 8 && quotes.at[before] < 0 && NOMINAL.has(trees.tags[before].upos)) before--
  const index = before < 0 ? -1 : quotes.at[before]
  if (index < 0) return undefined
  const { from, to } = quotes.list[index]
  // Short ones are names and irony: the “moderates” said nothing.
  if (to - from < 5 || !/[,?!.]/.test(trees.tokens[to - 2].text)) return undefined
  if (taken.some(({ content }) => content.some((k) => k >= from && k < to))) return undefined
  return rule('quoted-speech', i, range(before + 1, i - 1), range(from, to - 1))
}

/** "The men, prosecutors allege, had planned it.": a verb of saying between commas, or behind one at the end. */
function insertedSpeech(
  context: Context,
  { reportingVerbs }: AttributionVocabulary,
  i: number,
  taken: readonly Candidate[],
): Candidate | undefined {
  if (!reportingVerbs.get(context.trees.lemma(i))?.takes.includes('clause')) return undefined
  const read = withInsertedCue(context, rule('inserted-speech', i, [], []), taken, reportingVerbs)
  return read.content.length > 2 ? read : undefined
}

function hearsayAdverb(
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
  return rule('hearsay-adverb', i, [], trimEdges(trees, words))
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

const REPORTS = new Set(['report', 'rumor', 'rumour', 'allegation', 'claim', 'suggestion', 'talk'])

/** What a report does by itself: "Reports of looting reached the capital". */
const REACHES = new Set(['come', 'reach', 'emerge', 'spread', 'circulate', 'surface', 'arrive'])

function reportsOf({ trees }: Context, _: AttributionVocabulary, i: number): Candidate | undefined {
  if (trees.tags[i].upos !== 'NOUN' || !REPORTS.has(trees.lemma(i))) return undefined
  const head = trees.head(i)
  const there =
    trees.children(i).some((c) => trees.plainRelation(c) === 'expl') ||
    (head >= 0 && trees.children(head).some((c) => trees.plainRelation(c) === 'expl'))
  const amid = trees
    .children(i)
    .some((c) => trees.plainRelation(c) === 'case' && /^(?:amid|after|following|despite)$/.test(trees.lower(c)))
  const reaches = trees.plainRelation(i) === 'nsubj' && head > i && REACHES.has(trees.lemma(head))
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
    return rule('reports-of', i, [], withoutStop(trees, range(trees.left(clause), trees.right(clause))))
  const object = trees
    .children(i)
    .find((c) => c > i && trees.plainRelation(c) === 'nmod' && trees.lower(trees.left(c)) === 'of')
  if (object === undefined) return undefined
  return rule('reports-of', i, [], trimEdges(trees, range(trees.left(object) + 1, trees.right(object))))
}

function headline(context: Context, { speakers }: AttributionVocabulary, i: number): Candidate | undefined {
  const { trees } = context
  if (trees.tokens[i].text !== ':') return undefined
  const paragraph = context.paragraph[i]
  const from = context.paragraphFrom[paragraph]
  const to = context.paragraphTo[paragraph]
  const kind = context.document.get('paragraphs')[paragraph]?.kind
  if ((paragraph !== 0 && kind !== 'heading') || i - from < 1 || i - from > 6 || to - i < 4 || to - from > 30)
    return undefined
  if (trees.tokens[to - 1].text === '.') return undefined
  const source = range(from, i - 1)
  if (source.some((k) => ['VERB', 'AUX', 'PUNCT', 'NUM'].includes(trees.tags[k].upos))) return undefined
  // "Analysis: …" and "Photos: …" name no speaker.
  const speaks = source.some((k) => {
    const lower = trees.lower(k)
    return (
      speakers.offices.has(trees.lemma(k)) ||
      speakers.groupWords.has(lower) ||
      speakers.outlets.has(lower) ||
      speakers.privatePeople.has(trees.lemma(k)) ||
      speakers.outletNouns.has(trees.lemma(k))
    )
  })
  return speaks ? rule('headline', i, source, range(i + 1, to - 1)) : undefined
}

/**
 * The source of a candidate that has none although its verb has a subject: "A general, speaking from the front, said …".
 * Passives keep their silence.
 */
export function subjectAsSource(context: Context, candidate: Candidate): readonly number[] {
  if (candidate.source.length > 0) return candidate.source
  const { trees } = context
  const { cue } = candidate
  if (trees.tags[cue].upos !== 'VERB') return []
  const inverted = invertedSubject(context, cue)
  if (inverted.length > 0) return inverted
  let verb = cue
  if (trees.child(verb, 'nsubj') < 0 && trees.plainRelation(verb) === 'conj') verb = trees.head(verb)
  const subject = verb < 0 ? -1 : (trees.children(verb).find((c) => trees.relation(c) === 'nsubj') ?? -1)
  const noun = trees.head(cue)
  // "One sailor who came back described a camp": a sentence of a noun alone, whose last verb is the verb it lacks.
  if (subject < 0 && noun >= 0 && noun < cue && trees.head(noun) < 0 && trees.relation(cue) === 'acl:relcl') {
    const closes = trees.children(noun).every((c) => c <= cue || trees.plainRelation(c) === 'punct')
    if (closes && /^VB[DZ]$/.test(trees.tags[cue].xpos)) return range(trees.left(noun), cue - 1)
  }
  if (
    subject < 0 ||
    trees.children(cue).some((c) => trees.relation(c) === 'nsubj:pass' || trees.relation(c) === 'aux:pass')
  )
    return []
  if (/^(?:it|there|that|this)$/.test(trees.lower(subject)) || candidate.content.includes(subject)) return []
  let to = trees.right(subject)
  for (const c of trees.children(subject)) {
    const aside = ['acl', 'parataxis', 'advcl', 'appos'].includes(trees.plainRelation(c))
    if (aside && c > subject) to = Math.min(to, trees.left(c) - 1)
  }
  while (to > subject && trees.plainRelation(to) === 'punct') to--
  return range(trees.left(subject), to).filter((i) => !candidate.content.includes(i))
}

/** “…,” said the owner of the mill, … : the noun phrase behind a verb that follows a quotation, whatever the tree says. */
function invertedSubject({ trees, quotes, known }: Context, cue: number): number[] {
  if (cue === 0 || quotes.at[cue] >= 0 || quotes.at[cue - 1] < 0 || known[cue] === 0) return []
  const words: number[] = []
  for (let i = cue + 1; i < trees.length && quotes.at[i] < 0; i++) {
    const { upos } = trees.tags[i]
    const of = upos === 'ADP' && trees.lower(i) === 'of' && words.length > 0
    if (!of && !['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PART'].includes(upos) && !(upos === 'PRON' && i === cue + 1))
      break
    words.push(i)
  }
  while (words.length > 0 && ['ADP', 'DET', 'PART', 'ADJ'].includes(trees.tags[words[words.length - 1]].upos))
    words.pop()
  return words
}
