import { Link } from '@tanstack/react-router'
import type { ReportView, StatementView } from '../../../src/server/contract/answers.ts'
import { useReport, useStatement } from '../api/queries.ts'
import { Holds } from '../grammar/Holds.tsx'
import { useHue } from '../grammar/Hues.tsx'
import { certaintyWords } from '../grammar/lineOf.ts'
import { PassageText } from '../grammar/PassageText.tsx'
import { PlaceCredit } from '../grammar/PlaceCredit.tsx'
import { PROTECTION, SourceName } from '../grammar/SourceName.tsx'
import { SureLine } from '../grammar/SureLine.tsx'
import { useLabel } from '../grammar/useLabel.ts'
import { ValueText } from '../grammar/ValueText.tsx'
import { valueWords } from '../grammar/valueWords.ts'
import { usePseudonyms } from '../report/usePseudonyms.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { day } from '../shell/dates.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'

/** Why a statement was read: its passage, its chain of sources, and the path of rules and models. */
export function WhyDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useStatement(id)
  return (
    <Dialog title="Why was this read?" kind="drawer" onClose={onClose}>
      {error ? <Failure error={error} /> : data === undefined ? <Loading /> : <Why statement={data} />}
    </Dialog>
  )
}

function Why({ statement }: { statement: StatementView }) {
  const label = useLabel()
  const hue = useHue()
  const { data: view, error } = useReport(statement.report)
  const pseudonyms = usePseudonyms(statement.report)
  const text = view?.report.text
  const sure = certaintyWords(statement.certainty, statement.polarity)
  if (error) return <Failure error={error} />
  if (pseudonyms === undefined) return <Loading />
  const { subject, value, said } = statement
  const valueLabel = (value.type === 'entity' && pseudonyms.get(value.entity)) || statement.valueLabel
  return (
    <div className="why">
      <p className="why-statement">
        <span className="why-subject">{pseudonyms.get(subject.id) ?? subject.label}</span>
        <span className="why-property">{label('properties', statement.property)}</span>
        <ValueText value={value} label={valueLabel} polarity={statement.polarity} />
      </p>
      <Holds statement={statement} />
      <ValueDetail statement={statement} incidentOf={(id) => pseudonyms.get(id) ?? incidentIn(view, id)} />

      <h3>In the report</h3>
      {statement.passages.map((passage) => (
        <blockquote key={passage.start} className="why-passage" data-hue={hue(statement.chain.at(-1)!.source.key)}>
          <PassageText
            passage={passage}
            text={text}
            sentence={view?.reading.sentences.find(({ start, end }) => start <= passage.start && passage.start < end)}
          />
        </blockquote>
      ))}
      <p className="why-report">
        <Link to="/reports/$id" params={{ id: statement.report }} search={{ statement: statement.id }}>
          {statement.reportTitle}
        </Link>
        {view?.report.outlet && `, ${view.report.outlet}`}
        {view?.report.published && `, ${day(view.report.published)}`}
      </p>

      <h3>Who says so</h3>
      <ol className="why-chain">
        {statement.chain.map((link, index) => {
          const words = certaintyWords(link.certainty, link.polarity)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the chain is what tells links apart
            <li key={index} data-hue={hue(link.source.key)}>
              <SureLine certainty={link.certainty} polarity={link.polarity} />
              <span>
                <SourceName source={link.source} swatch={false} whole /> {label('acts', link.act)}
                {words && `, ${words}`}
                {link.cue && <q className="why-cue">{link.cue.exact}</q>}
                {link.source.protected && (
                  <span className="why-protected">{PROTECTION[link.source.protected.reason]}</span>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      {(sure || statement.certaintyWord) && (
        <p className="why-sure">
          Held to be {sure || 'certain'}
          {statement.certaintyWord && (
            <>
              {' by the word '}
              <q>{statement.certaintyWord}</q>
            </>
          )}
          .
        </p>
      )}
      {statement.responsibility && (
        <p className="why-sure">Responsibility: {label('responsibility-modes', statement.responsibility)}.</p>
      )}
      {said?.phrase && (
        <p className="why-sure">
          Said {said.edtf && valueWords(said, '').main} <q>{said.phrase}</q>.
        </p>
      )}

      <h3>Read by</h3>
      <ol className="why-path">
        {statement.path.map(({ by, span, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps may repeat
          <li key={index} className="why-step">
            <code>{by}</code>
            {text && span.end > span.start && <q>{shortened(text.slice(span.start, span.end))}</q>}
            {note && <span className="why-note">{note}</span>}
          </li>
        ))}
      </ol>

      <h3>To cite it</h3>
      <p className="why-cite">
        <code>{statement.id}</code>
      </p>
    </div>
  )
}

/** What stands behind the words of a value: EDTF and anchor, bounds, coordinates. */
function ValueDetail({
  statement: { value },
  incidentOf,
}: {
  statement: StatementView
  incidentOf: (id: string) => string | undefined
}) {
  const details: string[] = []
  if (value.type === 'interval') {
    if (value.edtf) details.push(value.edtf)
    if (value.anchor.kind === 'published') details.push('counted from the day of publication')
    if (value.anchor.kind === 'date') details.push(`counted from ${value.anchor.value}`)
    if (value.anchor.kind === 'incident') {
      const label = value.anchor.value === undefined ? undefined : incidentOf(value.anchor.value)
      details.push(label === undefined ? 'counted from something else that happened' : `counted from “${label}”`)
    }
    if (value.edtf === '') details.push('stays relative')
  }
  if (value.type === 'count') {
    if (value.low !== value.high) {
      details.push(
        `low ${value.low}, best ${value.best}, ${value.high === null ? 'no upper bound' : `high ${value.high}`}`,
      )
    }
  }
  if (value.type === 'distance' && value.from) details.push(`from ${value.from}`)
  if (value.type === 'place') {
    if (value.lat !== undefined && value.lon !== undefined) {
      details.push(`${value.name}: ${value.lat.toFixed(2)}, ${value.lon.toFixed(2)}`)
    }
    details.push(value.precision === 'unknown' ? 'not located' : `known to the ${value.precision}`)
    if (value.geonameId !== undefined) details.push(`GeoNames ${value.geonameId}`)
  }
  if (details.length === 0) return null
  return (
    <>
      <p className="why-detail">{details.join(' · ')}</p>
      {value.type === 'place' && value.lat !== undefined && <PlaceCredit />}
    </>
  )
}

const incidentIn = (view: ReportView | undefined, id: string): string | undefined =>
  view?.reading.incidents.find((incident) => incident.id === id)?.label

const shortened = (words: string): string => (words.length > 90 ? `${words.slice(0, 88).trimEnd()} …` : words)
