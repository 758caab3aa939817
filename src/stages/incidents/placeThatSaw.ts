import type { PlaceAnnotation } from '../../document/Layers.ts'
import type { Candidate } from './Candidate.ts'
import { lineHead } from './lineHead.ts'
import type { Scene } from './Scene.ts'

/**
 * Where what a place sees or suffers happened: "[Mopti] saw two bombings in May", "The people of [Mopti] will see horror, and you
 * will see bombings".
 */
export function placeThatSaw(scene: Scene, { match: { token, trigger } }: Candidate): PlaceAnnotation | undefined {
  const { trees } = scene
  if (trigger.as !== 'noun') return undefined
  let object = token
  while (trees.plainRelation(object) === 'conj' && /^(NOUN|PROPN)$/.test(trees.tags[trees.head(object)]?.upos ?? ''))
    object = trees.head(object)
  if (trees.relation(object) !== 'obj') return undefined
  const verb = trees.head(object)
  if (!SAW.test(trees.lemma(verb))) return undefined
  const own = placeOf(scene, trees.child(verb, 'nsubj'))
  if (own !== undefined || trees.relation(verb) !== 'conj') return own
  // "Mopti will see horror, and you will see bombings": told of the place before
  const over = trees.head(verb)
  const you = /^(you|they|it|people)$/.test(trees.lower(trees.child(verb, 'nsubj')))
  return you && trees.lemma(over) === trees.lemma(verb) ? placeOf(scene, trees.child(over, 'nsubj')) : undefined
}

const SAW = /^(see|witness|suffer|experience|endure)$/

/** The place that the subject is, or whose it is: "the people of Mopti". */
function placeOf(scene: Scene, subject: number): PlaceAnnotation | undefined {
  const { trees } = scene
  // "The minister of Mali saw two bombings": one person may stand anywhere
  if (subject < 0 || (scene.isPerson(subject) && !trees.tags[subject].xpos.endsWith('S'))) return undefined
  // all places: "Mopti" of "Mopti will see" may stand for its people
  return scene.document.get('places').find((place) => {
    if (place.partOf !== undefined || scene.sentenceOf(place.from) !== scene.sentenceOf(subject)) return false
    const head = lineHead(trees, place) ?? place.to - 1
    return (
      (place.from <= subject && subject < place.to) ||
      (trees.head(head) === subject && scene.preposition(head) === 'of')
    )
  })
}
