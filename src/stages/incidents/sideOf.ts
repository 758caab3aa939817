import type { Span } from '../../model/Span.ts'
import type { Scene } from './Scene.ts'

/**
 * The group that somebody speaks or fights for, as its head word; -1 where the text does not say: "a spokesman for the Front",
 * "a man claiming to speak for the group", "introduced himself as a soldier of the Lions".
 */
export function sideOf(scene: Scene, entity: number): number {
  if (entity < 0) return -1
  const known = scene.sides.get(entity)
  if (known !== undefined) return known
  const side = toldSide(scene, entity)
  scene.sides.set(entity, side)
  return side
}

function toldSide(scene: Scene, entity: number): number {
  const { referents, trees } = scene
  for (const index of referents.entities[entity].mentions) {
    const { head } = referents.mentions[index]
    const side = ofVoice(scene, head)
    if (side >= 0 && referents.entityAt(side) !== entity) return side
    for (let i = trees.left(head); i <= trees.right(head); i++) {
      if (!/^(speak|act)$/.test(trees.lemma(i))) continue
      const group = trees.children(i).find((child) => child > i && scene.preposition(child) === 'for')
      if (group !== undefined && isGroup(scene, group)) return group
    }
  }
  return -1
}

/** "the Front" of "a spokesman for the Front", "the party" of "the party's chairman" */
function ofVoice(scene: Scene, head: number): number {
  const { voices, ranks } = scene.lexicons.responsibilityWords
  const lemma = scene.trees.lemma(head)
  if ((!voices.has(lemma) && !ranks.has(lemma)) || isPartOf(scene, head)) return -1
  return (
    scene.trees
      .children(head)
      .find(
        (child) =>
          ((/^(nmod:poss|compound)$/.test(scene.trees.relation(child)) && !isRank(scene, child)) ||
            /^(of|for|from|in)$/.test(scene.preposition(child))) &&
          isGroup(scene, child),
      ) ?? -1
  )
}

/** "the coastal branch of the Front": a group of its own within another, which speaks for itself; not so "its branch in Lamu" */
const isPartOf = (scene: Scene, head: number): boolean =>
  /^(wing|branch|affiliate|offshoot|chapter|arm|faction)$/.test(scene.trees.lemma(head)) &&
  scene.trees.children(head).some((child) => child > head && scene.preposition(child) === 'of' && isGroup(scene, child))

/** "rebel" of "the rebel leader Omar Haddad": what he is, and no group that is told of. */
const isRank = ({ trees, referents }: Scene, i: number): boolean =>
  trees.relation(i) === 'compound' && trees.tags[i].upos !== 'PROPN' && referents.entityAt(i) < 0

/** "the Front" of "the Front, whose leader denied it"; -1 where it is not so. */
export function whoseSide(scene: Scene, head: number): number {
  const { trees } = scene
  const { voices, ranks } = scene.lexicons.responsibilityWords
  if (!voices.has(trees.lemma(head)) && !ranks.has(trees.lemma(head))) return -1
  if (!trees.children(head).some((child) => trees.lower(child) === 'whose')) return -1
  for (let i = head; i >= 0; i = trees.head(i))
    if (trees.relation(i) === 'acl:relcl') return isGroup(scene, trees.head(i)) ? trees.head(i) : -1
  return -1
}

const isGroup = (scene: Scene, i: number): boolean =>
  scene.isBody(i) || scene.actorKind(i) === 'armed-group' || (scene.trees.tags[i].upos === 'PROPN' && !scene.isPlace(i))

/** "the Front" of "its men" and "one of its fighters", where these words stand for a side; -1 where they do not. */
export function possessorOf(scene: Scene, head: number): number {
  const { trees } = scene
  const { ranks } = scene.lexicons.responsibilityWords
  const of = trees.children(head).find((child) => child > head && scene.preposition(child) === 'of')
  if (isPartOf(scene, head)) return -1
  const people = ranks.has(trees.lemma(head)) ? head : of !== undefined && ranks.has(trees.lemma(of)) ? of : -1
  if (people < 0) return -1
  const own = trees.children(people).find((child) => trees.relation(child) === 'nmod:poss')
  if (own !== undefined) return own
  // "Militants from the Front killed the mayor, the group said"
  return (
    trees
      .children(people)
      .find((child) => /^(of|from|with)$/.test(scene.preposition(child)) && isGroup(scene, child)) ?? -1
  )
}

/** "a pro-rebel website", "a station close to the rebels": a medium that tells of a side's deeds on its behalf. */
export function isMouthpiece(scene: Scene, source: readonly Span[]): boolean {
  const { trees, lexicons, document } = scene
  const { media, partisans } = lexicons.responsibilityWords
  return source.some(({ start, end }) => {
    const words = document.text.slice(start, end).toLowerCase()
    const { from, to } = trees.within({ start, end })
    const inside = Array.from({ length: to - from }, (_, k) => from + k)
    if (!inside.some((i) => media.has(trees.lemma(i)) || /^(station|outlet|group|mouthpiece)$/.test(trees.lemma(i))))
      return false
    if (/\bpro-(?!government|regime|state)\p{L}/u.test(words) || /\bmouthpiece\b/.test(words)) return true
    return inside.some((i) => partisans.has(trees.lower(i))) && inside.some((i) => isRebel(scene, i))
  })
}

/** An armed group, and no army. */
export const isRebel = (scene: Scene, i: number): boolean =>
  scene.actorKind(i) === 'armed-group' || scene.entityKind(i) === 'group'
