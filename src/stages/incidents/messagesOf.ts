import type { Proposition } from '../../document/Layers.ts'
import { frameOf } from '../../vocabulary/Vocabulary.ts'
import type { Candidate } from './Candidate.ts'
import { claimChannel } from './claimChannel.ts'
import type { Cluster } from './groupCandidates.ts'
import { propertyOf } from './propertyOf.ts'
import { fillerOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'

/**
 * Through what a threat or a warning came, and to whom its own words are addressed:
 *
 *     The militia issued a warning via Telegram: "To the traders of Mopti, your stalls will burn."
 *                                      channel        victim
 *     The newspaper received threats after an article on Telegram.      told of the article
 */
export function messagesOf(scene: Scene, clusters: readonly Cluster[]): Proposition[] {
  return clusters.flatMap(({ candidates }, index) =>
    candidates
      .filter(({ type, match: { trigger } }) => /^(threat|warning)$/.test(type) && trigger.as !== 'noun')
      .flatMap((candidate) => ofMessage(scene, candidate, index)),
  )
}

function ofMessage(scene: Scene, candidate: Candidate, index: number): Proposition[] {
  const { trees, document, referents, lexicons } = scene
  const { token, words, trigger } = candidate.match
  const cues = words.flatMap((word) => scene.attributionsBy(word))
  if (cues.length === 0) return []
  const attribution = Math.min(...cues)
  const { start, end } = trees.tokens[token]
  const base = { subject: { kind: 'incident', index }, token } as const
  const found: Proposition[] = []
  const channel = claimChannel(scene, token, attribution)
  if (channel !== undefined) {
    const spans = [
      { start: channel.start, end: channel.end },
      { start, end },
    ]
    const by = 'rule:incidents/channel'
    const text = document.text.slice(channel.start, channel.end)
    found.push({ ...base, property: 'channel', value: { type: 'text', text }, spans, by })
    if (channel.mode !== undefined) {
      const value = { type: 'term', vocabulary: 'claim-modes', key: channel.mode } as const
      found.push({ ...base, property: 'claim-mode', value, spans, by })
    }
  }
  const addressed = addresseeOf(scene, attribution)
  if (addressed < 0) return found
  const frame = trigger.frame ?? frameOf(lexicons.vocabulary, candidate.type)
  const by = 'rule:incidents/addressed'
  const property = propertyOf(scene, candidate.type, frame, { role: 'patient', head: addressed, by })
  if (property === undefined) return found
  const spans = [referents.phraseOf(addressed), { start, end }]
  return [...found, { ...base, property, value: fillerOf(scene, addressed), spans, by }]
}

/** "traders" of "To the traders of Mopti, …" where what is said begins so; -1 where it does not. */
function addresseeOf({ document, trees, referents }: Scene, attribution: number): number {
  const [first] = document.get('attributions')[attribution].content
  if (first === undefined) return -1
  let { from } = trees.within(first)
  while (from + 1 < trees.length && trees.tags[from].upos === 'PUNCT') from++
  if (trees.lower(from) !== 'to' || trees.tags[from].upos !== 'ADP') return -1
  const head = trees.head(from)
  return head > from && referents.entityAt(head) >= 0 ? head : -1
}
