import type { Anchor } from '../../model/Value.ts'
import { daysInMonth } from './dayNumber.ts'
import { containing, dayMoment, firstDay, isAsFineAs, lastDay, type Moment, type Unit, yearMoment } from './Moment.ts'
import type { Point } from './Resolved.ts'
import type { Tense } from './tenseOf.ts'
import { timexOf } from './timexOf.ts'

/** A date that the text has named, and where. */
export interface Mention {
  readonly moment: Moment
  readonly sentence: number
  readonly paragraph: number
  /** it only tells which: "the August 1988 cease-fire" */
  readonly passing: boolean
}

/** From how many days before publication on a date opens a story of its own. */
const LONG_AGO = 500

/**
 * Which dates a text has told so far, and from where it speaks. The day of publication is one clock; the dates said so far are
 * the other. A history tells its dates one after another ("On 3 May 1921 … in June … the next day"), a news report hangs them on the day it appeared.
 * Without a day of publication nothing takes its place: what cannot hang on a date said before stays open.
 */
export class DatesTold {
  readonly #published: Moment | undefined
  readonly #history: boolean
  readonly #span: readonly [number, number]
  #mentions: Mention[] = []
  /** the month or year from which the story went on to a day that nobody can tell */
  #left: Mention | undefined
  #sentence = 0
  #paragraph = 0
  #tense: () => Tense = () => 'past'

  /** `history`: dates hang on those said before, not on the day of publication. `span`: years outside are asides. */
  constructor(
    published: Moment | undefined,
    history: boolean,
    span: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  ) {
    this.#span = span
    this.#published = published
    this.#history = history
  }

  /** Moves to the expression at hand. */
  turnTo(sentence: number, paragraph: number, tense: () => Tense): void {
    this.#sentence = sentence
    this.#paragraph = paragraph
    this.#tense = tense
  }

