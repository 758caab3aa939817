import type { TreebankDocument } from './conllu.ts'

/** One mention of a treebank's chains. */
export interface GoldMention {
  readonly chain: string
  readonly kind: string
  /** UTF-16 offsets of the whole phrase, and where its head word starts */
  readonly start: number
  readonly end: number
  readonly head: number
  /** where the other words start that are one name with the head: treebanks are not of one mind which of "New York" it is */
  readonly also: readonly number[]
}

/** The mentions of GUM's column `Entity=`: "(12-person-…" opens one, "12)" closes it. Those across sentences are left out. */
export function goldMentions({ sentences }: TreebankDocument): GoldMention[] {
  const mentions: GoldMention[] = []
  const open: { id: string; kind: string; sentence: number; word: number }[] = []
  for (const [s, { words }] of sentences.entries()) {
    for (const [w, { misc }] of words.entries()) {
      const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? ''
      for (const piece of entity.match(/\([^()]+|[^()]*\)/g) ?? []) {
        if (piece.startsWith('(')) {
          const [id, kind] = piece.slice(1).split('-')
          open.push({ id, kind, sentence: s, word: w })
        }
        if (!piece.endsWith(')')) continue
        const id = piece.slice(0, -1).split('-')[0]
        const at = id === '' ? open.length - 1 : open.findLastIndex((mention) => mention.id === id)
        const [mention] = at < 0 ? [] : open.splice(at, 1)
        if (!mention || mention.sentence !== s) continue
        const inside = (i: number): boolean => i >= mention.word && i <= w
        let head = w
        for (let i = w; i >= mention.word; i--) if (!inside(words[i].head) && words[i].upos !== 'PUNCT') head = i
        mentions.push({
          chain: mention.id,
          kind: mention.kind,
          start: words[mention.word].start,
          end: words[w].end,
          head: words[head].start,
          also: words
            .filter((word, i) => inside(i) && word.head === head && word.upos === 'PROPN' && ONE_NAME.test(word.deprel))
            .map(({ start }) => start),
        })
      }
    }
  }
  return mentions
}

const ONE_NAME = /^(flat|compound|amod)/
