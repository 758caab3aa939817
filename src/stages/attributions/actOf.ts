import type { Trees } from '../../document/Trees.ts'
import type { Act } from '../../model/Attribution.ts'
import type { Certainty, Polarity } from '../../model/Certainty.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { reportingVerb } from './Context.ts'
import type { Candidate } from './candidates.ts'

/** What a cue says its source does with the content. */
export interface Reported {
  readonly act: Act
  readonly certainty: Certainty
  readonly polarity: Polarity
}

const BELIEF = new Set<Act>(['believes', 'doubts'])
const FIRST_PERSON = new Set(['we', 'i', 'us'])

/**
 * The act of a cue, how sure its source is and whether it affirms the content, from the vocabulary and the words around
 * the cue:
 *
 *     claimed the ambush          claims-responsibility   a deed as object
 *     is still not convinced      doubts                  negation turns belief
 *     told the crowd to leave     orders                  "tell" with an infinitive
 *     vowed to kill               threatens               a promise of harm
 *     could not confirm           says, unknown           negation takes the commitment away
 */
export function actOf(trees: Trees, candidate: Candidate, vocabulary: AttributionVocabulary): Reported {
  const { cue, content } = candidate
  const known = reportedBy(trees, candidate, vocabulary)
  const negated = isNegated(trees, cue, vocabulary.words.negations)
  let { act, certainty, polarity } = known
  if (candidate.source.length === 0 && trees.tags[cue].upos === 'NOUN' && (act === 'says' || act === 'claims')) {
    // "There were reports of …": nobody is named who could be asked.
    ;[act, certainty] = ['hearsay', 'unknown']
  }
  if (act === 'says' && passesOn(trees, candidate, vocabulary)) [act, certainty] = ['hearsay', 'unknown']
  const contentLemmas = new Set(content.map((i) => trees.lemma(i)))
  const harmful = [...vocabulary.danger.harm].some((verb) => contentLemmas.has(verb))

  if (act === 'claims' && claimsDeed(trees, candidate, vocabulary)) act = 'claims-responsibility'
  if (trees.lemma(cue) === 'tell' && isInfinitive(trees, trees.child(cue, 'xcomp', 'ccomp'))) {
    act = 'orders'
    certainty = 'unknown'
  }
  if ((act === 'warns' || act === 'promises' || act === 'threatens') && harmful) {
    // "We will strike again", "vowed to strike again": the harm is the speaker's own doing.
    const own = [...FIRST_PERSON].some((word) => content.some((i) => trees.lower(i) === word))
    const meant = [...vocabulary.words.intentions].some((word) =>
      content.some((i) => trees.lower(i) === word || trees.lemma(i) === word),
    )
    const vowed = act === 'promises' && isInfinitive(trees, trees.child(cue, 'xcomp', 'ccomp'))
    if (act === 'threatens' || vowed || (own && meant)) {
      act = 'threatens'
      certainty = 'possible'
    }
  }
  if ((act === 'says' || act === 'warns') && isUltimatum(trees, content)) [act, certainty] = ['threatens', 'possible']
  if (negated) {
    if (act === 'believes' && isConviction(trees, cue, vocabulary.words.convictions)) {
      ;[act, certainty, polarity] = ['doubts', 'possible', 'denied']
    } else if (act === 'believes') polarity = polarity === 'denied' ? 'affirmed' : 'denied'
    else if (act === 'doubts') [act, certainty, polarity] = ['believes', 'certain', 'affirmed']
    else if (act === 'denies') [act, certainty, polarity] = ['says', 'unknown', 'affirmed']
    else {
      if (act === 'confirms' || act === 'claims-responsibility') act = 'says'
      certainty = 'unknown'
    }
  } else if (
    !BELIEF.has(act) &&
    trees
      .children(cue)
      .some((c) => ['may', 'might', 'could', 'would'].includes(trees.lower(c)) && trees.plainRelation(c) === 'aux')
  ) {
    certainty = 'unknown'
  }
  return { act, certainty, polarity }
}

