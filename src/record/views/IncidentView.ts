import { z } from 'zod'
import { Incident } from '../../model/Incident.ts'
import { Place } from '../../model/Place.ts'
import { Interval } from '../../model/Value.ts'
import { Extent } from '../../weighing/extentOf.ts'
import { PropertyPositions } from './PropertyPositions.ts'
import { PassageView } from './StatementView.ts'

/** One incident in a list, with what a map and a timeline need. */
export const IncidentSummary = z
  .object({
    ...Incident.omit({ mentions: true }).shape,
    report: z.string(),
    reportTitle: z.string(),
    published: z.string().optional().describe('when its report was published'),
    when: Interval.optional().describe('its time, as exactly as anyone says without contradicting the best supported'),
    where: Place.optional().describe('its place, as exactly as anyone says without contradicting the best supported'),
    whereLabel: z.string().optional().describe('the same in words: "about 60 km north of Mosul"'),
    mentions: z.int().positive(),
    statements: z.int().nonnegative(),
    sources: z.int().nonnegative().describe('independent sources behind its statements'),
    disputed: z.boolean(),
  })
  .meta({ id: 'IncidentSummary', description: 'One incident in a list' })
export type IncidentSummary = z.infer<typeof IncidentSummary>

/** One incident with all positions on all its properties. */
export const IncidentView = z
  .object({
    ...IncidentSummary.shape,
    passages: z.array(PassageView).describe('its mentions in the report'),
    properties: z.array(PropertyPositions),
    whereExtent: Extent.optional().describe('where that is on the map, with all that is left open'),
  })
  .meta({ id: 'IncidentView', description: 'One incident with the positions on its properties' })
export type IncidentView = z.infer<typeof IncidentView>
