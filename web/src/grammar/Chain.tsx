import { Fragment } from 'react'
import type { StatementView } from '../../../src/record/views/StatementView.ts'
import { SourceName } from './SourceName.tsx'

/** The chain of sources, from who stands behind the value out to the outlet: "police, via Meridian Wire". */
export function Chain({ chain }: { chain: StatementView['chain'] }) {
  const [innermost, ...passing] = [...chain].reverse()
  return (
    <span className="chain">
      <SourceName source={innermost.source} />
      {passing.map(({ source }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the chain is what tells links apart
        <Fragment key={index}>
          <span className="via"> via </span>
          <SourceName source={source} />
        </Fragment>
      ))}
    </span>
  )
}
