import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { IncidentSummary } from '../../../src/server/contract/answers.ts'
import { useIncident, useIncidents } from '../api/queries.ts'
import { PassageText } from '../grammar/PassageText.tsx'
import { PlaceCredit } from '../grammar/PlaceCredit.tsx'
import { useLabel } from '../grammar/useLabel.ts'
import { ValueText } from '../grammar/ValueText.tsx'
import { valueWords } from '../grammar/valueWords.ts'
import { usePseudonyms } from '../report/usePseudonyms.ts'
import { counted, day } from '../shell/dates.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { SearchField } from '../shell/SearchField.tsx'
import { useKeys } from '../shell/useKeys.ts'
import { useMedia } from '../shell/useMedia.ts'
import { useTitle } from '../shell/useTitle.ts'
import { PropertyList } from './PropertyList.tsx'

/** The incidents of the record at the left, one with its positions at the right. */
export function IncidentsPage() {
  useTitle('Incidents')
  const { id } = useParams({ strict: false })
  const { q, disputed } = useSearch({ strict: false })
  const navigate = useNavigate()
  const wide = useMedia('(min-width: 56rem)')
  const list = useIncidents({ query: q, disputed })
  const items = list.data?.items ?? []
  const shown = id ?? (wide ? items[0]?.id : undefined)

  const step = (by: 1 | -1) => {
    const at = items.findIndex((item) => item.id === shown)
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))]
    if (next) void navigate({ to: '/incidents/$id', params: { id: next.id }, search: { q, disputed }, replace: true })
  }
  useKeys({ j: () => step(1), k: () => step(-1) })

  if (list.error) return <Failure error={list.error} />
  if (list.data === undefined) return <Loading />
  if (items.length === 0 && q === undefined && disputed === undefined) {
    return (
      <div className="welcome">
        <h1>No incidents yet</h1>
        <p>
          They appear when a report that speaks of an attack, an arrest or a threat has been read.{' '}
          <Link to="/reports">Add a report</Link>
        </p>
      </div>
    )
  }
  return (
    <div className="pair" data-chosen={id !== undefined || undefined}>
      <section className="pair-list" aria-label="All incidents">
        <header className="pair-head">
          <h1>Incidents</h1>
          <SearchField
            label="Search the incidents"
            value={q ?? ''}
            onChange={(value) =>
              navigate({ to: '.', search: (now) => ({ ...now, q: value || undefined }), replace: true })
            }
          />
          <Link
            to="."
            search={(now) => ({ ...now, disputed: disputed ? undefined : true })}
            replace
            className="toggle"
            aria-pressed={disputed === true}
            role="button"
          >
            disputed only
          </Link>
        </header>
        {items.length === 0 && <p className="empty-list">No incident is like that.</p>}
        <ol>
          {items.map((item) => (
            <IncidentRow key={item.id} item={item} shown={item.id === shown} search={{ q, disputed }} />
          ))}
        </ol>
      </section>
      <section className="pair-detail" aria-label="The incident">
        {shown !== undefined && <IncidentDetail id={shown} />}
      </section>
    </div>
  )
}

interface IncidentRowProps {
  readonly item: IncidentSummary
  readonly shown: boolean
  readonly search: { q?: string; disputed?: true }
}

function IncidentRow({ item, shown, search }: IncidentRowProps) {
  const label = useLabel()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (shown) row.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <li ref={row}>
      <Link
        to="/incidents/$id"
        params={{ id: item.id }}
        search={search}
        className="item"
        aria-current={shown || undefined}
      >
        <span className="item-title">{item.label}</span>
        <span className="item-line">
          <span>{label('incident-types', item.type)}</span>
          {item.when && <span>{valueWords(item.when, '').main}</span>}
          {item.whereLabel && <span>{item.whereLabel}</span>}
        </span>
        <span className="item-line">
          <span>{counted(item.sources, 'source')}</span>
          {item.disputed && <span className="disputed">disputed</span>}
        </span>
      </Link>
    </li>
  )
}

function IncidentDetail({ id }: { id: string }) {
  const label = useLabel()
  const { data, error } = useIncident(id)
  const pseudonyms = usePseudonyms(data?.report)
  if (error) return <Failure error={error} />
  if (data === undefined || pseudonyms === undefined) return <Loading />
  const passage = data.passages[0]
  return (
    <article className="detail">
      <Link to="/incidents" className="back">
        All incidents
      </Link>
      <header className="detail-head">
        <p className="kicker">
          {label('incident-types', data.type)}
          {data.stage !== 'accomplished' && <span className="tag">{label('stages', data.stage)}</span>}
          {data.disputed && <span className="disputed">disputed</span>}
        </p>
        <h2>{data.label}</h2>
        <p className="detail-line">
          {data.when && <ValueText value={data.when} label={data.when.edtf || data.when.phrase} />}
          {data.where && <ValueText value={data.where} label={data.whereLabel ?? data.where.name} />}
          <span>
            {counted(data.statements, 'statement')} from {counted(data.sources, 'independent source')}
          </span>
        </p>
        {data.where?.lat !== undefined && <PlaceCredit />}
        {passage && (
          <blockquote className="detail-passage">
            <PassageText passage={passage} />
          </blockquote>
        )}
        <p className="detail-report">
          <Link to="/reports/$id" params={{ id: data.report }}>
            {data.reportTitle}
          </Link>
          {data.published && <time dateTime={data.published}>{day(data.published)}</time>}
        </p>
      </header>
      {data.properties.length === 0 ? (
        <p className="empty-list">The report speaks of it, and states nothing more of it.</p>
      ) : (
        <PropertyList properties={data.properties} pseudonyms={pseudonyms} />
      )}
    </article>
  )
}
