import type { RelationScene } from './RelationScene.ts'

/** Written with a capital that does not begin the sentence. */
const isCapitalised = ({ trees }: RelationScene, i: number): boolean =>
  i > 0 && trees.tokens[i - 1].sentence === trees.tokens[i].sentence && /^\p{Lu}/u.test(trees.tokens[i].text)

/**
 * True of a name that the words around it may take for a group whatever the name finder took it for: a place that no gazetteer knows
 * ("Ansar al-Wadi"), a person with an article ("the White Order"), a plural ("Mountain Boys"), one that begins or ends like a group's
 * ("Jaysh al-Nur", of `groupWords`), an organisation.
 */
export function mayBeGroup(scene: RelationScene, i: number): boolean {
  const { trees, referents } = scene
  const { groupWords } = scene.words
  const place = scene.placeAt(i)
  const mention = referents.mentionAt(i)
  const article = trees.children(i).some((child) => child < i && trees.lower(child) === 'the')
  // no mention at all: "the White Order"
  if (mention < 0)
    return trees.tags[i].upos === 'PROPN' && place === undefined && (article || groupWords.has(trees.lower(i)))
  const { form, entity, from, to } = referents.mentions[mention]
  const { kind } = referents.entities[entity]
  // "the Shabab"
  if (kind === 'people' && trees.tags[i].upos === 'PROPN' && groupWords.has(trees.lower(i))) return true
  // "the Sons of Hamra", taken for a description
  if (form === 'description' && article && isCapitalised(scene, i)) return true
  if (form !== 'name') return false
  if (/^(other|organisation|public body)$/.test(kind)) return !scene.words.institutions.has(trees.lemma(i))
  const known = place?.place.geonameId !== undefined
  if (groupWords.has(trees.lower(from)) || groupWords.has(trees.lower(to - 1)) || groupWords.has(trees.lower(i)))
    return !known
  if (kind === 'place' || kind === 'facility') return !known && kind === 'place'
  return kind === 'person' && (article || trees.tags[i].xpos === 'NNPS')
}
