import type { Time } from '../../document/Layers.ts'
import type { Interval } from '../../model/Value.ts'
import type { RelationScene } from './RelationScene.ts'

/** What a word says of the end or beginning of a relation: "expelled in 2009", "joined in 2009". */
export type Bound = 'starts' | 'ends'

const OVER = /^(former|formerly|ex|onetime|one-time|once|erstwhile|then|previously|originally|late)$/
const EVENT = /^(since|until|till|before|after|during|following)$/
const STEPS = 4

/** When a relation holds, from the time words that hang on the word that makes it: "a member since 2016", "a former member". */
export function intervalOf(scene: RelationScene, token: number, bound: Bound | undefined): Interval | undefined {
  const governors = governorsOf(scene, token)
  const times = scene.timesIn(token).filter((time) => hangsOn(scene, time, governors) || isInAside(scene, time, token))
  const event = eventPhrase(scene, governors, times)
  // "left in 2012 after a quarrel": the date; "left before the camp was closed in 2012": the event with its date.
  return (times.length > 0 ? timePhrase(scene, times, bound) : event) ?? formerly(scene, token)
}

/** The word, and the verb that it completes: "became leader in 2010", "served as spokesman until May", "appears loyal since". */
function governorsOf(scene: RelationScene, token: number): number[] {
  const { trees } = scene
  const head = trees.head(token)
  const completes =
    head >= 0 &&
    /^(VERB|ADJ)$/.test(trees.tags[head].upos) &&
    (trees.plainRelation(token) === 'xcomp' ||
      (trees.plainRelation(token) === 'obl' && scene.preposition(token) === 'as'))
  return completes ? [token, head] : [token]
}

/** "in a night raid on Saturday" dates the killing: up through phrases, never through another clause. */
function hangsOn({ trees }: RelationScene, { from, to }: Time, governors: readonly number[]): boolean {
  let at = from
  while (trees.head(at) >= from && trees.head(at) < to) at = trees.head(at)
  for (let steps = 0; at >= 0 && steps < STEPS; steps++) {
    // In "named in May, he led the cell", the time before the verb's own subject may belong elsewhere; it is taken.
    if (governors.includes(at)) return true
    if (!/^(obl|nmod|advmod|nummod|conj|dep|obj|compound|case|amod)$/.test(trees.plainRelation(at))) return false
    // "a follower of the recently killed candidate"
    if (trees.plainRelation(at) === 'amod' && /^VB[NG]$/.test(trees.tags[at].xpos)) return false
    if (trees.plainRelation(at) === 'obj' && trees.tags[at].upos !== 'NOUN') return false
    at = trees.head(at)
  }
  return false
}

/** "X, an ally of Y until last year, seized": within the commas of the apposition, where the tree hangs the time on the verb. */
function isInAside({ trees }: RelationScene, { from, to }: Time, token: number): boolean {
  if (trees.plainRelation(token) !== 'appos' || from <= token || trees.lower(to) !== ',') return false
  for (let i = token; i < from; i++) if (trees.tags[i].upos === 'PUNCT' || trees.tags[i].upos === 'VERB') return false
  return true
}

/** "since the coup", "before the border was closed in 2015": the words, with the bound that a date in them gives. */
function eventPhrase(scene: RelationScene, governors: readonly number[], times: readonly Time[]): Interval | undefined {
  const { trees, document } = scene
  for (const child of governors.flatMap((at) => trees.children(at))) {
    if (!/^(obl|advcl|nmod)$/.test(trees.plainRelation(child))) continue
    const mark = trees
      .children(child)
      .find((at) => at < child && /^(case|mark)$/.test(trees.plainRelation(at)) && EVENT.test(trees.lower(at)))
    if (mark === undefined) continue
    const [from, to] = [trees.left(child), lastWord(trees, child)]
    if (times.some((time) => time.from <= child && child < time.to)) continue
    const inside = scene.timesIn(child).find((time) => time.from >= from && time.to <= to + 1)
    return {
      type: 'interval',
      edtf: bounded(inside?.edtf ?? '', trees.lower(mark)),
      phrase: document.text.slice(trees.tokens[from].start, trees.tokens[to].end),
      anchor: inside?.anchor ?? { kind: 'unresolved' },
    }
  }
  return undefined
}

