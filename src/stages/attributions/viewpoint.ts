import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

/**
 * Whose view a sentence gives, where no verb says so:
 *
 *     For the traders, the toll is a tax.                  the traders | For | the toll is a tax
 *     The toll is, in the words of one trader, a tax.      one trader | in the words of | The toll is a tax
 *     The toll is, as one trader put it, a tax.            one trader | put | The toll is a tax
 *     By the trader's account, nobody paid.                the trader | By … account | nobody paid
 *     Per the toll book, nobody paid.                      the toll book | Per | nobody paid
 *     For two years, the toll was a tax.                   nobody's view
 *     For the traders, the council built a roof.           done for them
 */
export function viewpoint(context: Context, vocabulary: AttributionVocabulary, i: number): Candidate | undefined {
  return (
    forWhom(context, vocabulary, i) ??
    inTheWords(context, i) ??
    asPutIt(context, i) ??
    byAccount(context, vocabulary, i) ??
    perSource(context, i)
  )
}

const view = (cue: number, cueWords: readonly number[], source: readonly number[], content: readonly number[]) =>
  byRule('viewpoint', cue, source, content, cueWords)

function forWhom(
  { trees, document }: Context,
  { speakers, words: { viewVerbs, bodies } }: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  const sentence = document.get('sentences')[trees.tokens[i].sentence]
  const head = trees.head(i)
  if (trees.lower(i) !== 'for' || sentence?.from !== i || head < i || trees.plainRelation(i) !== 'case')
    return undefined
  const verdict = trees.head(head)
  const to = trees.right(head)
  if (verdict < to || trees.child(verdict, 'nsubj') < to) return undefined
  if (trees.child(verdict, 'cop') < 0 && !viewVerbs.has(trees.lemma(verdict))) return undefined
  const entities = document.get('entities')
  const who = document.get('mentions').find((mention) => mention.head === head)
  const speaks =
    speakers.groupWords.has(trees.lower(head)) ||
    speakers.offices.has(trees.lemma(head)) ||
    speakers.privatePeople.has(trees.lemma(head)) ||
    bodies.has(trees.lemma(head)) ||
    (who !== undefined && /^(?:person|group|organisation|public body)$/.test(entities[who.entity]?.kind ?? ''))
  const comma = trees.lower(to) === ',' ? to : to + 1
  if (!speaks || trees.lower(comma) !== ',') return undefined
  return view(i, [i], range(i + 1, comma - 1), clauseBehind(trees, comma, sentence.to))
}

function inTheWords({ trees, document }: Context, i: number): Candidate | undefined {
  if (trees.lower(i) !== 'words' || trees.lower(i - 1) !== 'the' || trees.lower(i - 2) !== 'in') return undefined
  const speaker = trees.child(i, 'nmod')
  const sentence = document.get('sentences')[trees.tokens[i].sentence]
  if (speaker < i || trees.lower(i + 1) !== 'of' || sentence === undefined) return undefined
  // "The error was in the words of the song": no comma sets it off.
  if (i - 2 > sentence.from && trees.lower(i - 3) !== ',') return undefined
  let to = trees.right(speaker)
  for (const c of trees.children(speaker)) {
    if (c > speaker && ['acl', 'appos', 'parataxis', 'punct'].includes(trees.plainRelation(c)))
      to = Math.min(to, trees.left(c) - 1)
  }
  return view(i, range(i - 2, i + 1), range(i + 2, to), contentAround(trees, sentence, i - 2, to))
}

/** ", as one trader put it, ": what it is set into is what was put so. */
export function asPutIt({ trees, document }: Context, i: number): Candidate | undefined {
  if (trees.lemma(i) !== 'put' || trees.lower(i + 1 < trees.length ? i + 1 : i) !== 'it') return undefined
  const sentence = document.get('sentences')[trees.tokens[i].sentence]
  let as = i - 1
  while (as > sentence.from && trees.lower(as) !== 'as' && i - as < 12) as--
  const closes = i + 2 >= sentence.to || trees.tags[i + 2].upos === 'PUNCT'
  if (trees.lower(as) !== 'as' || as === i - 1 || !closes) return undefined
  if (as > sentence.from && trees.tags[as - 1].upos !== 'PUNCT') return undefined
  return view(i, [i, i + 1], range(as + 1, i - 1), contentAround(trees, sentence, as, i + 1))
}

/** "Per the toll book, …": at the head of a sentence or set off behind it. */
function perSource({ trees, document }: Context, i: number): Candidate | undefined {
  if (trees.lower(i) !== 'per') return undefined
  const noun = trees.head(i)
  const sentence = document.get('sentences')[trees.tokens[i].sentence]
  if (noun < i || trees.plainRelation(i) !== 'case' || sentence === undefined) return undefined
  // "60 miles per hour", "ten per cent": nothing sets it off.
  const opens = i === sentence.from
  if (!opens && trees.lower(i - 1) !== ',') return undefined
  const to = trees.lower(trees.right(noun)) === ',' ? trees.right(noun) - 1 : trees.right(noun)
  if (opens && trees.lower(to + 1) !== ',') return undefined
  if (trees.child(noun, 'det', 'compound', 'nmod:poss', 'amod') < 0 && trees.tags[noun].upos !== 'PROPN')
    return undefined
  return view(i, [i], range(i + 1, to), contentAround(trees, sentence, i, to))
}

/** A sentence without the words of an insertion, its commas and the full stop. */
function contentAround(
  { tokens }: Context['trees'],
  { from, to: end }: { readonly from: number; readonly to: number },
  first: number,
  to: number,
): number[] {
  const last = end - 1
  return range(from, last).filter((word) => {
    if (word >= first && word <= to) return false
    if ((word === first - 1 || word === to + 1) && tokens[word].text === ',') return false
    return !(word === last && /^[.!?]$/.test(tokens[word].text))
  })
}

function byAccount(
  { trees, document }: Context,
  { words: { accountNouns } }: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  if (trees.tags[i].upos !== 'NOUN' || !accountNouns.has(trees.lemma(i))) return undefined
  const sentence = document.get('sentences')[trees.tokens[i].sentence]
  const owner = trees.children(i).find((c) => trees.relation(c) === 'nmod:poss' && trees.tags[c].upos !== 'PRON') ?? -1
  const mark = trees.child(i, 'case')
  if (owner < 0 || sentence?.from !== mark || !/^(?:by|in|on)$/.test(trees.lower(mark))) return undefined
  const to = trees.right(i)
  const comma = trees.lower(to) === ',' ? to : to + 1
  if (trees.lower(comma) !== ',') return undefined
  const source = range(trees.left(owner), trees.right(owner)).filter((word) => trees.plainRelation(word) !== 'case')
  return view(i, [i], source, clauseBehind(trees, comma, sentence.to))
}

/** What follows a comma, to the end of the sentence without its full stop. */
function clauseBehind({ tokens }: Context['trees'], comma: number, end: number): number[] {
  return range(comma + 1, /^[.!?]$/.test(tokens[end - 1].text) ? end - 2 : end - 1)
}
