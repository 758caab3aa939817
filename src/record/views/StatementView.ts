import { z } from 'zod'
import { Decision } from '../../model/Decision.ts'
import { Passage } from '../../model/Passage.ts'
import { ResponsibilityMode } from '../../model/ResponsibilityMode.ts'
import { ChainLink, Statement, Subject } from '../../model/Statement.ts'
import { SourceRef } from './SourceRef.ts'

/** A passage checked against its report: `anchored` is false for an orphan, which is shown as such and never moved. */
export const PassageView = z.object({ ...Passage.shape, anchored: z.boolean() }).meta({ id: 'PassageView' })
export type PassageView = z.infer<typeof PassageView>

/** A link of the chain with its source resolved. */
export const ChainLinkView = z
  .object({
    ...ChainLink.omit({ source: true }).shape,
    source: SourceRef,
    cue: PassageView.optional().describe('the words of the report that show the act: "said", "according to"'),
  })
  .meta({ id: 'ChainLinkView' })
export type ChainLinkView = z.infer<typeof ChainLinkView>

/** One statement with everything it takes to answer "why?": names for its ids, its chain resolved, its passages checked. */
export const StatementView = z
  .object({
    ...Statement.omit({ chain: true, passages: true, subject: true }).shape,
    subject: z.object({ ...Subject.shape, label: z.string() }),
    valueLabel: z.string().describe('the value in words: "22", "Prado Museum", "2015-06-26"'),
    quantityLabel: z.string().optional().describe('of how many of the subject it holds, in words: "most of them"'),
    responsibility: ResponsibilityMode.optional().describe(
      'of a perpetrator: how the last of the chain holds them to be it',
    ),
    chain: z.array(ChainLinkView).min(1),
    passages: z.array(PassageView).min(1),
    reportTitle: z.string().describe('title or first words of its report'),
    decisions: z.array(Decision),
  })
  .meta({ id: 'StatementView', description: 'One statement with its names, chain and checked passages' })
export type StatementView = z.infer<typeof StatementView>
