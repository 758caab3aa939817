import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const words = z.array(z.string().min(1))
const numbered = (max: number) => z.record(z.string().min(1), z.int().min(0).max(max))
const offset = z.string().regex(/^(Z|[+-]\d\d:\d\d)$/, 'a clock offset is Z or looks like +03:00')

/** When a holiday falls: a fixed day, the nth weekday of a month, days from Easter, or the Islamic calendar. */
export const HolidayDay = z.union([
  z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({
    month: z.int().min(1).max(12),
    weekday: z.int().min(1).max(7),
    nth: z.int().min(-1).max(5).describe('-1 is the last'),
    after: z.int().optional().describe('counted from the day after this one: the Tuesday after 1 November'),
  }),
  z.strictObject({ easter: z.int().describe('days after Easter Sunday of the western churches') }),
  z.strictObject({
    hijriMonth: z.int().min(1).max(12),
    hijriDay: z.int().min(1).max(30).optional(),
    days: z.int().positive().optional(),
  }),
  z.strictObject({
    newMoonFrom: z
      .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
      .describe('the first new moon from this day on'),
    hoursAhead: z.number().describe('of the clock whose day is taken'),
    days: z.int().describe('days from there'),
  }),
  z.strictObject({ calendar: z.literal('iranian').describe('the first day of the Iranian year') }),
  z.strictObject({ eid: z.literal('either').describe('"Eid" alone: the nearer of the two feasts') }),
])
export type HolidayDay = z.infer<typeof HolidayDay>

/** The words of time expressions; all in lower case. See `vocabulary/lexicons/times.json`. */
export const TimesLexicon = z.strictObject({
  numbers: numbered(99),
  scales: numbered(1_000_000),
  ordinals: numbered(99),
  vagueNumbers: words.describe('say that there are some, not how many: "several"'),
  months: numbered(12),
  weekdays: numbered(7),
  abbreviations: words.describe('months and weekdays that keep a full stop'),
  capitalised: words.describe('are times only with a capital: "may", "march", "sat"'),
  seasons: z.record(z.string(), z.enum(['SP', 'SU', 'FA', 'WI'])),
  units: z.record(
    z.string(),
    z.enum([
      'second',
      'minute',
      'hour',
      'day',
      'weekend',
      'week',
      'fortnight',
      'month',
      'quarter',
      'year',
      'decade',
      'century',
      'millennium',
    ]),
  ),
  dayParts: z.record(z.string(), z.enum(['MO', 'MI', 'AF', 'EV', 'NI', 'DT'])),
  decades: z.record(z.string(), z.int().min(0).max(90)),
  zones: z.record(z.string(), offset),
  townZones: z
    .record(z.string(), z.union([offset, z.literal('')]))
    .describe(
      '"7:30 Moscow time": the offset of towns whose clocks have long stayed the same; empty where summer changes it',
    ),
  holidays: z.array(
    z.strictObject({
      names: words.min(1),
      country: z.string().length(2).optional().describe('where it is this day, for names that other countries use too'),
      on: HolidayDay,
    }),
  ),
  independenceDays: z
    .array(
      z.strictObject({
        of: words.min(1).describe('the country and its adjective'),
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
      }),
    )
    .describe('"Independence Day" alone is nowhere in particular'),
  hijriMonths: numbered(12),
  lastingThings: words.describe('whose age is a length of time: an "5-month-old truce"; of people it is none'),
  countedNouns: words.describe('what is counted: a four-digit number before one of these is no year ("1944 people")'),
})
export type TimesLexicon = z.infer<typeof TimesLexicon>

/** Reads the lexicon; a complaint names the file and the key. */
export const parseTimesLexicon = (json: string, file: string): TimesLexicon => {
  return parseVocabularyFile(TimesLexicon, json, file)
}