  /** Remembers a date that was said. */
  note(moment: Moment, passing: boolean): void {
    if (moment.year < this.#span[0] || moment.year > this.#span[1]) return
    this.#mentions.push({ moment, sentence: this.#sentence, paragraph: this.#paragraph, passing })
    if (this.#mentions.length > 64) this.#mentions = this.#mentions.slice(-32)
  }

  get tense(): Tense {
    return this.#tense()
  }

  get isHistory(): boolean {
    return this.#history
  }

  /** The day of publication. */
  get published(): Point | undefined {
    const moment = this.#published
    return moment && { moment, anchor: { kind: 'published', value: timexOf(moment) } }
  }

  /** The day of publication, where the text speaks from it; in a history nobody says "this morning" but in a quote. */
  get today(): Point | undefined {
    return this.#history ? undefined : this.published
  }

  /** The date said last; with a `grain` the last that is at least as exact. */
  said(grain: Moment['grain'] = 'century'): Point | undefined {
    for (let index = this.#mentions.length - 1; index >= 0; index--) {
      const { moment } = this.#mentions[index]
      if (isAsFineAs(moment.grain, grain)) return pointAt(moment)
    }
    return undefined
  }

  /** The date said last in this sentence or the one before. */
  saidNearby(grain: Moment['grain'] = 'century', sentences = 1): Point | undefined {
    const last = this.#mentions.findLast(({ moment }) => isAsFineAs(moment.grain, grain))
    return last !== undefined && this.#sentence - last.sentence <= sentences ? pointAt(last.moment) : undefined
  }

  /** The date of just this grain said last, some sentences back at most. */
  saidOf(grain: Moment['grain'], sentences: number): Point | undefined {
    const last = this.#mentions.findLast(({ moment }) => moment.grain === grain)
    return last !== undefined && this.#sentence - last.sentence <= sentences ? pointAt(last.moment) : undefined
  }

  /**
   * What bare dates hang on here: in a history the date said last, otherwise the day of publication. Where that is not
   * known, only a date said just before.
   */
  get here(): Point | undefined {
    return (this.#history ? this.said() : this.past('season')) ?? this.published ?? this.saidNearby('month', 2)
  }

  /**
   * Where a report has gone back to: the date said last, where it lies long before publication and the paragraph has named no
   * other since: "The siege began on 2 October 1942. In November …"
   */
  past(grain: Moment['grain']): Point | undefined {
    const last = this.#mentions.at(-1)
    if (last === undefined || last.passing || this.#published === undefined || !isAsFineAs(last.moment.grain, grain))
      return undefined
    const near = last.paragraph === this.#paragraph && this.#sentence - last.sentence <= 2
    const long = firstDay(this.#published) - lastDay(last.moment) > LONG_AGO
    return near && long && this.tense === 'past' ? pointAt(last.moment) : undefined
  }

  /**
   * What "yesterday" and "last month" hang on: the day of publication. In a history they are quoted, and hang on the story;
   * without a day of publication they stay open.
   */
  get now(): Point | undefined {
    const { published } = this
    return published !== undefined && this.#history ? this.said() : published
  }

  /**
   * What "the next day" and "two years later" hang on: a date said nearby, in a history any said before. Where what was told just
   * before has only a month or a year, that it is: "In 2016 he drove into the crowd. He was shot four days later."
   */
  recalled(grain: Moment['grain'] = 'century'): Point | undefined {
    if (this.#history) return this.said(grain) ?? this.said()
    const last = this.#mentions.findLast(
      ({ moment, paragraph, sentence }) =>
        isAsFineAs(moment.grain, grain) && (paragraph === this.#paragraph || this.#sentence - sentence <= 2),
    )
    const told = this.#wide(last) ?? last
    return told === undefined ? this.published : pointAt(told.moment)
  }

  /** The month or the year of what was told just before, unless the sentence has told it more exactly. */
  #wide(exact: Mention | undefined): Mention | undefined {
    const told = this.#mentions.at(-1)
    if (told === undefined || told === exact || told === this.#left) return undefined
    if (told.passing || told.paragraph !== this.#paragraph) return undefined
    const near = this.#sentence - told.sentence <= 2 && exact?.sentence !== told.sentence
    return near && /^(?:year|season|month)$/.test(told.moment.grain) ? told : undefined
  }

  /**
   * As `recalled`, for what comes after: "the next day" of a story that has named no day yet is not the day after the report
   * appeared.
   */
  onward(grain: Moment['grain']): Point | undefined {
    const point = this.recalled(grain)
    return point?.anchor.kind === 'published' && this.tense !== 'future' ? undefined : point
  }

  /** "In May … three weeks later … the next day": from the month the story went on, to where no date can follow. */
  leave(): void {
    this.#left = this.#mentions.at(-1)
  }

  /** True for a day after the report appeared, of what is told as done: it was not meant. */
  isTooLate(moment: Moment | undefined): boolean {
    const published = this.#published
    if (moment === undefined || published === undefined || this.tense !== 'past') return false
    return firstDay(moment) > lastDay(published)
  }

  /** The hour of the time of day told last in this sentence. */
  get clockBefore(): number | undefined {
    return this.#mentions.findLast(({ moment, sentence }) => sentence === this.#sentence && moment.hour !== undefined)
      ?.moment.hour
  }

  /** "that year", "the same day": the unit of the date said last. */
  same(unit: Unit): Point | undefined {
    const point = this.recalled(unit === 'day' ? 'day' : unit === 'year' ? 'year' : 'month')
    return point && { moment: containing(point.moment, unit), anchor: point.anchor }
  }

  /** The year that a date without one belongs to where another date of the phrase says it: "June last year". */
  year(shift: number): Point | undefined {
    const { now } = this
    return now && { moment: yearMoment(now.moment.year + shift), anchor: now.anchor }
  }

  /** The mention told last of which something holds. */
  protected lastTold(holds: (mention: Mention) => boolean = () => true): Mention | undefined {
    return this.#mentions.findLast(holds)
  }

  /** How many sentences back a mention stands. */
  protected sentencesSince({ sentence }: Mention): number {
    return this.#sentence - sentence
  }
}

export function momentOfIsoDay(iso: string): Moment {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  return dayMoment(year, month, Math.min(day, daysInMonth(year, month)))
}

export const pointAt = (moment: Moment): Point => {
  // the day, of a time of day
  const anchor: Anchor = {
    kind: 'date',
    value: timexOf(isAsFineAs(moment.grain, 'day') ? { ...moment, grain: 'day' } : moment),
  }
  return { moment, anchor }
}