/** "is said to have fled", "unconfirmed reports say": nobody is there who could be asked. */
function passesOn(trees: Trees, { cue, source }: Candidate, { words }: AttributionVocabulary): boolean {
  if (source.length === 0) {
    const passive = trees.children(cue).some((c) => trees.relation(c) === 'aux:pass')
    const it = trees.children(cue).some((c) => c < cue && trees.lower(c) === 'it')
    return passive && trees.lemma(cue) !== 'tell' && (it || isInfinitive(trees, trees.child(cue, 'xcomp')))
  }
  const head = source[source.length - 1]
  const bare = trees.child(head, 'det', 'nmod:poss', 'nummod', 'compound') < 0
  return (
    bare &&
    trees.tags[head].xpos === 'NNS' &&
    trees.lemma(head) !== 'story' &&
    words.hearsayNouns.has(trees.lemma(head))
  )
}

/** “Leave the town, or your children will bury you”: an order, and what will follow if it is not obeyed. */
function isUltimatum(trees: Trees, content: readonly number[]): boolean {
  const first = content.find((i) => trees.tags[i].upos !== 'PUNCT') ?? -1
  if (first < 0 || first === content[0] || trees.tags[first].xpos !== 'VB') return false
  const or = content.find((i) => i > first && trees.lower(i) === 'or' && /^[,;—-]$/.test(trees.lower(i - 1)))
  return or !== undefined && content.some((i) => i > or && /^(?:will|'ll|’ll|shall)$/.test(trees.lower(i)))
}

/** What the vocabulary says of the words of the cue; longer entries first ("claim responsibility", "according to"). */
function reportedBy(trees: Trees, { cue, cueWords, content }: Candidate, vocabulary: AttributionVocabulary): Reported {
  const { reportingVerbs, reportingNouns } = vocabulary
  const lemma = trees.lemma(cue)
  const { upos } = trees.tags[cue]
  const says: Reported = { act: 'says', certainty: 'certain', polarity: 'affirmed' }
  const phrase = cueWords.map((i) => trees.lower(i)).join(' ')
  for (const words of [phrase, trees.lower(cue)]) {
    const found = reportingNouns.phrases.get(words)
    if (found !== undefined && upos !== 'VERB') return found
  }
  const verbOf = (key: string): Reported | undefined => {
    const verb = reportingVerb(reportingVerbs, key)
    return verb?.act === undefined
      ? undefined
      : { act: verb.act, certainty: verb.certainty ?? 'certain', polarity: verb.polarity ?? 'affirmed' }
  }
  if (upos === 'VERB' || upos === 'AUX') {
    for (const c of trees.children(cue)) {
      const plain = trees.plainRelation(c)
      if (plain === 'xcomp' && c > cue) {
        const longer = verbOf(`${lemma} to ${trees.lemma(c)}`)
        if (longer !== undefined) return longer
      }
      if (plain === 'compound' || plain === 'obj' || plain === 'case' || plain === 'advmod') {
        const longer = verbOf(`${lemma} ${trees.lemma(c)}`)
        if (longer !== undefined) return longer
      }
      if (plain === 'obl') {
        const preposition = trees.child(c, 'case')
        const longer = preposition < 0 ? undefined : verbOf(`${lemma} ${trees.lemma(preposition)}`)
        if (longer !== undefined) return longer
      }
    }
    // "ruled out" takes away; "issued a warning", "made a threat", "rejected claims" act through their noun.
    if (lemma === 'rule' && cueWords.concat(trees.children(cue)).some((i) => trees.lower(i) === 'out')) {
      return { act: 'denies', certainty: 'certain', polarity: 'denied' }
    }
    if (lemma === 'reject' || lemma === 'dismiss' || lemma === 'refute' || lemma === 'rebut') {
      // "a claim dismissed by the army", "an allegation the army dismissed": what the clause hangs on is dismissed.
      const own = trees.child(cue, 'obj', 'nsubj:pass')
      const object = own < 0 && trees.plainRelation(cue) === 'acl' ? trees.head(cue) : own
      const noun = object < 0 ? undefined : reportingNouns.nouns.get(trees.lemma(object))
      if (noun?.act === 'claims' || noun?.act === 'accuses' || vocabulary.words.hearsayNouns.has(trees.lemma(object))) {
        return { act: 'denies', certainty: 'certain', polarity: 'denied' }
      }
    }
    // "are convinced that": a participle that the vocabulary knows as an adjective.
    const adjective = reportingNouns.adjectives.get(trees.lower(cue))
    if (adjective !== undefined && trees.child(cue, 'obj') < 0) return adjective
    const own = verbOf(lemma)
    const object = trees.child(cue, 'obj', 'nsubj:pass')
    const light = own === undefined || own.act === 'says' || own.act === 'believes'
    if (light && object >= 0 && !(content.includes(object) && own !== undefined)) {
      const noun = reportingNouns.nouns.get(trees.lemma(object))
      if (noun !== undefined && vocabulary.words.emptyVerbs.has(lemma)) return noun
    }
    return own ?? says
  }
  const found =
    upos === 'ADJ'
      ? (reportingNouns.adjectives.get(lemma) ?? verbOf(lemma))
      : upos === 'NOUN'
        ? (reportingNouns.nouns.get(lemma) ?? verbOf(lemma))
        : reportingNouns.phrases.get(lemma)
  return found ?? verbOf(lemma) ?? says
}

/** "claimed the ambush", "claims responsibility", "the raid was claimed by": the object is a deed, or responsibility for one. */
function claimsDeed(trees: Trees, { cue, content }: Candidate, { danger }: AttributionVocabulary): boolean {
  if (trees.child(cue, 'ccomp', 'xcomp') >= 0 || content.some((i) => /^["“”]|^''/.test(trees.tokens[i].text)))
    return false
  const object = trees.child(cue, 'obj', 'nsubj:pass')
  const heads = object < 0 ? content.filter((i) => !content.includes(trees.head(i))) : [object]
  return heads.some((i) => {
    const lemma = trees.lemma(i)
    if (!['NOUN', 'PROPN', 'NUM'].includes(trees.tags[i].upos)) return false
    if (lemma === 'responsibility' || lemma === 'credit' || danger.deeds.has(lemma)) return true
    // "claimed one of the attacks"
    const counted = trees.tags[i].upos === 'NUM' || lemma === 'one' || lemma === 'series' || lemma === 'number'
    return (
      counted && trees.children(i).some((c) => trees.plainRelation(c) === 'nmod' && danger.deeds.has(trees.lemma(c)))
    )
  })
}

function isNegated(trees: Trees, cue: number, negations: ReadonlySet<string>): boolean {
  const direct = trees
    .children(cue)
    .some((c) => negations.has(trees.lower(c)) && trees.plainRelation(c) !== 'punct' && Math.abs(c - cue) < 8)
  if (direct) return true
  // "no one has claimed", "none of them said"
  const subject = trees.child(cue, 'nsubj')
  if (subject < 0) return false
  return (
    negations.has(trees.lower(subject)) ||
    trees.children(subject).some((c) => negations.has(trees.lower(c)) && trees.plainRelation(c) === 'det')
  )
}

/** Convictions that negation turns into doubt: "not convinced", "not sure"; "does not believe" denies instead. */
const isConviction = (trees: Trees, cue: number, convictions: ReadonlySet<string>): boolean =>
  trees.tags[cue].upos === 'ADJ' || convictions.has(trees.lower(cue)) || convictions.has(trees.lemma(cue))

const isInfinitive = (trees: Trees, i: number): boolean =>
  i >= 0 && trees.children(i).some((c) => trees.plainRelation(c) === 'mark' && trees.lower(c) === 'to')
