import type { PlaceAnnotation, Proposition } from '../../document/Layers.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { Cluster } from './groupCandidates.ts'
import type { Scene } from './Scene.ts'

/**
 * Where the violence of a paragraph happened that opens with a place and describes it, probably there:
 *
 *     The forest of Boni is dense and has few roads. Two years ago nine rangers were killed.      place: Boni, probably
 *     The forest of Boni burned for a week. Two years ago nine rangers were killed.               news, and no setting
 */
export function fromSetting(scene: Scene, { candidates }: Cluster, index: number): Proposition[] {
  const [first] = candidates
  const { vocabulary } = scene.lexicons
  const placed = candidates.some(
    ({ places, args }) =>
      places.length > 0 ||
      // "in one incident", "in the process" say nothing of where
      args.some(({ role, head }) => /^(into|place)$/.test(role) && (scene.isThing(head) || scene.isPlace(head))),
  )
  const violent = isKindOf(vocabulary, first.type, 'attack') || /^(clash|raid)$/.test(first.type)
  if (placed || !violent || /^(planned|threatened)$/.test(first.stage)) return []
  const place = settingOf(scene, first.sentence)
  if (place === undefined) return []
  const { token, words } = first.match
  const { start } = scene.trees.tokens[Math.min(...words)]
  return [
    {
      subject: { kind: 'incident', index },
      property: 'place',
      value: place.place,
      token,
      spans: [
        { start: place.start, end: place.end },
        { start, end: scene.trees.tokens[Math.max(...words)].end },
      ],
      certainty: 'probable',
      by: 'rule:incidents/setting',
    },
  ]
}

/** The place that the paragraph of a sentence opens with, unless another is told of on the way. */
function settingOf(scene: Scene, sentence: number): PlaceAnnotation | undefined {
  const { trees, document } = scene
  const sentences = document.get('sentences')
  const { paragraph } = sentences[sentence]
  let opening = sentence
  while (opening > 0 && sentences[opening - 1].paragraph === paragraph) opening--
  if (opening === sentence) return undefined
  const place = openingPlace(scene, opening)
  if (place === undefined) return undefined
  for (let at = opening; at <= sentence; at++)
    for (const other of scene.placesIn(at)) {
      // "People in Gao say": where those are who speak
      const aside = trees.plainRelation(trees.head(other.to - 1)) === 'nsubj' && at < sentence
      if (other !== place && other.place.name !== place.place.name && !aside) return undefined
    }
  return place
}

function openingPlace(scene: Scene, sentence: number): PlaceAnnotation | undefined {
  const { trees, document } = scene
  const { from, to } = document.get('sentences')[sentence]
  for (let root = from; root < to; root++) {
    if (trees.head(root) >= 0) continue
    const subject = trees.child(root, 'nsubj')
    if (subject < 0 || !isDescribed(scene, root)) return undefined
    return scene.placesIn(sentence).find((place) => {
      if (place.place.precision === 'country') return false
      if (place.from <= subject && subject < place.to) return true
      let head = place.from
      while (trees.head(head) >= place.from && trees.head(head) < place.to) head = trees.head(head)
      return trees.head(head) === subject && scene.preposition(head) === 'of' && LAND.test(trees.lemma(subject))
    })
  }
  return undefined
}

/** "is dense", "ascends", "is covered in trees": how it is, in the present. */
function isDescribed({ trees }: Scene, root: number): boolean {
  const finite = [root, ...trees.children(root).filter((child) => /^(aux|cop)/.test(trees.relation(child)))]
  return (
    finite.some((word) => /^VB[PZ]$/.test(trees.tags[word].xpos)) &&
    !finite.some((word) => /^(VBD|MD|VBG)$/.test(trees.tags[word].xpos)) &&
    !finite.some((word) => word !== root && /^(has|have)$/.test(trees.lower(word)))
  )
}

const LAND =
  /^(landscape|terrain|town|city|village|port|valley|forest|island|mountain|range|massif|hill|slope|desert|area|region|district|province|plateau|peninsula|delta|gorge|jungle|swamp|coast|camp|neighbou?rhood|suburb|quarter|crossing|ridge)$/
