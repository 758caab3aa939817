import type { Quantity } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { Bound, QuantityWords } from '../../vocabulary/QuantityWords.ts'
import { type Amount, bounded, exactly, majorityOf, times } from './Amount.ts'
import { firstCounted, headOf } from './headOf.ts'
import { createCountTest } from './isCounted.ts'
import { Phrases } from './Phrases.ts'
import { createDistanceReader, disagree, kilometres, type ReadDistance } from './readDistance.ts'
import { createNumberReader } from './readNumber.ts'
import { createRangeReader } from './readRange.ts'
import { type Surroundings, surroundingsOf } from './Surroundings.ts'

/** What stands at a place: a quantity, or a number that is none; reading goes on at `to`. */
interface Found {
  readonly quantity?: Quantity
  readonly to: number
}

/** Up to here, "about" before a number says what is spoken of, and no rounding. */
const MOST_UNROUNDED = 3

/** "one in [five]", "two out of [three]": how many parts there are at most. */
const MOST_PARTS = 1000

/**
 * Reads how many and how far, with the words kept: "well over a dozen teenagers", "30 or 40 men", "half of the 40
 * hostages", "a 12-member cell", "60 miles (100 kilometers)". Numbers that count nothing (years, ages, money, shares,
 * labels) are left alone.
 */
