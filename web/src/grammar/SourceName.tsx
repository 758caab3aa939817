import type { SourceRef } from '../../../src/server/contract/answers.ts'
import { Lock } from '../shell/icons.tsx'
import { useHue } from './Hues.tsx'
import { nameOf } from './nameOf.ts'

interface SourceNameProps {
  readonly source: SourceRef
  readonly swatch?: boolean
  /** all of a long name */
  readonly whole?: boolean
}

const LONG = 60

/** A long description cut at a word, so that it does not fill a margin. */
function shortened(name: string): string {
  if (name.length <= LONG) return name
  const cut = name.slice(0, LONG)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONG / 2)).replace(/[,;:]$/, '')} …`
}

/** A source in its hue, always with its name; a protected one with a lock and its pseudonym. */
export function SourceName({ source, swatch = true, whole = false }: SourceNameProps) {
  const hue = useHue()(source.key)
  const name = nameOf(source)
  const hidden = source.protected !== undefined
  return (
    <span
      className="source"
      data-hue={hue}
      title={hidden ? `protected: ${PROTECTION[source.protected!.reason]}` : name.length > LONG ? name : undefined}
    >
      {hidden ? <Lock /> : swatch && <span className="swatch" aria-hidden="true" />}
      <span className="source-name">{whole ? name : shortened(name)}</span>
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
