import { z } from 'zod'
import { Attribution } from './Attribution.ts'
import { Entity } from './Entity.ts'
import { Incident } from './Incident.ts'
import { Place, PlaceRelationKind } from './Place.ts'
import { Source } from './Source.ts'
import { Span } from './Span.ts'
import { Statement } from './Statement.ts'

/** Kinds of names, after Worldwide Newswire. NORP: nationalities, religious and political groups as words. */
export const NameKind = z.enum(['Person', 'Organization', 'Location', 'Facility', 'NORP', 'Product', 'Misc'])
export type NameKind = z.infer<typeof NameKind>

/** TIMEX3 types. */
export const TimeType = z.enum(['DATE', 'TIME', 'DURATION', 'SET'])
export type TimeType = z.infer<typeof TimeType>

const span = Span.shape

/** One word as Universal Dependencies cuts them, with its place in the tree; `head` is the index of its governor, -1 at the root. */
export const Word = z
  .object({
    ...span,
    lemma: z.string(),
    upos: z.string(),
    xpos: z.string(),
    head: z.int(),
    deprel: z.string(),
  })
  .meta({ id: 'Word' })
export type Word = z.infer<typeof Word>

/** All that the reader found in one report. One of these is one line of `ascribe read --jsonl`. */
export const Reading = z
  .object({
    id: z.string().describe('id of the report'),
    reader: z.string().describe('name and version of the reader'),
    sentences: z.array(Span),
    names: z.array(z.object({ ...span, kind: NameKind })),
    times: z.array(z.object({ ...span, type: TimeType, value: z.string(), edtf: z.string() })),
    places: z.array(
      z.object({
        ...span,
        ...Place.omit({ type: true, name: true }).shape,
        relation: PlaceRelationKind.optional().describe('left out where it is "at"'),
        use: z
          .enum(['government', 'people', 'team'])
          .optional()
          .describe('what the name stands for where that is not the place: "Washington said", "a Syrian doctor"'),
      }),
    ),
    attributions: z.array(Attribution),
    scareQuotes: z
      .array(z.object({ ...span, by: z.string().describe('the rule that read it') }))
      .default([])
      .describe('quotation marks that keep a distance from a word, which nobody utters: the “liberated” town'),
    certainty: z.array(z.object({ ...span, value: z.number().min(-3).max(3) })),
    sources: z.array(Source),
    entities: z.array(Entity),
    incidents: z.array(Incident),
    statements: z.array(Statement),
    words: z.array(Word).optional(),
  })
  .meta({ id: 'Reading', description: 'All that the reader found in one report' })
export type Reading = z.infer<typeof Reading>
