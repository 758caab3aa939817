import type { SourceRef } from '../../../src/record/views/SourceRef.ts'
import { Lock } from '../shell/icons.tsx'
import { useHue } from './Hues.tsx'
import { nameOf } from './nameOf.ts'

/** A source in its hue, always with its name; a protected one with a lock and its pseudonym. */
export function SourceName({ source, swatch = true }: { source: SourceRef; swatch?: boolean }) {
  const hue = useHue()(source.key)
  const hidden = source.protected !== undefined
  return (
    <span
      className="source"
      data-hue={hue}
      title={hidden ? `A ${source.kind} source, protected: ${PROTECTION[source.protected!.reason]}` : undefined}
    >
      {hidden ? <Lock /> : swatch && <span className="swatch" aria-hidden="true" />}
      <span className="source-name">{nameOf(source)}</span>
    </span>
  )
}

/** Why a source is protected, in words. */
export const PROTECTION = {
  'asked-not-to-be-named': 'asked not to be named',
  'private-individual': 'a private individual',
  minor: 'a minor',
  decision: 'by a reviewer’s decision',
} as const
