import type { TokenRange } from '../../document/Layers.ts'
import type { Candidate } from './candidatesOf.ts'
import type { Gazetteer } from './Gazetteer.ts'
import type { PlaceText } from './PlaceText.ts'

const BANK =
  /(?:^| )(?:banks?|shores?|waters|bend|mouth|course|crossed|cross|crossing|along|across|swollen) (?:of )?the $/

/** "on the bank of the Niger", "crossed the Jordan": the river that the country is named for. */
export function asRiver(
  text: PlaceText,
  { from, to }: TokenRange,
  chosen: Candidate | undefined,
  gazetteer: Gazetteer,
): Candidate | undefined {
  if (chosen?.entry.kind !== 'country' || chosen.use === 'demonym') return chosen
  const { tokens, tags } = text
  const before = tokens.slice(Math.max(0, from - 3), from).map((token) => `${token.text} `)
  // "along the Niger border", "across the Jordan valley"
  if (!BANK.test(before.join('')) || /^(?:NOUN|PROPN|ADJ|PART)$/.test(tags[to]?.upos ?? '')) return chosen
  const river = gazetteer.lookup(`${text.phrase(from, to)} River`).find(({ entry }) => entry.kind === 'river')
  return river ? { ...chosen, entry: river.entry } : chosen
}
