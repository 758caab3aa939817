import type { Surroundings } from './Surroundings.ts'

/** How far behind a number the noun may stand that it counts: "three heavily armed, masked and hooded young men". */
const REACH = 12
/** Nouns that say when and are counted by no number before them: "wounding 12 [Monday]", "killed three last [week]". */
export type TimeNouns = ReadonlySet<string>

const COUNTING = /^(nummod|det|amod|compound|advmod|nmod|fixed)/
/** What became of those counted, in place of a noun. */
const STATE = /^(dead|wounded|injured|missing)$/

/**
 * The token counted by the number at `[from, to)`: the noun that it stands before or that the tree hangs it on, or the one
 * behind "of"; "dead" in "left 20 dead". None where the number stands for those counted: "wounding 31".
 */
export function headOf(around: Surroundings, times: TimeNouns, from: number, to: number): number | undefined {
  const { words, trees, xpos, sentence } = around
  if (words[to] === 'of' && to + 1 < sentence.to) {
    // "hundreds of people", "one of the gunmen": the noun that "of" marks.
    const marked = trees[to].head
    const noun = nounAhead(around, times, afterDeterminers(around, to + 1))
    if (marked > to && marked < sentence.to && (noun === undefined || /^(NNS|NNPS|PRP)$/.test(xpos[marked])))
      return marked
    return noun ?? (/^(PRP|DT|WP)/.test(xpos[to + 1]) ? to + 1 : undefined)
  }
  const noun = nounAhead(around, times, to)
  // "20 dead and 35 wounded"
  if (noun === undefined && STATE.test(words[to]) && /^(JJ|NN|VBN)/.test(xpos[to])) return to
  const hung = hungOn(around, from, to)
  // "three G3-A3 rifles": the words know better than a tree that counts a G3.
  if (noun === undefined || (hung !== undefined && isPlural(xpos, hung) && !isPlural(xpos, noun))) return hung
  return noun
}

const isPlural = (xpos: readonly string[], i: number): boolean => /^NNP?S$/.test(xpos[i])

/** What the tree hangs the number on, if it is a noun of the same phrase, or a state in place of one: "20 dead". */
function hungOn({ words, trees, xpos, sentence }: Surroundings, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) {
    const { head, deprel } = trees[i]
    if (head < to || head >= sentence.to || head > to + REACH || !COUNTING.test(deprel)) continue
    if (!/^(NN|CD|PRP$|DT)/.test(xpos[head]) && !STATE.test(words[head])) continue
    if (!crosses(xpos, words, to, head)) return head
  }
  return undefined
}

/** A verb or the end of a phrase between a number and a noun: "close to 50 | were set", "several wounded | , and rebels". */
function crosses(xpos: readonly string[], words: readonly string[], to: number, head: number): boolean {
  for (let i = to; i < head; i++) {
    if (/^(VBD|VBZ|VBP|MD|IN|TO|W|-[LR]RB-)/.test(xpos[i])) return true
    if (/^[,;:]$/.test(words[i]) && !/^(JJ|VBN|VBG)/.test(xpos[i + 1])) return true
  }
  return false
}

function afterDeterminers({ words, xpos, sentence }: Surroundings, at: number): number {
  let to = at
  while (to < sentence.to && to < at + 4 && (/^(DT|PDT|PRP\$|CD)$/.test(xpos[to]) || words[to] === 'all')) to++
  return to
}

/** The last noun of the phrase that begins at a place: "young [men]", "heavily armed, masked [men]", "F-16 [jets]". */
function nounAhead(around: Surroundings, times: TimeNouns, at: number): number | undefined {
  const { words, lemmas, xpos, trees, joined, sentence } = around
  let noun: number | undefined
  for (let i = at; i < sentence.to && i <= at + REACH; i++) {
    const tag = xpos[i]
    if (/^NN/.test(tag)) {
      if (times.has(lemmas[i]) || times.has(words[i])) break
      noun = i
      if (/^NNP?S$/.test(tag) && !/^(NN|HYPH)/.test(xpos[i + 1] ?? '')) break
      continue
    }
    // "AR-15 rifles", "strife-torn villages"
    const glued = joined[i] && (joined[i + 1] || /^[-–/]$/.test(words[i - 1]))
    if (glued && /^(HYPH|CD|:|VBN|JJ|IN|RB|SYM)$/.test(tag)) continue
    if (noun !== undefined) break
    if (/^JJ[RS]?$/.test(tag)) continue
    // "five wounded soldiers", not "wounding five using grenades"
    if (/^VB[NG]$/.test(tag) && trees[i].head > i && trees[i].head <= i + 4) continue
    if (tag === 'RB' && /^(JJ|VBN)/.test(xpos[i + 1] ?? '')) continue
    // "three armed, masked men", "poor and hungry villagers"
    if ((words[i] === ',' || tag === 'CC') && i > at && /^(JJ|VBN|VBG)$/.test(xpos[i + 1] ?? '')) continue
    break
  }
  return noun
}

/** Where the words for what is counted begin: "22 [young men]", "hundreds of [people]", without article or "other". */
export function firstCounted({ words, xpos }: Surroundings, to: number, head: number): number | undefined {
  let first = to
  while (first < head && (words[first] === 'of' || /^(DT|PRP\$|PDT|POS)$/.test(xpos[first]))) first++
  return first <= head && head - first < REACH ? first : undefined
}
