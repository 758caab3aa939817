import { Link } from '@tanstack/react-router'
import type { PositionView, PropertyPositions } from '../../../src/record/views/PropertyPositions.ts'
import type { StatementView } from '../../../src/record/views/StatementView.ts'
import { useHue } from '../grammar/Hues.tsx'
import { certaintyWords } from '../grammar/lineOf.ts'
import { SourceName } from '../grammar/SourceName.tsx'
import { SureLine } from '../grammar/SureLine.tsx'
import { useLabel } from '../grammar/useLabel.ts'
import { ValueText } from '../grammar/ValueText.tsx'

/** Everything stated of a subject: each property with its positions side by side. */
export function PropertyList({ properties }: { properties: readonly PropertyPositions[] }) {
  const label = useLabel()
  return (
    <div className="properties">
      {properties.map((property) => (
        <section key={property.property} className="property" data-disputed={property.disputed || undefined}>
          <header>
            <h3>{label('properties', property.property)}</h3>
            {property.disputed && <span className="disputed">disputed</span>}
            {property.count && property.positions.length > 1 && (
              <p className="count-range" title={`by the rule “${property.count.rule}”`}>
                low {property.count.low} · best {property.count.best} ·{' '}
                {property.count.high === null ? 'no upper bound' : `high ${property.count.high}`}
              </p>
            )}
          </header>
          <div className="positions">
            {property.positions.map((position) => (
              <Position key={position.statements[0].id} position={position} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function Position({ position }: { position: PositionView }) {
  return (
    <div className="position" data-denied={!position.affirmed || undefined}>
      <p className="position-value">
        <ValueText value={position.value} label={position.label} polarity={position.affirmed ? 'affirmed' : 'denied'} />
      </p>
      <ul>
        {position.statements.map((statement) => (
          <Voucher key={statement.id} statement={statement} />
        ))}
      </ul>
    </div>
  )
}

/** Who stands behind a position: one click from the passage. */
function Voucher({ statement }: { statement: StatementView }) {
  const hue = useHue()
  const label = useLabel()
  const innermost = statement.chain.at(-1)!
  const outlet = statement.chain[0]
  const words = [
    innermost.act === 'says' ? '' : label('acts', innermost.act),
    certaintyWords(statement.certainty, statement.polarity),
  ].filter(Boolean)
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
          {words.length > 0 && <span className="voucher-how"> {words.join(', ')}</span>}
          {statement.chain.length > 1 && (
            <span className="voucher-via">
              {' '}
              via <SourceName source={outlet.source} swatch={false} />
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
