import { z } from 'zod'
import { Place } from './Place.ts'

/** What a date hangs on: nothing (absolute), the day of publication, a date named before, or another incident. */
export const Anchor = z
  .object({
    kind: z.enum(['none', 'published', 'date', 'incident', 'unresolved']),
    value: z.string().optional().describe('the ISO date it hangs on, or the id of the incident'),
  })
  .meta({ id: 'Anchor' })
export type Anchor = z.infer<typeof Anchor>

/** A time as an EDTF expression (ISO 8601-2:2019, level 2), with the phrase it was read from and what that hangs on. */
export const Interval = z
  .object({
    type: z.literal('interval'),
    edtf: z.string().describe('EDTF, e.g. 2015-06-26, 2015-05~, 2015-06-26/2015-07-06; empty where it stays relative'),
    phrase: z.string(),
    anchor: Anchor,
  })
  .meta({ id: 'Interval', description: 'A time: EDTF, phrase, anchor' })
export type Interval = z.infer<typeof Interval>

/** How many: bounds and best reading as whole numbers, and the words they were read from. */
export const Count = z
  .object({
    type: z.literal('count'),
    low: z.int().nonnegative(),
    best: z.int().nonnegative(),
    high: z.int().nonnegative().nullable().describe('null where the words set no upper bound ("more than 20")'),
    words: z.string(),
    of: z.string().optional().describe('what was counted, as written: "soldiers"'),
    category: z.string().optional().describe('what kind of people that is: key of the vocabulary casualty-categories'),
  })
  .refine(({ low, best, high }) => low <= best && (high === null || best <= high), 'low <= best <= high')
  .meta({ id: 'Count', description: 'low / best / high with the words' })
export type Count = z.infer<typeof Count>

/** A distance in kilometres, with the words; `stated` keeps every unit written. */
export const Distance = z
  .object({
    type: z.literal('distance'),
    km: z.number().nonnegative(),
    words: z.string(),
    stated: z.array(z.object({ amount: z.number(), unit: z.enum(['km', 'm', 'mi', 'nmi', 'ft', 'yd']) })),
    unitsDisagree: z.boolean().optional().describe('true for "60 miles (10 kilometers)": km is then the first'),
    from: z.string().optional().describe('what it is measured from, as written'),
  })
  .meta({ id: 'Distance', description: 'kilometres, with the words' })
export type Distance = z.infer<typeof Distance>

/** A term of the vocabulary, e.g. `{ vocabulary: 'incident-types', key: 'bombing' }`. */
export const TermValue = z
  .object({ type: z.literal('term'), vocabulary: z.string(), key: z.string() })
  .meta({ id: 'TermValue' })
export type TermValue = z.infer<typeof TermValue>

/** Another entity of the same reading. */
export const EntityValue = z.object({ type: z.literal('entity'), entity: z.string() }).meta({ id: 'EntityValue' })
export type EntityValue = z.infer<typeof EntityValue>

/** Another incident of the same reading. */
export const IncidentValue = z
  .object({ type: z.literal('incident'), incident: z.string() })
  .meta({ id: 'IncidentValue' })
export type IncidentValue = z.infer<typeof IncidentValue>

/** Words as written, where no type above fits. */
export const TextValue = z.object({ type: z.literal('text'), text: z.string() }).meta({ id: 'TextValue' })
export type TextValue = z.infer<typeof TextValue>

/** The value of a statement, told apart by `type`. */
export const Value = z
  .discriminatedUnion('type', [TextValue, EntityValue, IncidentValue, Place, Interval, Count, Distance, TermValue])
  .meta({ id: 'Value', description: 'A typed value' })
export type Value = z.infer<typeof Value>
