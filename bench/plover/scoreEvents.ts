import type { PloverEvent } from './PloverEvent.ts'

/** Right, told and to be told: what precision, recall and F are made of. */
export interface Tally {
  readonly right: number
  readonly told: number
  readonly gold: number
}

export interface PloverScore {
  readonly type: Tally
  /** type, actors and recipients */
  readonly whole: Tally
  /** type and mode, of the events whose gold has a mode and whose type is right */
  readonly mode: Tally
}

/**
 * Events of many sentences against the answers. *Type*: the types of a sentence as a multiset. *Whole*: an event is right where the
 * type is, and actors and recipients agree: every phrase of the one side with some phrase of the other, and none where there is none.
 */
export function scoreEvents(
  sentences: readonly { readonly gold: readonly PloverEvent[]; readonly told: readonly PloverEvent[] }[],
): PloverScore {
  let [type, whole, modes, moded, told, gold] = [0, 0, 0, 0, 0, 0]
  for (const sentence of sentences) {
    told += sentence.told.length
    gold += sentence.gold.length
    type += pairs(sentence.gold, sentence.told, (a, b) => a.type === b.type).length
    whole += pairs(sentence.gold, sentence.told, agree).length
    const sameType = pairs(sentence.gold, sentence.told, (a, b) => a.type === b.type && sameMode(a, b))
    const typed = pairs(sentence.gold, sentence.told, (a, b) => a.type === b.type)
    moded += typed.filter(([{ mode }]) => mode).length
    modes += sameType.filter(([{ mode }]) => mode).length
  }
  return {
    type: { right: type, told, gold },
    whole: { right: whole, told, gold },
    mode: { right: modes, told: moded, gold: moded },
  }
}

export const f1 = ({ right, told, gold }: Tally): number => (told + gold === 0 ? 1 : (2 * right) / (told + gold))

/** The same type, and the same parties on both sides. */
export const agree = (gold: PloverEvent, told: PloverEvent): boolean =>
  gold.type === told.type && sameParties(gold.actors, told.actors) && sameParties(gold.recipients, told.recipients)

/** From the air by plane or by drone is a heavy weapon too. */
const AERIAL = new Set(['aerial', 'drone', 'heavy-weapons'])
const sameMode = (a: PloverEvent, b: PloverEvent): boolean =>
  a.mode === b.mode || (AERIAL.has(a.mode ?? '') && AERIAL.has(b.mode ?? ''))

/** Each gold event with one told event, each told event at most once. */
function pairs(
  gold: readonly PloverEvent[],
  told: readonly PloverEvent[],
  fits: (gold: PloverEvent, told: PloverEvent) => boolean,
): [PloverEvent, PloverEvent][] {
  const left = [...told]
  return gold.flatMap((event) => {
    const index = left.findIndex((other) => fits(event, other))
    return index < 0 ? [] : [[event, left.splice(index, 1)[0]] as [PloverEvent, PloverEvent]]
  })
}

const sameParties = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((phrase) => b.some((other) => samePhrase(phrase, other))) &&
  b.every((phrase) => a.some((other) => samePhrase(phrase, other)))

/** "the two striking teachers" and "teachers in Peru": the head of the one is among the words of the other's core. */
function samePhrase(a: string, b: string): boolean {
  const [coreA, coreB] = [coreOf(a), coreOf(b)]
  return coreA.includes(coreB.at(-1)!) || coreB.includes(coreA.at(-1)!)
}

const NUMBERS =
  /^(\d[\d.]*|some|about|around|at|least|more|than|two|three|four|five|six|seven|eight|nine|ten|tens|a|dozen|dozens|hundreds|thousands|scores|several|many|most|all|any|both)$/
const DETERMINERS = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', 'some', 'this', 'these', 'those', 'that'])
const AFTER_HEAD =
  /^(of|in|on|at|from|for|with|who|which|that|to|near|by|outside|under|and|over|against|inside|between)$/

/** The words of a phrase up to its head: without determiners, and without what follows the head. */
function coreOf(phrase: string): string[] {
  const words = phrase
    .toLowerCase()
    .replace(/[’']s?(?=\s|$)/g, '')
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter(Boolean)
  // "eight of his associates": the associates are meant.
  const of = words.indexOf('of')
  if (of > 0 && of < words.length - 1 && words.slice(0, of).every((word) => NUMBERS.test(word)))
    return coreOf(words.slice(of + 1).join(' '))
  const end = words.findIndex((word, index) => index > 0 && AFTER_HEAD.test(word))
  const core = (end > 0 ? words.slice(0, end) : words).filter((word) => !DETERMINERS.has(word))
  return core.length > 0 ? core : words.length > 0 ? words : ['']
}
