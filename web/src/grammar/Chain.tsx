import { Fragment } from 'react'
import type { StatementView } from '../../../src/server/contract/answers.ts'
import { SourceName } from './SourceName.tsx'

interface ChainProps {
  readonly chain: StatementView['chain']
  /** key of an outlet that goes without saying here, such as that of the report around */
  readonly outlet?: string
}

/** The chain of sources, from who stands behind the value out to the outlet: "police, via Meridian Wire". */
export function Chain({ chain, outlet }: ChainProps) {
  const [innermost, ...rest] = [...chain].reverse()
  const passing = rest.filter(({ source }) => source.key !== outlet)
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
