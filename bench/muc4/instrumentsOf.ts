import type { Proposition } from '../../src/document/Layers.ts'
import { add, quoted } from './fillers.ts'
import type { Phrases } from './Phrases.ts'
import type { Template } from './writeTemplates.ts'

const TYPES: ReadonlySet<string> = new Set([
  'BOMB',
  'VEHICLE BOMB',
  'MINE',
  'GRENADE',
  'ROCKET',
  'MORTAR',
  'AERIAL BOMB',
  'MOLOTOV COCKTAIL',
  'GUN',
  'MACHINE GUN',
  'RIFLE',
  'HANDGUN',
  'CUTTING DEVICE',
  'STONE',
  'DYNAMITE',
  'EXPLOSIVE',
  'MISSILE',
  'FIRE',
])

/** INCIDENT: INSTRUMENT, slots 6 and 7. */
export function fillInstruments(phrases: Phrases, propositions: readonly Proposition[], template: Template): void {
  // "a bomb … the bomb": once, in the words that come first
  const first = new Map<string, number>()
  for (const { property, value, spans, by } of propositions) {
    if (property !== 'instrument' && property !== 'instrument-kind') continue
    const own = phrases.trees.headIn(spans[0])
    if (own < 0) continue
    const implied = by.endsWith('/implied')
    const word = phrases.trees.lemma(own)
    const head = first.get(word) ?? own
    if (!implied) first.set(word, head)
    const tag = implied ? '"-"' : quoted(phrases.wordsOf(head))
    if (value.type === 'text') add(template, 6, tag)
    if (value.type === 'term') {
      const name = phrases.vocabulary.instrumentKinds.get(value.key)?.mappings?.muc4 ?? ''
      if (TYPES.has(name)) add(template, 7, `${name}: ${tag}`)
    }
  }
}
