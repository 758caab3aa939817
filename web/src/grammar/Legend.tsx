import { SureLine } from './SureLine.tsx'

/** The visual grammar in one row; `whole` says it at length. */
export function Legend({ whole = false }: { whole?: boolean }) {
  return (
    <dl className="legend" aria-label="How to read the marks">
      <div>
        <dt>colour</dt>
        <dd>{whole ? 'who says it: each source keeps its hue on every screen' : 'who'}</dd>
      </div>
      <div>
        <dt>line</dt>
        <dd>
          <SureLine certainty="certain" polarity="affirmed" /> certain
          <SureLine certainty="probable" polarity="affirmed" /> probable
          <SureLine certainty="possible" polarity="affirmed" /> possible
          <SureLine certainty="unknown" polarity="affirmed" /> not committed
          <SureLine certainty="certain" polarity="denied" /> denied
        </dd>
      </div>
      <div>
        <dt>edge</dt>
        <dd>
          <span className="value edged" data-edge="sharp">
            exact
          </span>
          <span className="value edged" data-edge="faded">
            vague
          </span>
          {whole && 'how precisely a time, a place or a number is known'}
        </dd>
      </div>
    </dl>
  )
}
