import { z } from 'zod'
import { Act } from './Attribution.ts'
import { Certainty, Polarity } from './Certainty.ts'
import { Passage } from './Passage.ts'
import { Span } from './Span.ts'
import { Count, Interval, TextValue, Value } from './Value.ts'

/** One link of a chain of sources: who vouches, by which act, and how sure. */
export const ChainLink = z
  .object({
    source: z.string().describe('id of the source'),
    act: Act,
    certainty: Certainty,
    polarity: Polarity,
    attribution: z.string().optional().describe('id of the attribution; none for the outlet itself'),
  })
  .meta({ id: 'ChainLink' })
export type ChainLink = z.infer<typeof ChainLink>

/** One step of "why?": what a rule or model saw where. */
export const Step = z
  .object({ by: z.string().describe('id of the rule or model'), span: Span, note: z.string().optional() })
  .meta({ id: 'Step' })
export type Step = z.infer<typeof Step>

/** What a statement is about. */
export const Subject = z.object({ kind: z.enum(['incident', 'entity']), id: z.string() }).meta({ id: 'Subject' })
export type Subject = z.infer<typeof Subject>

/**
 * The unit of the record: subject, property, value; polarity and certainty; the chain of sources from the outlet
 * inwards (the last link is who stands behind the value); when it holds, and of how many of the subject; when it was
 * said; the passages; and why it was read so.
 */
export const Statement = z
  .object({
    id: z.string(),
    report: z.string(),
    subject: Subject,
    property: z.string().describe('key of the vocabulary properties'),
    value: Value,
    polarity: Polarity,
    certainty: Certainty.describe('of the innermost source towards the value'),
    certaintyWord: z.string().optional().describe('the word that carried it: "appears", "allegedly"'),
    chain: z.array(ChainLink).min(1),
    interval: Interval.optional().describe('when a relation holds or held: "since 2016", "until 2014", "former"'),
    quantity: z
      .discriminatedUnion('type', [Count, TextValue])
      .optional()
      .describe(
        'how many of the subject: "several dozen"; as words where they give no number: "most", "an unknown number"',
      ),
    said: Interval.optional().describe('when the innermost source said so'),
    passages: z.array(Passage).min(1),
    path: z.array(Step).min(1),
  })
  .meta({ id: 'Statement', description: 'One sourced proposition' })
export type Statement = z.infer<typeof Statement>
