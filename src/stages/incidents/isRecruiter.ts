import { PRIVATE_WORDS } from './isPublic.ts'
import type { Scene } from './Scene.ts'

/** Somebody who recruits by trade, and for no business: "recruiters", "militia recruiters"; not "the airline's recruiters". */
export const isRecruiterForArms = (scene: Scene, i: number): boolean =>
  scene.trees.lemma(i) === 'recruiter' &&
  !scene.trees
    .children(i)
    .some(
      (child) =>
        PRIVATE_WORDS.test(scene.trees.lemma(child)) ||
        /^(bank|university|college|school|hospital|agency|factory|business|ministry)$/.test(scene.trees.lemma(child)) ||
        (/^(nmod:poss|compound)$/.test(scene.trees.relation(child)) &&
          scene.entityKind(child) === 'organisation' &&
          scene.actorKind(child) === undefined),
    )

/**
 * People who recruit, rather than the group they do it for: "A preacher recruited dozens", "Recruiters offered money"; of "Rebels
 * recruited dozens", as of "The militia recruited dozens", that they were recruited for the rebels is all that is told.
 */
export function isRecruiter(scene: Scene, word: number): boolean {
  const { trees, referents } = scene
  const entity = referents.entityAt(word)
  const told =
    trees.tags[word].upos === 'PRON' && entity >= 0
      ? referents.entities[entity].mentions
          .map((index) => referents.mentions[index])
          .find(({ form }) => form !== 'pronoun')
      : undefined
  const i = told?.head ?? word
  if (trees.lemma(i) === 'recruiter' || scene.entityKind(i) === 'person') return true
  if (scene.isBody(i) || scene.isThing(i) || scene.isPlace(i) || !scene.isPerson(i)) return false
  return !ARMED_SIDES.has(scene.actorKind(i) ?? '')
}

const ARMED_SIDES: ReadonlySet<string> = new Set(['armed-group', 'armed-forces', 'police', 'government', 'criminals'])

/**
 * "[the Lions]" of "recruiters for the Lions", "[militia] recruiters", "[the gang]'s recruiters", "recruited boys for [the gang]":
 * for whom the recruiter, or the deed, wins people.
 */
export const recruitedFor = (scene: Scene, phrase: number): number[] =>
  scene.trees.children(phrase).filter((child) => {
    const relation = scene.trees.relation(child)
    const belongs =
      /^(nmod:poss|compound)$/.test(relation) ||
      (/^(nmod|obl)$/.test(scene.trees.plainRelation(child)) && /^(of|for|from|into)$/.test(scene.preposition(child)))
    return belongs && (scene.isBody(child) || (scene.trees.tags[child].upos === 'NOUN' && scene.isLawless(child)))
  })
