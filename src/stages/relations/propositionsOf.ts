import type { Proposition, PropositionValue } from '../../document/Layers.ts'
import type { Found } from './Found.ts'
import { hedgeOver } from './hedgeOver.ts'
import { intervalOf } from './intervalOf.ts'
import { namesOf } from './namesOf.ts'
import { quantityOf } from './quantityOf.ts'
import type { RelationScene } from './RelationScene.ts'

/** Properties that tell of how many themselves, or of one. */
const COUNTS = new Set(['number-present', 'strength', 'age', 'office', 'distance-from', 'relationship'])

/** A proposition for each that the subject names: "[Idris] and [Salim], two brothers, fled". */
export function propositionsOf(scene: RelationScene, found: Found): Proposition[] {
  const interval = intervalOf(scene, found.token, found.bound)
  const quantity = COUNTS.has(found.property) ? undefined : quantityOf(scene, found.subject, found.token)
  return namesOf(scene, found.subject).flatMap((subject) => {
    const proposition = propositionOf(scene, { ...found, subject })
    if (proposition === undefined) return []
    return [
      {
        ...proposition,
        ...(interval === undefined ? {} : { interval }),
        ...(quantity === undefined || subject !== found.subject ? {} : { quantity }),
      },
    ]
  })
}

function propositionOf(scene: RelationScene, found: Found): Proposition | undefined {
  const { trees, referents } = scene
  const { property, subject, value, valueSpan, token, rule, certainty, certaintyWord, polarity, apart, speaker } = found
  const entity = referents.entityAt(subject)
  if (/^(anyone|anybody|nobody|everyone|everybody|someone|somebody|none)$/.test(trees.lower(subject))) return undefined
  if (entity < 0 || (value.type === 'entity' && 'entity' in value && value.entity === entity)) return undefined
  const hedge =
    certainty === undefined ? hedgeOver(scene, token) : { certainty, ...(certaintyWord ? { certaintyWord } : {}) }
  const { start, end } = trees.tokens[token]
  const phrase = referents.phraseOf(subject)
  const background = found.background === true && !isOwnWords(scene, token, value)
  return {
    subject: { kind: 'entity', index: entity },
    property,
    value,
    token,
    spans: [valueSpan, { start: phrase.start, end: phrase.end }, { start, end }].map(({ start, end }) => ({
      start,
      end,
    })),
    ...hedge,
    ...(polarity === undefined ? {} : { polarity }),
    ...(background ? { background } : {}),
    ...(apart === undefined ? {} : { apart }),
    ...(speaker === undefined ? {} : { speaker, act: 'says' as const }),
    by: `rule:relations/${rule}`,
  }
}

/** "She said her uncle, Omar Haddad, …": what the one who speaks says of herself. */
function isOwnWords(scene: RelationScene, token: number, value: PropositionValue): boolean {
  if (value.type !== 'entity' || !('entity' in value)) return false
  return scene.attributionsOver(token).some((index) => scene.attributions[index].entity === value.entity)
}
