import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

const ACCOUNTS = new Set(['account', 'version', 'telling', 'reckoning', 'estimate', 'estimation'])

type Read = Pick<Candidate, 'cue' | 'cueWords' | 'source' | 'content'>

/**
 * Whose view a sentence gives, where no verb says so:
 *
 *     For the traders, the toll is a tax.                  the traders | For | the toll is a tax
 *     The toll is, in the words of one trader, a tax.      one trader | in the words of | The toll is a tax
 *     By the trader's account, nobody paid.                the trader | By … account | nobody paid
 *     For two years, the toll was a tax.                   nobody's view
 */
export function viewpoint(context: Context, vocabulary: AttributionVocabulary, i: number): Read | undefined {
  return forWhom(context, vocabulary, i) ?? inTheWords(context, i) ?? byAccount(context, i)
}

function forWhom({ trees, document }: Context, { speakers }: AttributionVocabulary, i: number): Read | undefined {
  const sentence = document.get('sentences')[trees.tokens[i].sentence]
  const head = trees.head(i)
  if (trees.lower(i) !== 'for' || sentence?.from !== i || head < i || trees.plainRelation(i) !== 'case')
    return undefined
  const verdict = trees.head(head)
  const to = trees.right(head)
  if (verdict < to || trees.child(verdict, 'cop') < 0 || trees.child(verdict, 'nsubj') < to) return undefined
  const entities = document.get('entities')
  const who = document.get('mentions').find((mention) => mention.head === head)
  const speaks =
    speakers.groupWords.has(trees.lower(head)) ||
    speakers.offices.has(trees.lemma(head)) ||
    speakers.privatePeople.has(trees.lemma(head)) ||
    (who !== undefined && /^(?:person|group|organisation)$/.test(entities[who.entity]?.kind ?? ''))
  const comma = trees.lower(to) === ',' ? to : to + 1
  if (!speaks || trees.lower(comma) !== ',') return undefined
  return { cue: i, cueWords: [i], source: range(i + 1, comma - 1), content: clauseBehind(trees, comma, sentence.to) }
}

function inTheWords({ trees, document }: Context, i: number): Read | undefined {
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
  const inside = (word: number) => word >= i - 2 && word <= to
  const beside = (word: number) => (word === i - 3 || word === to + 1) && trees.lower(word) === ','
  const last = sentence.to - 1
  const content = range(sentence.from, last).filter(
    (word) => !inside(word) && !beside(word) && !(word === last && /^[.!?]$/.test(trees.tokens[word].text)),
  )
  return { cue: i, cueWords: range(i - 2, i + 1), source: range(i + 2, to), content }
}

function byAccount({ trees, document }: Context, i: number): Read | undefined {
  if (trees.tags[i].upos !== 'NOUN' || !ACCOUNTS.has(trees.lemma(i))) return undefined
  const sentence = document.get('sentences')[trees.tokens[i].sentence]
  const owner = trees.children(i).find((c) => trees.relation(c) === 'nmod:poss' && trees.tags[c].upos !== 'PRON') ?? -1
  const mark = trees.child(i, 'case')
  if (owner < 0 || sentence?.from !== mark || !/^(?:by|in|on)$/.test(trees.lower(mark))) return undefined
  const to = trees.right(i)
  const comma = trees.lower(to) === ',' ? to : to + 1
  if (trees.lower(comma) !== ',') return undefined
  const source = range(trees.left(owner), trees.right(owner)).filter((word) => trees.plainRelation(word) !== 'case')
  return { cue: i, cueWords: [i], source, content: clauseBehind(trees, comma, sentence.to) }
}

/** What follows a comma, to the end of the sentence without its full stop. */
function clauseBehind({ tokens }: Context['trees'], comma: number, end: number): number[] {
  return range(comma + 1, /^[.!?]$/.test(tokens[end - 1].text) ? end - 2 : end - 1)
}