const lastWord = (trees: RelationScene['trees'], head: number): number => {
  let to = trees.right(head)
  while (to > head && trees.tags[to].upos === 'PUNCT') to--
  return to
}

function timePhrase(scene: RelationScene, times: readonly Time[], bound: Bound | undefined): Interval | undefined {
  const [first, second] = times
  if (first === undefined) return undefined
  const { document, trees } = scene
  const from = firstWord(scene, first)
  const preposition = trees.lower(from)
  // "governments of the past" tells of no interval
  if (preposition === 'of') return undefined
  const slice = (to: number) => document.text.slice(trees.tokens[from].start, to)
  const last = first.edtf.includes('/') ? undefined : second
  // "between 1998 and 2003", "from 1998 to 2003"
  if (last !== undefined && /^(between|from)$/.test(preposition) && last.from - first.to <= 1) {
    const edtf = first.edtf === '' || last.edtf === '' ? '' : `${first.edtf}/${last.edtf}`
    return { type: 'interval', edtf, phrase: slice(last.end), anchor: last.anchor }
  }
  // "before dawn" is that day
  const dayPart = /^(dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|midnight)$/.test(trees.lower(first.from))
  const word = dayPart ? '' : bound === undefined || EVENT.test(preposition) ? preposition : bound
  return { type: 'interval', edtf: bounded(first.edtf, word), phrase: slice(first.end), anchor: first.anchor }
}

/** The preposition before a time, with what stands between: "since at least 2016". */
function firstWord({ trees }: RelationScene, { from }: Time): number {
  let at = from
  while (at > 0 && /^(at|least|about|around|early|late|mid|the|or)$/.test(trees.lower(at - 1))) at--
  if (at > 0 && trees.tags[at - 1].upos === 'ADP') at--
  else if (at > 0 && /^(since|until|till|before|after)$/.test(trees.lower(at - 1))) at--
  return at
}

function bounded(edtf: string, word: string): string {
  if (edtf === '' || edtf.includes('/')) return edtf
  if (/^(since|after|following|starts|from)$/.test(word)) return `${edtf}/..`
  return /^(until|till|before|ends)$/.test(word) ? `../${edtf}` : edtf
}

/** "a former member", "once a part of", "is no longer a member": over, and nobody says since when. */
function formerly({ trees, document }: RelationScene, token: number): Interval | undefined {
  const words = trees.children(token).filter((child) => child < token)
  // "Omar, once a driver, had joined": not of the joining
  const near = (child: number): boolean => {
    for (let i = child; i < token; i++) if (trees.lower(i) === ',') return false
    return true
  }
  // "the then leader", but "then killed him"
  const isNext = (child: number) => /^(then|late)$/.test(trees.lower(child)) && trees.tags[token].upos === 'VERB'
  const over = words.find(
    (child) => OVER.test(trees.lower(child)) && trees.tags[child].upos !== 'VERB' && near(child) && !isNext(child),
  )
  const longer = words.find((child) => trees.lower(child) === 'longer')
  // "has long been at odds with"
  const long = words.find((child) => trees.lower(child) === 'long' && trees.plainRelation(child) === 'advmod')
  const at = over ?? longer ?? long
  if (at === undefined) return undefined
  const from = longer === at && trees.lower(at - 1) === 'no' ? at - 1 : at
  const phrase = document.text.slice(trees.tokens[from].start, trees.tokens[at].end)
  return { type: 'interval', edtf: '', phrase, anchor: { kind: 'unresolved' } }
}
