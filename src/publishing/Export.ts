import { z } from 'zod'
import { Entity } from '../model/Entity.ts'
import { Incident } from '../model/Incident.ts'
import { Passage } from '../model/Passage.ts'
import { Report } from '../model/Report.ts'
import { ResponsibilityMode } from '../model/ResponsibilityMode.ts'
import { Source } from '../model/Source.ts'
import { ChainLink, Statement } from '../model/Statement.ts'
import { Extent } from '../weighing/extentOf.ts'

/** What the licence of GeoNames (CC BY 4.0) asks to be shown with its places. */
export const ATTRIBUTION =
  'Places: © GeoNames (geonames.org), CC BY 4.0; selected, merged, points of areas computed. Borders: Natural Earth.'

/** In the place of a passage that would show who a protected source is. */
export const Withheld = z
  .object({ withheld: z.literal('protected source') })
  .meta({ id: 'Withheld', description: 'a passage that is not given away' })
export type Withheld = z.infer<typeof Withheld>

/** A source as it leaves the house: a protected one has a number instead of its name, and no mentions. */
export const ExportedSource = z
  .object({
    ...Source.omit({ mentions: true, protected: true }).shape,
    protected: z.boolean(),
  })
  .meta({ id: 'ExportedSource' })
export type ExportedSource = z.infer<typeof ExportedSource>

/** A statement as it leaves the house, readable on its own. */
export const ExportedStatement = z
  .object({
    ...Statement.omit({ passages: true, chain: true, path: true }).shape,
    subjectLabel: z.string(),
    valueLabel: z.string().describe('the value in words'),
    extent: Extent.optional().describe('of a place: where it is on the map, with all that is left open'),
    placePrecision: z.string().optional().describe('of a place: key of the vocabulary place-precisions'),
    responsibility: ResponsibilityMode.optional().describe(
      'of a perpetrator: how the last of the chain holds them to be it',
    ),
    chain: z.array(z.object({ ...ChainLink.shape, name: z.string() })).min(1),
    passages: z.array(z.union([Passage, Withheld])).min(1),
    by: z.array(z.string()).describe('rules and models that read it'),
  })
  .meta({ id: 'ExportedStatement' })
export type ExportedStatement = z.infer<typeof ExportedStatement>

/** A report as it leaves the house: all that is stated in it, without its text. */
export const ExportedReport = z
  .object({
    ...Report.omit({ text: true }).shape,
    reader: z.string(),
    sources: z.array(ExportedSource),
    entities: z.array(Entity.omit({ mentions: true })),
    incidents: z.array(Incident.omit({ mentions: true })),
    statements: z.array(ExportedStatement),
  })
  .meta({ id: 'ExportedReport' })
export type ExportedReport = z.infer<typeof ExportedReport>

/** What `ascribe export --format json` writes. */
export const Export = z
  .object({
    format: z.literal('ascribe-export'),
    version: z.literal(1),
    attribution: z.string().describe('to be shown wherever its places are shown'),
    protectedSources: z.int().nonnegative().describe('how many sources have a number instead of their name'),
    reports: z.array(ExportedReport),
  })
  .meta({
    id: 'Export',
    title: 'Ascribe export',
    description: 'Statements with their sources, protected ones pseudonymised',
  })
export type Export = z.infer<typeof Export>
