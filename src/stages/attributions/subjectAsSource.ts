import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { nounPhraseUpTo, range } from './nounPhrases.ts'

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
  if (subject < 0) return swallowedSubject(context, cue)
  if (trees.children(cue).some((c) => trees.relation(c) === 'nsubj:pass' || trees.relation(c) === 'aux:pass')) return []
  if (/^(?:it|there|that|this)$/.test(trees.lower(subject)) || candidate.content.includes(subject)) return []
  let to = trees.right(subject)
  for (const c of trees.children(subject)) {
    const aside = ['acl', 'parataxis', 'advcl', 'appos'].includes(trees.plainRelation(c))
    if (aside && c > subject) to = Math.min(to, trees.left(c) - 1)
  }
  while (to > subject && trees.plainRelation(to) === 'punct') to--
  return range(trees.left(subject), to).filter((i) => !candidate.content.includes(i))
}

/**
 * "In a message posted online its leader, Omar Haddad, vowed …": the subject that the tree hung on the participle before it, as one thing
 * more that was posted. It has no preposition, and stands last before the verb.
 */
function swallowedSubject({ trees }: Context, cue: number): number[] {
  if (!/^VB[DZP]$/.test(trees.tags[cue].xpos) || trees.children(cue).some((c) => /subj/.test(trees.relation(c))))
    return []
  let last = cue - 1
  while (last > 0 && trees.tags[last].upos === 'ADV') last--
  if (trees.lower(last) === ',') last--
  for (const phrase of trees.children(cue)) {
    if (phrase >= cue || trees.plainRelation(phrase) !== 'obl') continue
    const participle = trees.children(phrase).find((c) => c > phrase && trees.plainRelation(c) === 'acl') ?? -1
    if (participle < 0 || trees.tags[participle].xpos !== 'VBN') continue
    const noun = trees.children(participle).at(-1) ?? -1
    const nominal = noun > participle && /^(?:NOUN|PROPN)$/.test(trees.tags[noun].upos)
    if (nominal && trees.child(noun, 'case') < 0 && trees.right(noun) === last) return range(trees.left(noun), last)
  }
  return []
}

/** “…,” said the owner of the mill, … : the noun phrase behind a verb that follows a quotation, whatever the tree says. */
function invertedSubject(context: Context, cue: number): number[] {
  const { trees, quotes, known } = context
  if (cue === 0 || quotes.at[cue] >= 0 || known[cue] === 0) return []
  if (quotes.at[cue - 1] < 0) return headlineSubject(context, cue)
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

/** "Ferry crew were drunk, says harbour master": the noun phrase that ends a heading. */
function headlineSubject({ trees, paragraph, paragraphTo }: Context, cue: number): number[] {
  const last = paragraphTo[paragraph[cue]] - 1
  if (trees.lower(cue - 1) !== ',' || last - cue > 8 || !/^VB[DZP]$/.test(trees.tags[cue].xpos)) return []
  const phrase = nounPhraseUpTo(trees, last)
  return phrase[0] === cue + 1 ? phrase : []
}
