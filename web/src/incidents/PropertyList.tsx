import { Link } from '@tanstack/react-router'
import type { PositionView, PropertyPositions, StatementView } from '../../../src/server/contract/answers.ts'
import { Holds } from '../grammar/Holds.tsx'
import { useHue } from '../grammar/Hues.tsx'
import { howWords, suspectedWords } from '../grammar/howWords.ts'
import { SourceName } from '../grammar/SourceName.tsx'
import { SureLine } from '../grammar/SureLine.tsx'
import { useLabel } from '../grammar/useLabel.ts'
import { ValueText } from '../grammar/ValueText.tsx'

const CLASSIFYING = new Set(['type', 'stage', 'target-kind', 'instrument-kind'])

interface PropertyListProps {
  readonly properties: readonly PropertyPositions[]
  /** of entities that are protected sources, by their ids */
  readonly pseudonyms: ReadonlyMap<string, string>
}

/** Everything stated of a subject: each property with its positions side by side. */
export function PropertyList({ properties, pseudonyms }: PropertyListProps) {
  const label = useLabel()
  const all = properties.flatMap(({ positions }) => positions.flatMap(({ statements }) => statements))
  // What happened comes before what it counts as.
  const ordered = [...properties].sort(
    (a, b) => Number(CLASSIFYING.has(a.property)) - Number(CLASSIFYING.has(b.property)),
  )
  const several = new Set(all.map(({ report }) => report)).size > 1
  return (
    <div className="properties">
      {ordered.map((property) => (
        <section key={property.property} className="property" data-disputed={property.disputed || undefined}>
          <header>
            <h3>{label('properties', property.property)}</h3>
            {property.disputed && (
              <span className="disputed">{rivalClaims(property) ? 'rival claims' : 'disputed'}</span>
            )}
            {property.count && isRange(property) && (
              <p className="count-range" title={`by the rule “${property.count.rule}”`}>
                low {property.count.low} · best {property.count.best} ·{' '}
                {property.count.high === null ? 'no upper bound' : `high ${property.count.high}`}
              </p>
            )}
          </header>
          <div className="positions">
            {property.positions.map((position) => (
              <Position key={position.statements[0].id} position={position} several={several} pseudonyms={pseudonyms} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

/** True where another position widens the range of the best one: "nine villagers, two soldiers" has none. */
const isRange = ({ count, positions }: PropertyPositions): boolean =>
  !positions.some(({ value }) => value.type === 'count' && value.low === count?.low && value.high === count.high)

/** Two that each claim it for themselves. */
const rivalClaims = ({ positions }: PropertyPositions): boolean =>
  positions.filter(({ statements }) => statements.some(({ responsibility }) => responsibility === 'claimed')).length > 1

interface PositionProps extends Pick<PropertyListProps, 'pseudonyms'> {
  readonly position: PositionView
  readonly several: boolean
}

function Position({ position, several, pseudonyms }: PositionProps) {
  const { value } = position
  const hidden = value.type === 'entity' ? pseudonyms.get(value.entity) : undefined
  return (
    <div className="position" data-denied={!position.affirmed || undefined}>
      <p className="position-value">
        <ValueText
          value={value}
          label={hidden ?? position.label}
          polarity={position.affirmed ? 'affirmed' : 'denied'}
        />
      </p>
      <ul>
        {position.statements.map((statement) => (
          <Voucher key={statement.id} statement={statement} several={several} />
        ))}
      </ul>
    </div>
  )
}

/** Who stands behind a position: one click from the passage. Where all is from one report its outlet goes without saying. */
function Voucher({ statement, several }: { statement: StatementView; several: boolean }) {
  const hue = useHue()
  const label = useLabel()
  const innermost = statement.chain.at(-1)!
  const outlet = statement.chain[0]
  const how =
    statement.responsibility === 'reported'
      ? label('responsibility-modes', 'reported')
      : suspectedWords(statement, label) || howWords(statement, label)
  return (
    <li>
      <Link
        to="/reports/$id"
        params={{ id: statement.report }}
        search={{ statement: statement.id }}
        className="voucher"
        data-hue={hue(innermost.source.key)}
        title={`“${statement.passages[0].exact}” in ${statement.reportTitle}`}
      >
        <SureLine certainty={statement.certainty} polarity={statement.polarity} />
        <span>
          <SourceName source={innermost.source} swatch={false} />
          {how && <span className="voucher-how"> {how}</span>}
          {several && statement.chain.length > 1 && (
            <span className="voucher-via">
              {' '}
              via <SourceName source={outlet.source} swatch={false} />
            </span>
          )}
          <Holds statement={statement} />
        </span>
      </Link>
    </li>
  )
}
