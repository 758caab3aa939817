import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { withAccordingTo } from './accordingTo.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { isOtherResponsibility } from './claimedResponsibility.ts'
import { has } from './has.ts'
import { withInsertedCue } from './insertedCue.ts'
import { isBareCue } from './isBareCue.ts'
import { isDeed } from './isDeed.ts'
import { isSpeaker } from './isSpeaker.ts'
import { mendSource, withHiddenVerb } from './mendSource.ts'
import { sourceHead } from './sourceOf.ts'
import { verdictAt } from './verdictAt.ts'
import { asPutIt } from './viewpoint.ts'
import { wholeList } from './wholeList.ts'
import { wholePhrases } from './wholePhrases.ts'

/**
 * What the tree knows better than the labels of a candidate; undefined where it is no attribution after all.
 *
 *     The courier, regarded by officials as the planner, …     source: officials, not the courier
 *     He said it was an accident, but the raid was claimed …   content ends before ", but" with a cue and source of its own
 *     the front, also known as the League                      another name, no attribution
 *     The flood threatens to undo years of work                nobody threatens
 *     The storm claimed nine lives, the guests ordered soup    nobody speaks
 */
export function mendRoles(
  context: Context,
  candidate: Candidate,
  kept: readonly Candidate[],
  vocabulary: AttributionVocabulary,
): Candidate | undefined {
  if (isOtherResponsibility(context.trees, candidate.cue, vocabulary)) return undefined
  if (
    isBareCue(context, candidate, vocabulary.words) ||
    isOtherName(context, candidate) ||
    isFigurative(context, candidate, vocabulary)
  )
    return undefined
  if (isNoSpeech(context, candidate, vocabulary) || isDeed(context, candidate, vocabulary.deedVerbs)) return undefined
  if (isNobody(context, candidate)) return undefined
  if (isUndertaking(context, candidate, vocabulary)) return undefined
  const verdict = verdictAt(context, vocabulary, candidate.cue)
  if (verdict !== undefined) return { ...candidate, ...verdict }
  const put = asPutIt(context, candidate.cue)
  if (put !== undefined) return { ...candidate, source: put.source, cueWords: put.cueWords, content: put.content }
  const uncovered = withHiddenVerb(context, candidate, vocabulary)
  if (uncovered !== candidate && kept.some(({ cue }) => cue === uncovered.cue)) return undefined
  const placed = withAccordingTo(context, mendSource(context, uncovered, vocabulary))
  const sourced = withInsertedCue(context, placed, kept, vocabulary)
  const settled = withoutVerdict(context, sourced, kept, vocabulary)
  const mended = withDeed(context, withoutHearer(context, withAgent(context, settled), vocabulary.words), vocabulary)
  const whole = wholePhrases(context, trimmed(context, withoutDegree(context, mended)), kept)
  return beforeContrast(context, wholeList(context, whole, kept), kept)
}

/** "No group has claimed it", "None of them said so": nobody is no source. "No 10 said": somebody is. */
const isNobody = ({ trees }: Context, { source: [first] }: Candidate): boolean =>
  first !== undefined &&
  /^(?:no|none|nobody|neither)$/.test(trees.lower(first)) &&
  (first + 1 >= trees.length || !/^(?:\.|\d+)$/.test(trees.lower(first + 1)))

/** "agreed to bomb a train": a deed that is undertaken, and no speech; "agreed to talks" and "agreed that it was late" are. */
function isUndertaking(
  { trees, quotes }: Context,
  { cue, content }: Candidate,
  { danger }: AttributionVocabulary,
): boolean {
  if (trees.lemma(cue) !== 'agree' || trees.tags[cue].upos !== 'VERB') return false
  if (!content.some((i) => danger.harm.has(trees.lemma(i)) || danger.deeds.has(trees.lemma(i)))) return false
  if (trees.child(cue, 'ccomp') >= 0 || content.some((i) => quotes.at[i] >= 0)) return false
  // "agreed in a chat to bomb it": the infinitive may hang on the chat.
  const infinitive = content.some((i) => i > cue && trees.lower(i) === 'to' && trees.tags[i + 1]?.xpos === 'VB')
  if (infinitive && !content.some((i) => trees.lower(i) === 'that')) return true
  return trees
    .children(cue)
    .some((c) => c > cue && /^(?:to|on|upon)$/.test(trees.lower(trees.child(c, 'case', 'mark'))))
}

