import type { TokenRange } from '../../document/Layers.ts'
import type { Candidate } from './candidatesOf.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'
import type { PlaceRanker } from './PlaceRanker.ts'
import type { PlaceRecogniser } from './PlaceRecogniser.ts'
import type { PlaceText } from './PlaceText.ts'
import { supportedNames } from './supportedNames.ts'

/** The names of places in a text and what each means; those that only their neighbours tell come with the second look. */
export function readPlaces(
  text: PlaceText,
  recogniser: PlaceRecogniser,
  ranker: PlaceRanker,
  home?: GazetteerEntry,
): { readonly ranges: readonly TokenRange[]; readonly chosen: readonly (Candidate | undefined)[] } {
  const ranges = recogniser.recognise(text).map((range) => withCity(text, range))
  const chosen = ranker.resolve(text, ranges, home)
  const more = supportedNames(text, ranges, chosen)
  if (more.length === 0) return { ranges, chosen }
  const all = [...ranges, ...more].sort((a, b) => a.from - b.from)
  return { ranges: all, chosen: ranker.resolve(text, all, home) }
}

/** People of a city that is told from its country by the word "City". */
const LARGE = 50_000

/** "Guatemala City", whose last word a text in capitals does not show to be a name. */
function withCity(text: PlaceText, { from, to }: TokenRange): TokenRange {
  const next = text.tokens[to]
  if (next === undefined || next.sentence !== text.tokens[from].sentence || !/^city$/i.test(next.text))
    return { from, to }
  const isCountry = text.named(from, to).some(({ entry: { kind } }) => kind === 'country')
  const isCity = text
    .named(from, to + 1)
    .some(({ entry: { kind, population } }) => kind === 'town' && population >= LARGE)
  return isCountry && isCity ? { from, to: to + 1 } : { from, to }
}
