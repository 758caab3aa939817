import type { DeedVerbs } from '../../vocabulary/DeedVerbs.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'

/**
 * True where the verb of a cue says what somebody did, not what they said: it governs a thing and no clause or quotation.
 *
 *     Gunmen attacked a post.              deed        Critics attacked the plan.                   speech
 *     Officers found two rifles.           deed        Officers found that the safe was empty.      speech
 *     The council banned night ferries.    deed        The study found signs of decay.              speech
 */
export function isDeed(
  { trees, quotes, document }: Context,
  { cue, content, source }: Candidate,
  { always, things, sayings }: DeedVerbs,
): boolean {
  const lemma = trees.lemma(cue)
  const { upos } = trees.tags[cue]
  // "ruled out talks": with a particle it is another verb.
  if (lemma === 'rule' && trees.child(cue, 'compound:prt') >= 0) return false
  if (upos !== 'VERB' || (!always.has(lemma) && !things.has(lemma))) return false
  if (content.some((i) => quotes.at[i] >= 0) || trees.child(cue, 'ccomp') >= 0) return false
  const first = content.find((i) => i > cue)
  if (first !== undefined && /^(?:that|whether|how|why|no)$/.test(trees.lower(first))) return false
  if (always.has(lemma)) return true
  const object = trees.child(cue, 'obj', 'nsubj:pass')
  const noun = object >= 0 ? object : (content.find((i) => trees.tags[i].upos === 'NOUN') ?? -1)
  if (noun < 0) return trees.child(cue, 'nsubj:pass') < 0
  if (sayings.has(trees.lemma(noun)) || /(?:ism|ness|ity)$/.test(trees.lemma(noun))) return false
  // "The survey found a gap": what is written finds nothing on the ground.
  if (
    lemma === 'find' &&
    source.some((i) =>
      /^(?:survey|study|poll|report|review|audit|research|court|jury|judge|panel|inquiry)$/.test(trees.lemma(i)),
    )
  )
    return false
  // "attacked Merrin": with words or with arms; the names of places are attacked with arms.
  if (trees.tags[noun].upos === 'PRON') return false
  if (trees.tags[noun].upos !== 'PROPN') return true
  const mentions = document.get('mentions')
  const entities = document.get('entities')
  const place = mentions.some(
    ({ head, entity }) => head === noun && /^(?:place|facility)$/.test(entities[entity]?.kind ?? ''),
  )
  return place
}