/** The agent of a passive is the source; what it is said of belongs to the content. */
function withAgent({ trees }: Context, candidate: Candidate): Candidate {
  const { cue, source, content, cueWords } = candidate
  const agent = trees.children(cue).find((c) => c > cue && trees.relation(c) === 'obl:agent')
  if (trees.tags[cue].xpos !== 'VBN' || agent === undefined) return candidate
  const words: number[] = []
  for (let i = trees.left(agent); i <= trees.right(agent); i++) {
    if (i > agent && trees.lower(i) === 'as') break
    if (has(source, i) || (i >= agent - 3 && i <= agent && trees.plainRelation(i) !== 'case')) words.push(i)
  }
  const behind = Array.from({ length: trees.right(agent) - agent }, (_, k) => agent + 1 + k)
  const role = behind.slice(
    Math.max(
      0,
      behind.findIndex((i) => trees.lower(i) === 'as'),
    ),
  )
  const rest = role.length > 0 && trees.lower(role[0]) === 'as' ? role : []
  const meant = new Set(words.filter((i) => !cueWords.includes(i) && trees.lower(i) !== 'by'))
  const subject = source.filter((i) => !meant.has(i) && i < cue)
  return {
    ...candidate,
    source: [...meant].sort((a, b) => a - b),
    content: [...new Set([...subject, ...rest, ...content.filter((i) => !meant.has(i))])].sort((a, b) => a - b),
  }
}

/** "claimed an ambush in May on the depot": the deed is content, not cue. */
function withDeed({ trees }: Context, candidate: Candidate, { danger }: AttributionVocabulary): Candidate {
  const { cue, cueWords, content } = candidate
  const object = trees.child(cue, 'obj')
  if (trees.lemma(cue) !== 'claim' || object < cue || !danger.deeds.has(trees.lemma(object))) return candidate
  if (!cueWords.includes(object)) return candidate
  const from = trees.left(object)
  return {
    ...candidate,
    cueWords: cueWords.filter((i) => i < from),
    content: [...new Set([...cueWords.filter((i) => i >= from), ...content])].sort((a, b) => a - b),
  }
}

/** "said well over a dozen men": an adverb of the content's first words is no part of the cue. */
function withoutDegree({ trees }: Context, candidate: Candidate): Candidate {
  const { cue, cueWords, content } = candidate
  const last = cueWords[cueWords.length - 1] ?? cue
  if (last <= cue || !/^(?:well|just|nearly|almost|roughly|some)$/.test(trees.lower(last))) return candidate
  if (
    content.find((i) => i > cue) !== last + 1 ||
    !/^(?:over|under|above|below|more|half|a|all)$/.test(trees.lower(last + 1))
  )
    return candidate
  return { ...candidate, cueWords: cueWords.slice(0, -1), content: [...content, last].sort((a, b) => a - b) }
}

/** "…, a claim the rebels dispute", "…, which the army denies": what others make of it is no part of what was said. */
function withoutVerdict(
  { trees, quotes }: Context,
  candidate: Candidate,
  kept: readonly Candidate[],
  { reportingNouns, words: { hearsayNouns } }: AttributionVocabulary,
): Candidate {
  const { content, cue } = candidate
  const comma = content.findLast((i) => trees.lower(i) === ',' && quotes.at[i] < 0 && i > cue) ?? -1
  if (comma < 0 || (content[content.length - 1] ?? 0) - comma > 10 || !has(content, comma + 2)) return candidate
  const determiner = trees.lower(comma + 1)
  const answered = kept.some(
    (other) => other.content[0] === comma + 1 && other.content.length === 1 && other.cue > comma,
  )
  if (determiner === 'which' && answered) return { ...candidate, content: content.filter((i) => i < comma) }
  const noun = trees.lemma(comma + 2)
  const verdict = /^(?:an?|the)$/.test(determiner) && (hearsayNouns.has(noun) || reportingNouns.nouns.has(noun))
  const next = comma + 3
  // "a claim dismissed by the army"
  const judged = trees.tags[next]?.xpos === 'VBN' && trees.lower(next + 1) === 'by'
  const named = judged || ['DET', 'PRON', 'PROPN'].includes(trees.tags[next]?.upos ?? '')
  return verdict && named ? { ...candidate, content: content.filter((i) => i < comma) } : candidate
}

