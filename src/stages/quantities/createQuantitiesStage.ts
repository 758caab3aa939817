import type { Document } from '../../document/Document.ts'
import type { Arc, Quantity, Sentence } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { Bound, QuantityWords } from '../../vocabulary/QuantityWords.ts'
import { type Amount, between, bounded, exactly } from './Amount.ts'
import { createCountTest, type Surroundings } from './isCounted.ts'
import { Phrases } from './Phrases.ts'
import { createDistanceReader, kilometres } from './readDistance.ts'
import { createNumberReader, type ReadNumber } from './readNumber.ts'

const RANGE = /^(\d{1,6})[-–](\d{1,6})$/

/**
 * Reads how many and how far, with the words kept: "well over a dozen teenagers", "30 or 40 men", "60 miles (100
 * kilometers)". Numbers that count nothing (years, ages, money, shares, labels) are left alone.
 */
export function createQuantitiesStage(
  lexicon: QuantityWords,
): Stage<'tokens' | 'sentences' | 'tags' | 'trees', 'quantities'> {
  const readNumber = createNumberReader(lexicon)
  const readDistance = createDistanceReader(lexicon, readNumber)
  const isCounted = createCountTest(lexicon)
  const bounds = new Phrases(
    Object.entries(lexicon.bounds).flatMap(([bound, list]) => list.map((p) => [p, bound as Bound])),
  )
  const tails = new Phrases(
    Object.entries(lexicon.tails).flatMap(([bound, list]) => list.map((p) => [p, bound as Bound])),
  )
  const none = new Phrases(lexicon.none.map((phrase) => [phrase, 0]))
  const noneOf = new Set(lexicon.noneOf)

  /** Two numbers that bound one count: "30 or 40", "between 5 and 7", "from 10 to 12", "5-7 men". */
  function readRange({ words, xpos }: Reading, at: number): ReadNumber | undefined {
    const beforeNoun = (to: number) => /^(NN|JJ|VBN)/.test(xpos[to] ?? '')
    const [, a, b] = RANGE.exec(words[at]) ?? []
    if (a !== undefined && Number(a) < Number(b) && beforeNoun(at + 1)) {
      return { amount: between(exactly(Number(a)), exactly(Number(b))), to: at + 1, digits: true }
    }
    const opener = words[at] === 'between' || words[at] === 'from' ? words[at] : undefined
    const low = readNumber(words, opener ? at + 1 : at)
    if (!low) return undefined
    const joint = words[low.to]
    const joins =
      opener === 'between' ? joint === 'and' : /^(or|to|-|–)$/.test(joint ?? '') && (joint !== 'or' || !opener)
    const high = joins ? readNumber(words, low.to + 1) : undefined
    if (!high || high.amount.best <= low.amount.best) return opener ? undefined : low
    // "20-30 men", not "555-1234"
    if (/^[-–]$/.test(joint) && !beforeNoun(high.to)) return low
    // "two or three hundred": the scale holds for both.
    const scale =
      low.amount.best < 100 && high.amount.best >= 100 && low.amount.best < high.amount.best / 100 ? scaleOf(high) : 1
    const first = scale > 1 ? { ...low.amount, low: low.amount.low * scale, best: low.amount.best * scale } : low.amount
    return { amount: between(first, high.amount), to: high.to, digits: low.digits && high.digits }
  }

  /** "more than", "at least": one or two bounding phrases, and where the number begins. */
  function readBounds(words: readonly string[], at: number): { bound: Bound | undefined; to: number } {
    const found = bounds.at(words, at)
    if (!found) return { bound: undefined, to: at }
    // more than “20 fighters”
    const quoted = /^[“"]$/.test(words[at + found.length] ?? '') ? 1 : 0
    return { bound: found.value, to: at + found.length + quoted }
  }

  function quantityAt(around: Reading, at: number): Quantity | undefined {
    const { words, sentence } = around
    const zero = noneAt(around, at)
    if (zero) return zero
    const { bound, to: from } = readBounds(words, at)
    if (from >= sentence.to) return undefined

    const distance = readDistance(words, from)
    if (distance && distance.to <= sentence.to && !/^(square|sq|cubic)$/.test(words[distance.to - 2] ?? '')) {
      return distanceOf(around, at, distance)
    }
    const number = readRange(around, from)
    if (!number || number.to > sentence.to || !isCounted(around, from, number, bound !== undefined)) return undefined
    let { amount, to } = number
    if (bound) amount = bounded(amount, bound)
    const tail = tails.at(words, to)
    if (tail && to + tail.length <= sentence.to) {
      amount = bounded(amount, tail.value)
      to += tail.length
    }
    return countOf(
      around,
      at,
      to,
      amount,
      bound || tail ? 'bounded' : number.amount.low === number.amount.high ? 'exact' : 'vague',
    )
  }

  /** "no one was hurt", "no casualties were reported"; not "no longer", "no doubt". */
  function noneAt(around: Reading, at: number): Quantity | undefined {
    const { words, lemmas, trees, sentence } = around
    const nobody = none.at(words, at)
    if (nobody) return countOf(around, at, at + nobody.length, exactly(0), 'none')
    if (words[at] !== 'no') return undefined
    const head = trees[at].head
    if (head <= at || head >= sentence.to || head > at + 4 || !noneOf.has(lemmas[head])) return undefined
    return countOf(around, at, at + 1, exactly(0), 'none')
  }

  function countOf(around: Reading, from: number, to: number, { low, best, high }: Amount, rule: string): Quantity {
    const { document } = around
    const tokens = document.get('tokens')
    const [start, end] = [tokens[from].start, tokens[to - 1].end]
    const head = rule === 'none' && to - from > 1 ? undefined : headOf(around, from, to)
    const first = head === undefined ? undefined : firstCounted(around, to, head)
    const of =
      head === undefined || first === undefined ? undefined : document.text.slice(tokens[first].start, tokens[head].end)
    return {
      start,
      end,
      from,
      to,
      value: {
        type: 'count',
        low: Math.floor(low),
        best: Math.floor(best),
        high: high === null ? null : Math.ceil(high),
        words: document.text.slice(start, end),
        ...(of === undefined ? {} : { of }),
      },
      ...(head === undefined ? {} : { head }),
      by: `rule:quantities/${rule}`,
    }
  }

  function distanceOf(
    around: Reading,
    from: number,
    { stated, to }: NonNullable<ReturnType<typeof readDistance>>,
  ): Quantity {
    const { document, words, trees, sentence } = around
    const tokens = document.get('tokens')
    const [start, end] = [tokens[from].start, tokens[to - 1].end]
    // "60 miles from the border", "20 km north of the town"
    let point = to
    while (point < sentence.to && point < to + 3 && words[point] !== 'from' && words[point] !== 'of') point++
    const target = words[point] === 'from' || words[point] === 'of' ? trees[point].head : -1
    const reach =
      target > point && target < sentence.to
        ? document.text.slice(tokens[point + 1].start, tokens[target].end)
        : undefined
    return {
      start,
      end,
      from,
      to,
      value: {
        type: 'distance',
        km: kilometres(stated[0].amount, stated[0].unit),
        words: document.text.slice(start, end),
        stated,
        ...(reach === undefined ? {} : { from: reach }),
      },
      by: 'rule:quantities/distance',
    }
  }

  return {
    name: 'quantities',
    requires: ['tokens', 'sentences', 'tags', 'trees'],
    assigns: ['quantities'],
    run(document) {
      const quantities: Quantity[] = []
      const around = surroundingsOf(document)
      for (const sentence of document.get('sentences')) {
        const reading = { ...around, sentence }
        for (let at = sentence.from; at < sentence.to; ) {
          const found = quantityAt(reading, at)
          if (found) quantities.push(found)
          at = found ? found.to : at + 1
        }
      }
      return { quantities }
    },
  }
}

interface Reading extends Surroundings {
  readonly document: Document
  readonly trees: readonly Arc[]
  readonly sentence: Sentence
}

function surroundingsOf(document: Document): Omit<Reading, 'sentence'> {
  const tokens = document.get('tokens')
  const tags = document.get('tags')
  return {
    document,
    trees: document.get('trees'),
    words: tokens.map(({ text }) => (text.length > 40 ? '' : text.toLowerCase())),
    lemmas: tags.map(({ lemma }) => lemma.toLowerCase()),
    xpos: tags.map(({ xpos }) => xpos),
    joined: tokens.map(({ start }, i) => i > 0 && tokens[i - 1].end === start),
  }
}

/** The power of ten (or dozen) that a number ends in words with: "three hundred" has 100. */
function scaleOf({ amount, digits }: ReadNumber): number {
  if (digits) return 1
  for (const scale of [1_000_000_000, 1_000_000, 1000, 100]) if (amount.best % scale === 0) return scale
  return 1
}

/** The token counted: the noun that the number modifies, or the one after "of". */
function headOf({ words, trees, xpos, sentence }: Reading, from: number, to: number): number | undefined {
  const isNominal = (i: number): boolean => /^(NN|CD|JJ|VBN|PRP$|DT)/.test(xpos[i])
  if (words[to] === 'of' && to + 1 < sentence.to) {
    // "hundreds of people", "one of the gunmen": the noun that "of" marks.
    const marked = trees[to].head
    if (marked > to && marked < sentence.to) return marked
  }
  for (let i = from; i < to; i++) {
    const { head, deprel } = trees[i]
    if (
      head >= to &&
      head < sentence.to &&
      /^(nummod|det|amod|compound|advmod|nmod|fixed)/.test(deprel) &&
      isNominal(head)
    )
      return head
  }
  return undefined
}

/** Where the words for what is counted begin: "22 [young men]", "hundreds of [people]", without article or "other". */
function firstCounted({ words, xpos }: Reading, to: number, head: number): number | undefined {
  let first = to
  while (first < head && (words[first] === 'of' || /^(DT|PRP\$|PDT|POS)$/.test(xpos[first]))) first++
  return first <= head && head - first < 12 ? first : undefined
}
