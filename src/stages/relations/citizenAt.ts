import { respectively } from '../../document/respectively.ts'
import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'
import { isPredicative, subjectsOfNoun } from './subjectsOfNoun.ts'

const CITIZEN = /^(?:national|citizen|subject)$/
const DESCENT = /^(?:origin|descent|extraction|heritage|ancestry|background|parentage)$/
const COMERS = /^(?:seeker|refugee|migrant|immigrant|emigrant|exile|deserter|defector|fugitive)$/

/**
 * What country or people somebody belongs to, by a noun that says so:
 *
 *     Olga Brandt, a Swiss national of Tamil descent     Swiss, Tamil
 *     a rejected asylum seeker from Eritrea              Eritrea
 *     a journalist from the Herald                       nothing: no country
 *     a national holiday                                 nothing: no noun
 */
export function citizenAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  const apposed = respectively(trees, i)
  // "Anton Weber, a Spaniard"; "Anton Weber and Luis Prado, a Dutch citizen and a Spaniard"
  const isOne =
    scene.isOfPeople(i) && isSomeOne(scene, i) && (apposed !== undefined || trees.plainRelation(i) === 'appos')
  if (trees.tags[i].upos !== 'NOUN' && !isOne) return []
  const lemma = trees.lemma(i)
  const values: number[] = []
  const peoplesOf = (noun: number) =>
    trees
      .children(noun)
      .filter((child) => child < noun && scene.isOfPeople(child) && trees.tags[child].upos !== 'PUNCT')
  if (CITIZEN.test(lemma)) values.push(...peoplesOf(i))
  if (isOne) values.push(i)
  for (const noun of trees.children(i)) {
    const descent = noun > i && DESCENT.test(trees.lemma(noun)) && scene.preposition(noun) === 'of'
    if (descent) values.push(...peoplesOf(noun))
  }
  if (COMERS.test(lemma)) {
    values.push(...scene.obliques(i, ['from']).filter((at) => scene.placeAt(at) !== undefined && at > i))
  }
  if (values.length === 0) return []
  const subjects = apposed !== undefined ? [apposed] : subjectsOfNoun(scene, i)
  const background = !isPredicative(scene, i)
  return subjects
    .filter((subject) => scene.isOneOf(subject, ['person', 'people']))
    .flatMap((subject) =>
      values.map((value): Found => {
        const rest = { property: 'nationality', subject, token: i, rule: 'citizen', background }
        if (!scene.isOfPeople(value)) return relationTo(scene, value, rest)
        const { start, end, text } = trees.tokens[value]
        return { ...rest, value: { type: 'text', text }, valueSpan: { start, end } }
      }),
    )
}

/** "a Spaniard": with an article, and no "a Spanish" of something. */
const isSomeOne = ({ trees }: RelationScene, i: number): boolean =>
  trees.children(i).some((child) => child < i && /^an?$/.test(trees.lower(child)))