/** Without commas and semicolons that begin a piece of content. */
function trimmed({ trees, quotes }: Context, candidate: Candidate): Candidate {
  const { content } = candidate
  const kept = content.filter((i, k) => {
    if (!/^[,;]$/.test(trees.tokens[i].text) || quotes.at[i] >= 0) return true
    return content[k - 1] === i - 1
  })
  return kept.length === content.length ? candidate : { ...candidate, content: kept }
}

/** "told Reuters the convoy …", "described to Reuters a raid": whom it was told to is no content. */
function withoutHearer(
  { trees, quotes }: Context,
  candidate: Candidate,
  { tellingVerbs }: AttributionVocabulary['words'],
): Candidate {
  const { cue, content, cueWords } = candidate
  const told = tellingVerbs.has(trees.lemma(cue)) && trees.child(cue, 'ccomp', 'xcomp', 'parataxis') >= 0
  const hearer = trees.children(cue).find((c) => {
    if (c < cue) return false
    const named = trees.tags[c].upos === 'PROPN' && trees.lower(trees.left(c)) === 'to'
    return (told && /^i?obj$/.test(trees.plainRelation(c))) || (named && trees.plainRelation(c) === 'obl')
  })
  const first = content.find((i) => i > cue)
  // "described to | Reuters a raid": the preposition is in the cue.
  if (first !== undefined && cueWords.includes(first - 1) && trees.lower(first - 1) === 'to') {
    let name = first
    while (name < trees.length && /^\p{Lu}/u.test(trees.tokens[name].text) && has(content, name)) name++
    if (name > first && has(content, name) && /^(?:a|an|the|how|that|his|her|their)$/.test(trees.lower(name)))
      return { ...candidate, content: content.filter((i) => i < first || i >= name) }
  }
  if (first !== undefined && trees.lower(first) === 'to' && first === Math.max(cue, ...cueWords) + 1) {
    let name = first + 1
    // By its capital: the tagger may have "to CNN" as an infinitive.
    while (name < trees.length && /^\p{Lu}/u.test(trees.tokens[name].text) && has(content, name)) name++
    const opens =
      name > first + 1 && has(content, name) && /^(?:a|an|the|how|that|his|her|their)$/.test(trees.lower(name))
    if (opens) return { ...candidate, content: content.filter((i) => i < first || i >= name) }
  }
  if (hearer === undefined || first === undefined || first !== Math.max(cue, ...cueWords) + 1) return candidate
  if (first !== trees.left(hearer) || quotes.at[first] >= 0) return candidate
  const rest = content.filter((i) => i < cue || i > trees.right(hearer))
  return rest.length > 1 ? { ...candidate, content: rest } : candidate
}

/** Cuts the content before ", but …" where what follows has a cue and a source of its own outside quotation marks. */
function beforeContrast({ trees, quotes }: Context, candidate: Candidate, kept: readonly Candidate[]): Candidate {
  const { content, cue } = candidate
  for (const i of content) {
    if (trees.lower(i) !== 'but' || trees.lower(i - 1 < 0 ? i : i - 1) !== ',' || quotes.at[i] >= 0 || i < cue) continue
    const turns = kept.some(
      (other) => other.cue > i && other.cue - i < 25 && has(content, other.cue) && other.source.some((k) => k > i),
    )
    if (turns) return { ...candidate, content: content.filter((k) => k < i - 1) }
  }
  return candidate
}

const isOtherName = ({ trees }: Context, { cue, source, cueWords }: Candidate): boolean =>
  trees.lemma(cue) === 'know' &&
  ((source.length === 0 && cueWords.some((i) => trees.lower(i) === 'as')) ||
    // "known by the nom de guerre Abu Salma"
    (source[0] > cue && source.some((i) => /^(?:nom|name|nickname|pseudonym|alias|codename)$/.test(trees.lower(i)))))

