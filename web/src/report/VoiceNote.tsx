import { useHue } from '../grammar/Hues.tsx'
import { actWords } from '../grammar/howWords.ts'
import { lineOf } from '../grammar/lineOf.ts'
import { SourceName } from '../grammar/SourceName.tsx'
import { useLabel } from '../grammar/useLabel.ts'
import { useLight, useSpotlight } from './Spotlight.ts'
import type { Voice } from './voicesOf.ts'

interface VoiceNoteProps {
  readonly voice: Voice
  readonly onChoose: () => void
}

/** Who speaks here, by which act, and how sure. */
export function VoiceNote({ voice: { attribution, source, depth, medium }, onChoose }: VoiceNoteProps) {
  const { hover } = useSpotlight()
  const lit = useLight(attribution.id) !== undefined
  const label = useLabel()
  const hue = useHue()(source.key)
  const { line, struck } = lineOf(attribution.certainty, attribution.polarity)
  const how = [actWords(attribution, label), medium].filter(Boolean).join(' ')
  return (
    <button
      type="button"
      className="voice"
      data-hue={hue}
      data-line={line}
      data-struck={struck || undefined}
      data-depth={depth || undefined}
      data-lit={lit || undefined}
      onClick={onChoose}
      onPointerEnter={() => hover([attribution.id])}
      onPointerLeave={() => hover([])}
      onFocus={() => hover([attribution.id])}
      onBlur={() => hover([])}
    >
      <SourceName source={source} swatch={false} />
      <span className="voice-act">
        {attribution.mode === 'direct' || attribution.mode === 'mixed' ? `${how}, quoted` : how}
      </span>
    </button>
  )
}
