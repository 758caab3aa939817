import type { Document } from '../../document/Document.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Candidate } from './candidates.ts'
import type { Speaker } from './sourceOf.ts'

interface Voice {
  readonly whole: Candidate
  readonly parent?: number | undefined
  readonly speaker: Speaker
}

/** Sentences that lie between two utterances of one speaker, at most. */
const REACH = 3

/**
 * Whom "he said" goes on with: whoever spoke last, rather than somebody who was only spoken of.
 *
 *     One boy who fled Issa’s camp described it. “We dug,” he said.      the boy, not Issa
 *     A boy said he fled. Issa came to the gate. “Go,” he said.          Issa: he is the subject in between
 *
 * Undefined where the pronoun may stand as it was read.
 */
export function lastSpeaker(
  document: Document,
  trees: Trees,
  voices: readonly Voice[],
  { whole, parent, speaker }: Voice,
): Speaker | undefined {
  if (parent !== undefined || speaker.entity === undefined || speaker.head < 0) return undefined
  if (!/^(?:he|she)$/.test(trees.lower(speaker.head))) return undefined
  const { entity, head } = speaker
  const last = voices.findLast((other) => other.parent === undefined && other.whole.cue < whole.cue && !quotedIn(other))
  if (last === undefined || !['person', 'unnamed', 'role'].includes(last.speaker.kind)) return undefined
  if (last.speaker.entity === entity || last.speaker.head < 0) return undefined
  if (trees.tokens[head].sentence - trees.tokens[last.speaker.head].sentence > REACH) return undefined
  if (voices.some((other) => other.speaker.entity === entity && other.whole.cue < whole.cue)) return undefined
  const { mentions } = document.get('entities')[entity]
  const subject = mentions.some((index) => {
    const mention = document.get('mentions')[index]
    const between = mention.head > last.speaker.head && mention.head < head
    return between && trees.relation(mention.head).startsWith('nsubj') && !whole.content.includes(mention.head)
  })
  return subject ? undefined : { ...last.speaker, head }

  /** What stands within his own words is said by others. */
  function quotedIn(other: Voice): boolean {
    return whole.content.includes(other.whole.cue)
  }
}