/** "threatens to undo", said of what is no speaker and of no violence. */
function isFigurative(context: Context, candidate: Candidate, vocabulary: AttributionVocabulary): boolean {
  const { trees } = context
  const { danger } = vocabulary
  const { cue, source, content } = candidate
  if (trees.lemma(cue) !== 'threaten') return false
  // "fields threatened by floods"
  const agent = trees.children(cue).find((c) => c > cue && trees.relation(c) === 'obl:agent') ?? -1
  if (agent >= 0) return !isSpeaker(context, vocabulary, agent)
  if (trees.child(cue, 'xcomp') < 0 || content.some((i) => danger.harm.has(trees.lemma(i)))) return false
  // "the chaos at the border and a militant fringe": the first head of what threatens, not the words about it.
  const head = sourceHead(trees, candidate)
  return head < 0 || !(isSpeaker(context, vocabulary, head) || source.some((i) => isPartOfName(trees, i, head)))
}

const isPartOfName = (trees: Context['trees'], i: number, head: number): boolean =>
  trees.tags[i].upos === 'PROPN' && trees.head(i) === head && /^(?:compound|flat)$/.test(trees.plainRelation(i))

// Nouns for what is done or brought about: "ordered the release of", "asked for help".
const DOING = /(?:[ts]ion|ment|ure|al|ance|ence|ing|ry|ship|y|down|out|back|up|off)$/
/**
 * Verbs of saying in their other senses, by what they govern: a flood claims lives, guards deny somebody entry, a shop
 * charges for a room, guests order soup.
 */
function isNoSpeech(
  { trees, quotes, document }: Context,
  { cue, content }: Candidate,
  { danger, words }: AttributionVocabulary,
): boolean {
  if (trees.tags[cue].upos !== 'VERB' || content.some((i) => quotes.at[i] >= 0)) return false
  // "ordered his men to hold the bridge", whatever the tree calls it.
  const infinitive = trees.children(cue).some((c) => c > cue && trees.lower(trees.child(c, 'mark')) === 'to')
  if (infinitive) return false
  const clause = trees.child(cue, 'ccomp', 'xcomp')
  const seen = /^(?:see|spot)$/.test(trees.lemma(cue)) && (clause < 0 || trees.tags[clause].xpos === 'VBG')
  if (clause >= 0 && !seen) return false
  const object = trees.child(cue, 'obj', 'nsubj:pass')
  const noun = object < 0 ? '' : trees.lemma(object)
  const oblique = (preposition: string) =>
    trees.children(cue).find((c) => {
      const mark = trees.child(c, 'case')
      return trees.plainRelation(c) === 'obl' && mark >= 0 && trees.lower(mark) === preposition
    })
  const isDoing = (i: number) => {
    const lemma = trees.lemma(i)
    return (
      trees.tags[i].upos !== 'NOUN' ||
      words.actionNouns.has(lemma) ||
      danger.deeds.has(lemma) ||
      (lemma.length > 5 && DOING.test(lemma))
    )
  }
  // "charged the battery": what is no person and no body cannot be accused.
  const isThing = (i: number) =>
    i >= 0 &&
    trees.tags[i].upos === 'NOUN' &&
    !words.bodies.has(trees.lemma(i)) &&
    !document.get('mentions').some(({ head }) => head === i)
  switch (trees.lemma(cue)) {
    case 'claim':
      return words.prizes.has(noun)
    case 'deny':
      return trees.child(cue, 'iobj') >= 0 || ['entry', 'access', 'visa', 'bail', 'permission'].includes(noun)
    case 'charge':
      return oblique('with') === undefined && (oblique('for') !== undefined || isThing(object))
    case 'order':
      return object >= 0 && !isDoing(object)
    case 'ask': {
      const wanted = oblique('for')
      return object < 0 && wanted !== undefined && !isDoing(wanted)
    }
    case 'see':
    case 'spot':
      // "were seen crossing the bridge": by eyes; "is seen as a threat" by minds.
      return (
        trees.children(cue).some((c) => trees.relation(c) === 'aux:pass') &&
        content.every((i) => trees.lower(i) !== 'as') &&
        trees.children(cue).every((c) => c < cue || !/^(?:obl:agent)$/.test(trees.relation(c)))
      )
    default:
      return false
  }
}
