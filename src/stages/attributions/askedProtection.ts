import type { Document } from '../../document/Document.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Protection } from '../../model/Source.ts'
import type { Candidate } from './candidates.ts'
import type { AnonymityNote } from './protectionOf.ts'
import type { Speaker } from './sourceOf.ts'

/** An attribution with its speaker, as protection is read off it. */
export interface Spoken {
  readonly whole: Candidate
  readonly speaker: Speaker
  readonly protection?: Protection | undefined
}

const PEOPLE = new Set(['person', 'unnamed', 'role', 'group'])

/**
 * Protection by a sentence of its own that asks for it, for attributions by index:
 *
 *     “They took my brother,” said a shopkeeper. She asked not to be identified.      the shopkeeper is protected
 *     The mayor said the road was closed. A clerk asked not to be named.              the mayor is not
 */
export function askedProtection(
  document: Document,
  trees: Trees,
  spoken: readonly Spoken[],
  notes: readonly AnonymityNote[],
  byHead: ReadonlyMap<number, number>,
): ReadonlyMap<number, Protection> {
  const found = new Map<number, Protection>()
  const mentions = document.get('mentions')
  for (const { start, end, token } of notes) {
    const subject = subjectOf(trees, token)
    if (subject < 0) continue
    const protection: Protection = { reason: 'asked-not-to-be-named', span: { start, end } }
    const mention = byHead.get(subject)
    const entity = mention === undefined ? undefined : mentions[mention].entity
    const theirs = spoken.flatMap(({ speaker }, index) =>
      PEOPLE.has(speaker.kind) &&
      (speaker.head === subject ||
        (entity !== undefined && speaker.entity === entity) ||
        isSame(trees, speaker, subject))
        ? [index]
        : [],
    )
    for (const index of theirs) found.set(index, protection)
    if (theirs.length > 0 || !/^(?:he|she|they)$/.test(trees.lower(subject))) continue
    // A pronoun nobody is known for stands for whoever spoke last before it.
    let last = -1
    spoken.forEach(({ whole, speaker }, index) => {
      const apart = trees.tokens[token].sentence - trees.tokens[whole.cue].sentence
      if (whole.cue < token && apart <= 2 && PEOPLE.has(speaker.kind) && speaker.head >= 0) last = index
    })
    if (last >= 0) found.set(last, protection)
  }
  return found
}

/** "The shopkeeper" after "a shopkeeper in the port": the same noun, made definite. */
export const isSameDescription = (trees: Trees, first: Speaker, later: Speaker): boolean =>
  first.head >= 0 && first.head < later.head && isSame(trees, later, first.head) && isDefinite(trees, later.head)

// "the official said": the tagger may have it as an adjective.
const isSame = (trees: Trees, { head }: Speaker, other: number): boolean =>
  head >= 0 &&
  (trees.tags[head].upos === 'NOUN' || trees.tags[other].upos === 'NOUN') &&
  trees.lower(head) === trees.lower(other) &&
  isDefinite(trees, Math.max(head, other))

function isDefinite(trees: Trees, head: number): boolean {
  const determiner = trees.child(head, 'det')
  return determiner >= 0 && /^(?:the|this|that|these|those)$/.test(trees.lower(determiner))
}

/** Who asks: the subject of the clause that the words stand in, unless it is a relative one. */
function subjectOf(trees: Trees, token: number): number {
  for (let i = token; i >= 0; i = trees.head(i)) {
    const subject = trees.children(i).find((c) => c < token && trees.relation(c).startsWith('nsubj')) ?? -1
    if (subject >= 0) return /^W/.test(trees.tags[subject].xpos) ? -1 : subject
    if (trees.relation(i) === 'acl:relcl') return -1
  }
  return -1
}
