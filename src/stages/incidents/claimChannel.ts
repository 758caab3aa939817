import type { Span } from '../../model/Span.ts'
import type { Scene } from './Scene.ts'

/** Through what something was said, and in what form: "in a message posted on Telegram" names Telegram, and is a post. */
export interface ClaimChannel extends Span {
  /** key of the vocabulary `claim-modes` */
  readonly mode?: string
}

const FAR = 30

/** The channel of a claim or denial: what the attribution says it was spoken through, else what the clause of the verb says. */
export function claimChannel(scene: Scene, verb: number, attribution: number): ClaimChannel | undefined {
  const called = callTo(scene, verb)
  const whole = attribution < 0 ? undefined : scene.document.get('attributions')[attribution].medium?.[0]
  const from = whole === undefined ? messageBeside(scene, verb) : headWithin(scene, whole)
  return from < 0 ? called : channelAt(scene, from)
}

/** The channel that a word for a message or a medium names. */
export function channelAt(scene: Scene, from: number): ClaimChannel {
  const { referents } = scene
  const mode = modeAt(scene, from)
  const through = spreadBy(scene, from)
  const { start, end } = referents.phraseOf(through >= 0 ? through : from)
  return { start, end, ...(mode === undefined ? {} : { mode }) }
}

/** "called the newspaper at noon to claim it" */
function callTo({ trees, referents }: Scene, verb: number): ClaimChannel | undefined {
  for (let i = verb, steps = 0; i >= 0 && steps < 3; i = trees.head(i), steps++) {
    if (!/^(call|telephone|phone|ring)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') continue
    const whom = trees.child(i, 'obj')
    if (whom < 0 || trees.child(i, 'xcomp') >= 0) return undefined
    return { start: trees.tokens[i].start, end: referents.phraseOf(whom).end, mode: 'call' }
  }
  return undefined
}

/** The head of the words where it is a message or a medium, "channel" of "its Telegram channel", else the first that is. */
function headWithin({ trees, lexicons: { responsibilityWords } }: Scene, span: Span): number {
  const { from, to } = trees.within(span)
  const means: number[] = []
  for (let i = from; i < to; i++) if (isMeans(responsibilityWords, trees.lemma(i))) means.push(i)
  return means.find((i) => trees.head(i) < from || trees.head(i) >= to) ?? means[0] ?? -1
}

const isMeans = ({ messages, media }: Scene['lexicons']['responsibilityWords'], lemma: string): boolean =>
  messages.has(lemma) || media.has(lemma)

/** "in a telephone call to a radio station" before the verb or after it; "claimed the raid on two posts" is through no post. */
function messageBeside({ trees, lexicons: { responsibilityWords } }: Scene, verb: number): number {
  const { sentence } = trees.tokens[verb]
  const fits = (i: number): boolean => {
    const preposition = trees.preposition(i)
    if (responsibilityWords.messages.has(trees.lemma(i))) return /^(in|through|via|by|over)$/.test(preposition)
    if (!responsibilityWords.media.has(trees.lemma(i))) return false
    return /^(through|via)$/.test(preposition) || (preposition === 'on' && isOnlinePlace(trees, i))
  }
  const inSentence = (i: number): boolean => i >= 0 && i < trees.length && trees.tokens[i].sentence === sentence
  for (let i = verb + 1; inSentence(i) && i < verb + FAR; i++) if (fits(i)) return i
  for (let i = verb - 1; inSentence(i) && i > verb - FAR; i--) if (fits(i)) return i
  return -1
}

/** "on its Telegram channel", "on a jihadist web site", "on Twitter"; not "on a radio station". */
const isOnlinePlace = (trees: Scene['trees'], i: number): boolean =>
  /^(account|page|site|website|forum|blog|feed|internet|twitter|telegram|facebook|whatsapp|youtube|tiktok|instagram)$/.test(
    trees.lemma(i),
  ) ||
  (/^(channel|radio|television)$/.test(trees.lemma(i)) &&
    trees.children(i).some((child) => trees.relation(child) === 'nmod:poss' || trees.relation(child) === 'compound'))

/** "Telegram" of "a message posted on Telegram", by the words, since what was posted is seldom right in the tree; -1 where nothing. */
function spreadBy({ trees, referents, lexicons: { responsibilityWords } }: Scene, message: number): number {
  const { sentence } = trees.tokens[message]
  const inSentence = (i: number): boolean => i < trees.length && trees.tokens[i].sentence === sentence
  if (!inSentence(message + 1) || !responsibilityWords.spreadingVerbs.has(trees.lemma(message + 1))) return -1
  for (let at = message + 2; inSentence(at) && at < message + 9; at++)
    if (referents.entityAt(at) >= 0 && /^(on|via|by|to|through|in)$/.test(trees.preposition(at))) return at
  return -1
}

/** The form of a message: what its own words say, then what it was spread by: "a statement posted on its website" is a post. */
function modeAt(scene: Scene, head: number): string | undefined {
  const { trees, lexicons } = scene
  const { sentence } = trees.tokens[head]
  const wordAt = (i: number) => (before: number) =>
    i - before >= 0 && trees.tokens[i - before].sentence === sentence ? trees.lemma(i - before) : undefined
  const own = lexicons.claimModes.kindOf(wordAt(head))
  if (own !== undefined && own !== 'media') return own
  for (let i = head + 1; i < trees.length && i < head + 9 && trees.tokens[i].sentence === sentence; i++) {
    if (trees.tags[i].upos === 'VERB' && i > head + 1) break
    const next = lexicons.claimModes.kindOf(wordAt(i))
    if (next === 'website') return next
  }
  return own
}