export function createQuantitiesStage(
  lexicon: QuantityWords,
): Stage<'tokens' | 'sentences' | 'tags' | 'trees', 'quantities'> {
  const readNumber = createNumberReader(lexicon)
  const readRange = createRangeReader(readNumber)
  const readDistance = createDistanceReader(lexicon, readRange)
  const isCounted = createCountTest(lexicon)
  const bounds = new Phrases(boundsOf(lexicon.bounds))
  const tails = new Phrases(boundsOf(lexicon.tails))
  const none = new Phrases(lexicon.none.map((phrase) => [phrase, 0]))
  const noneOf = new Set(lexicon.noneOf)
  const shares = new Phrases(lexicon.shares.map(({ words, of }) => [words, of]))
  const sizes = new Set(lexicon.sizes)
  const timeNouns = new Set([...lexicon.weekdays, ...lexicon.dayParts, ...lexicon.months, ...lexicon.notCounted.time])

  /** "more than", "at least some": the bounding phrases before a number, and where the number begins. */
  function readBounds(words: readonly string[], at: number): { found: Bound[]; to: number } {
    const found: Bound[] = []
    let to = at
    for (let phrase = bounds.at(words, to); phrase && found.length < 2; phrase = bounds.at(words, to)) {
      found.unshift(phrase.value)
      to += phrase.length
    }
    // more than “20 fighters”
    if (found.length > 0 && /^[“"]$/.test(words[to] ?? '')) to++
    return { found, to }
  }

  function foundAt(around: Surroundings, at: number): Found | undefined {
    const { words, sentence } = around
    const zero = noneAt(around, at)
    if (zero) return zero
    const within = words[at] === 'within' ? 1 : 0
    const { found, to: from } = readBounds(words, at + within)
    if (from >= sentence.to) return undefined
    const distance = readDistance(around, from, within === 1)
    if (distance) return { quantity: distanceOf(around, at, distance), to: distance.to }
    if (within) return undefined
    return shareAt(around, at, from, found) ?? sizeAt(around, at, from, found) ?? countAt(around, at, from, found)
  }

  /** "30 or 40 men", "at least three", "100 or so" */
  function countAt(around: Surroundings, at: number, from: number, found: readonly Bound[]): Found | undefined {
    const { words, xpos, joined, sentence } = around
    const number = readRange(words, xpos, from)
    if (!number || number.to > sentence.to) return undefined
    let { amount, to } = number
    // "1.2m refugees"
    if (words[to] === 'm' && joined[to] && /^NNP?S$/.test(xpos[to + 1] ?? '')) {
      amount = times(amount, 1_000_000)
      to++
    } else if (!isCounted(around, at, from, number)) {
      return { to: partsAfter(around, from, to) ?? to }
    }
    // "told us about two explosions": nobody rounds to two.
    const rounds = amount.high === null || amount.high > MOST_UNROUNDED
    for (const bound of found) if (rounds || bound !== 'about') amount = bounded(amount, bound)
    const tail = tails.at(words, to)
    if (tail && to + tail.length <= sentence.to) {
      amount = bounded(amount, tail.value)
      to += tail.length
    }
    const exact = number.amount.low === number.amount.high
    return countOf(around, at, to, amount, found.length > 0 || tail ? 'bounded' : exact ? 'exact' : 'vague')
  }

  /** "one in five", "nine out of ten": shares of a number that is not told. Where they end. */
  function partsAfter({ words }: Surroundings, from: number, to: number): number | undefined {
    const link = words[to] === 'in' ? 1 : words[to] === 'out' && words[to + 1] === 'of' ? 2 : 0
    if (link === 0 || (link === 1 && words[from] !== 'one')) return undefined
    const every = words[to + link] === 'every' ? 1 : 0
    const whole = readNumber(words, to + link + every)
    return whole && whole.amount.best <= MOST_PARTS ? whole.to : undefined
  }

  /** "half of the 40 hostages", "most of the 30 or 40 men"; "two-thirds of the villages" has no number. */
  function shareAt(around: Surroundings, at: number, from: number, found: readonly Bound[]): Found | undefined {
    const { words, xpos, sentence } = around
    const share = shares.at(words, from)
    if (!share) return undefined
    let to = from + share.length
    if (words[to] === 'of') to++
    if (!/^(the|its|their|his|her|our|these|those|all)$/.test(words[to] ?? '')) return undefined
    to++
    const { found: inner, to: first } = readBounds(words, to)
    const number = readRange(words, xpos, first)
    if (!number || number.to > sentence.to || !isCounted(around, at, first, number)) return undefined
    let whole: Amount = number.amount
    for (const bound of inner) whole = bounded(whole, bound)
    let part = share.value === 'majority' ? majorityOf(whole) : times(whole, share.value)
    for (const bound of found) part = bounded(part, bound)
    const high = part.high === null ? whole.high : part.high
    return countOf(around, at, number.to, { ...part, high }, 'share')
  }

  /** "a 12-member cell", "the 1,200-strong militia": how many a group has. */
  function sizeAt(around: Surroundings, at: number, from: number, found: readonly Bound[]): Found | undefined {
    const { words, xpos, joined, sentence } = around
    const number = readRange(words, xpos, from)
    const hyphen = number?.to ?? -1
    if (!number || words[hyphen] !== '-' || !joined[hyphen] || !joined[hyphen + 1]) return undefined
    const to = hyphen + 2
    if (!sizes.has(words[hyphen + 1]) || to >= sentence.to || !/^(NN|JJ|VBN)/.test(xpos[to])) return undefined
    let { amount } = number
    for (const bound of found) amount = bounded(amount, bound)
    return countOf(around, at, to, amount, 'size')
  }

  /** "no one was hurt", "no casualties were reported"; not "no longer", "no doubt". */
  function noneAt(around: Surroundings, at: number): Found | undefined {
    const { words, lemmas, xpos, trees, sentence } = around
    const nobody = none.at(words, at)
    if (nobody && at + nobody.length <= sentence.to) {
      const to = at + nobody.length
      // "not one house stood", not "not one but five"
      if (words[at] === 'not' && words[to] !== 'of' && !/^(NN|JJ)/.test(xpos[to] ?? '')) return undefined
      return countOf(around, at, to, exactly(0), 'none')
    }
    if (words[at] !== 'no') return undefined
    const head = trees[at].head
    if (head <= at || head >= sentence.to || head > at + 4 || !noneOf.has(lemmas[head])) return undefined
    return countOf(around, at, at + 1, exactly(0), 'none')
  }

  function countOf(around: Surroundings, from: number, to: number, { low, best, high }: Amount, rule: string): Found {
    const { document } = around
    const tokens = document.get('tokens')
    const [start, end] = [tokens[from].start, tokens[to - 1].end]
    const head = headOf(around, timeNouns, from, to)
    const first = head === undefined ? undefined : firstCounted(around, to, head)
    const of =
      head === undefined || first === undefined ? undefined : document.text.slice(tokens[first].start, tokens[head].end)
    const quantity: Quantity = {
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
    return { quantity, to }
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
          const found = foundAt(reading, at)
          if (found?.quantity) quantities.push(found.quantity)
          at = found?.to ?? at + 1
        }
      }
      return { quantities }
    },
  }
}

const boundsOf = (lists: Partial<Record<Bound, readonly string[]>>): (readonly [string, Bound])[] =>
  Object.entries(lists).flatMap(([bound, phrases]) => phrases.map((phrase) => [phrase, bound as Bound] as const))

const FROM = /^(from|of|off|outside)$/

function distanceOf(around: Surroundings, from: number, { stated, to }: ReadDistance): Quantity {
  const { document, words, trees, sentence } = around
  const tokens = document.get('tokens')
  const [start, end] = [tokens[from].start, tokens[to - 1].end]
  // "60 miles from the border", "20 km north of the town"
  let point = to
  while (point < sentence.to && point < to + 3 && !FROM.test(words[point])) point++
  const target = point < sentence.to && FROM.test(words[point]) ? trees[point].head : -1
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
      km: kilometres(stated[0]),
      words: document.text.slice(start, end),
      stated,
      ...(disagree(stated) ? { unitsDisagree: true } : {}),
      ...(reach === undefined ? {} : { from: reach }),
    },
    by: 'rule:quantities/distance',
  }
}
