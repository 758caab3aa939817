import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { EntitySummary, StatementView } from '../../../src/server/contract/answers.ts'
import { useEntities, useEntity } from '../api/queries.ts'
import { Chain } from '../grammar/Chain.tsx'
import { Holds } from '../grammar/Holds.tsx'
import { useHue } from '../grammar/Hues.tsx'
import { howWords, suspectedWords } from '../grammar/howWords.ts'
import { PassageText } from '../grammar/PassageText.tsx'
import { SureLine } from '../grammar/SureLine.tsx'
import { useLabel } from '../grammar/useLabel.ts'
import { PropertyList } from '../incidents/PropertyList.tsx'
import { usePseudonyms } from '../report/usePseudonyms.ts'
import { counted } from '../shell/dates.ts'
import { Failure } from '../shell/Failure.tsx'
import { Lock } from '../shell/icons.tsx'
import { Loading } from '../shell/Loading.tsx'
import { SearchField } from '../shell/SearchField.tsx'
import { useMedia } from '../shell/useMedia.ts'
import { useTitle } from '../shell/useTitle.ts'

const MOST_MENTIONS = 12

/** People, groups, organisations and places of the record, and what is stated of one of them. */
export function EntitiesPage() {
  useTitle('Entities')
  const { id } = useParams({ strict: false })
  const { q, kind } = useSearch({ strict: false })
  const navigate = useNavigate()
  const wide = useMedia('(min-width: 56rem)')
  const list = useEntities({ query: q, kind })
  const items = list.data?.items ?? []
  const shown = id ?? (wide ? items[0]?.id : undefined)
  if (list.error) return <Failure error={list.error} />
  if (list.data === undefined) return <Loading />
  if (items.length === 0 && q === undefined && kind === undefined) {
    return (
      <div className="welcome">
        <h1>No entities yet</h1>
        <p>
          They appear when a report has been read. <Link to="/reports">Add a report</Link>
        </p>
      </div>
    )
  }
  return (
    <div className="pair" data-chosen={id !== undefined || undefined}>
      <section className="pair-list" aria-label="All entities">
        <header className="pair-head">
          <h1>Entities</h1>
          <SearchField
            label="Search the entities"
            value={q ?? ''}
            onChange={(value) =>
              navigate({ to: '.', search: (now) => ({ ...now, q: value || undefined }), replace: true })
            }
          />
        </header>
        {items.length === 0 && <p className="empty-list">No entity is called that.</p>}
        <ol>
          {items.map((item) => (
            <EntityRow key={item.id} item={item} shown={item.id === shown} q={q} />
          ))}
        </ol>
      </section>
      <section className="pair-detail" aria-label="The entity">
        {shown !== undefined && <EntityDetail id={shown} />}
      </section>
    </div>
  )
}

function EntityRow({ item, shown, q }: { item: EntitySummary; shown: boolean; q: string | undefined }) {
  return (
    <li>
      <Link
        to="/entities/$id"
        params={{ id: item.id }}
        search={{ q }}
        className="item"
        aria-current={shown || undefined}
      >
        <span className="item-title">
          {item.protected && <Lock />}
          {item.protected ? `Protected ${item.kind}` : item.name}
        </span>
        <span className="item-line">
          <span>{item.kind}</span>
          <span>{counted(item.statements, 'statement')}</span>
        </span>
      </Link>
    </li>
  )
}

function EntityDetail({ id }: { id: string }) {
  const { data, error } = useEntity(id)
  const pseudonyms = usePseudonyms(data?.report)
  if (error) return <Failure error={error} />
  if (data === undefined || pseudonyms === undefined) return <Loading />
  return (
    <article className="detail">
      <Link to="/entities" className="back">
        All entities
      </Link>
      <header className="detail-head">
        <p className="kicker">{data.kind}</p>
        <h2>{data.protected ? `Protected ${data.kind}` : data.name}</h2>
        {data.aliases.length > 0 && !data.protected && <p className="detail-line">also {data.aliases.join(', ')}</p>}
        <p className="detail-report">
          {counted(data.mentions, 'mention')} in{' '}
          <Link to="/reports/$id" params={{ id: data.report }}>
            {data.reportTitle}
          </Link>
        </p>
      </header>
      {data.properties.length > 0 && <PropertyList properties={data.properties} pseudonyms={pseudonyms} />}
      {data.roles.length > 0 && (
        <section className="roles">
          <h3>Named in</h3>
          <ul>
            {data.roles.map((statement) => (
              <Role
                key={statement.id}
                statement={statement}
                subject={pseudonyms.get(statement.subject.id)}
                name={data.protected ? `Protected ${data.kind}` : data.name}
              />
            ))}
          </ul>
        </section>
      )}
      {data.properties.length === 0 && data.roles.length === 0 && (
        <p className="empty-list">It is mentioned; nothing is stated of it.</p>
      )}
      {!data.protected && (
        <section className="roles">
          <h3>Mentioned in</h3>
          <ul className="mentions">
            {data.passages.slice(0, MOST_MENTIONS).map((passage) => (
              <li key={passage.start}>
                <PassageText passage={passage} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

interface RoleProps {
  readonly statement: StatementView
  /** pseudonym of what it is stated of */
  readonly subject: string | undefined
  /** of the entity of the page, which is the value */
  readonly name: string
}

/** "perpetrator of attack on a convoy", "Omar Sy member of River Guard". */
function Role({ statement, subject, name }: RoleProps) {
  const label = useLabel()
  const hue = useHue()
  const how = suspectedWords(statement, label) || howWords(statement, label)
  return (
    <li>
      <Link
        to="/reports/$id"
        params={{ id: statement.report }}
        search={{ statement: statement.id }}
        className="role"
        data-hue={hue(statement.chain.at(-1)!.source.key)}
      >
        <SureLine certainty={statement.certainty} polarity={statement.polarity} />
        <span>
          {statement.subject.kind === 'incident' ? (
            <>
              {label('properties', statement.property)} of <em>{statement.subject.label}</em>
            </>
          ) : (
            <>
              <em>{subject ?? statement.subject.label}</em> {label('properties', statement.property)} {name}
            </>
          )}
          {how && <span className="how">{how}</span>}
          <Holds statement={statement} />
        </span>
        <Chain chain={statement.chain} />
      </Link>
    </li>
  )
}
