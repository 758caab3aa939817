import type { Statement } from '../model/Statement.ts'
import type { Value } from '../model/Value.ts'
import { extentOf } from '../weighing/extentOf.ts'
import { type WeighedProperty, weigh } from '../weighing/positionsOf.ts'
import type { ReportContents } from './ReportContents.ts'
import { labelIn, viewSource, viewStatement } from './viewStatement.ts'
import type { PositionView, PropertyPositions } from './views/PropertyPositions.ts'
import { isSingleProperty, propertyLabel } from './vocabularyTerms.ts'

/** The properties of one subject, weighed. */
export function weighedProperties(statements: readonly Statement[], contents: ReportContents): WeighedProperty[] {
  return weigh(statements, { source: (id) => contents.sources.get(id), isSingle: isSingleProperty })
}

/** The properties of one subject with all positions, statements and sources resolved. */
export function viewProperties(statements: readonly Statement[], contents: ReportContents): PropertyPositions[] {
  return weighedProperties(statements, contents).map(({ positions, ...property }) => ({
    ...property,
    label: propertyLabel(property.property),
    positions: positions.map(({ value, statements, independentSources, deniedBy, ...position }) => ({
      ...position,
      value,
      label: labelIn(contents, value),
      ...extentIn(value),
      statements: statements.map((statement) => viewStatement(statement, contents)),
      independentSources: independentSources.map((id) => viewSource(id, contents)),
      deniedBy: deniedBy.map((id) => viewSource(id, contents)),
    })),
  }))
}

function extentIn(value: Value): Pick<PositionView, 'extent'> {
  const extent = value.type === 'place' ? extentOf(value) : undefined
  return extent === undefined ? {} : { extent }
}
