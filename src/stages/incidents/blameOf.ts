import { subjectOf } from '../../document/Clauses.ts'
import type { BlameFrame } from '../../vocabulary/ResponsibilityWords.ts'
import { isNegated } from './isNegated.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

/** Who is blamed by a verb, and for what: "Police blamed the brigade for the blast", "laid the blame on the clan", "They suspect him". */
export function blameOf(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (trees.tags[i].upos !== 'VERB') return undefined
  const lemma = trees.lemma(i)
  for (const frame of scene.lexicons.responsibilityWords.blame) {
    if (frame.verb !== lemma) continue
    const found = byFrame(scene, i, frame)
    if (found !== undefined) return found
  }
  return undefined
}

function byFrame(scene: Scene, i: number, frame: BlameFrame): Responsibility | undefined {
  const { trees } = scene
  if (isNegated(trees, i)) return undefined
  const beside = trees.children(i)
  // "a bomb blamed on the Front", "The Front, blamed for a bombing, ..."
  const blamed = frame.with === undefined ? participleOf(scene, i) : -1
  const passive = blamed >= 0 || beside.some((child) => /:pass$/.test(trees.relation(child)))
  const withWord = frame.with === undefined ? -1 : (beside.find((child) => trees.lemma(child) === frame.with) ?? -1)
  if (frame.with !== undefined && withWord < 0) return undefined
  const direct = blamed >= 0 ? blamed : passive ? trees.child(i, 'nsubj') : trees.child(i, 'obj')
  const oblique = (words: readonly string[]): number =>
    [
      ...beside,
      ...(withWord >= 0 ? trees.children(withWord) : []),
      ...(direct >= 0 && blamed < 0 ? trees.children(direct) : []),
    ].find(
      (child) =>
        /^(obl|nmod|advcl|acl)$/.test(trees.plainRelation(child)) &&
        !isTime(scene, child) &&
        words.includes(scene.preposition(child) || markOf(scene, child)),
    ) ?? -1
  const who = frame.who === 'obj' ? direct : oblique([frame.who]) >= 0 ? oblique([frame.who]) : farFrom(scene, i, frame)
  if (who < 0 || who === withWord) return undefined
  const what = frame.what.includes('obj') ? direct : oblique(frame.what)
  if (what < 0 && !frame.bare) return undefined
  const suspected = frame.certainty !== 'certain'
  return {
    verb: i,
    who,
    ...(passive ? {} : { speaker: subjectOf(trees, i).head }),
    what,
    rule: suspected ? 'suspected' : 'blamed',
    bare: frame.bare,
    polarity: 'affirmed',
    certainty: frame.certainty,
    ...(suspected ? { certaintyWord: trees.tokens[i].text } : { act: 'accuses' as const }),
  }
}

/** "blamed the clan for the raid on Sunday": Sunday is not blamed. */
const isTime = ({ document }: Scene, i: number): boolean =>
  document.get('times').some(({ from, to }) => from <= i && i < to)

/** What a participle stands behind: "bomb" of "a bomb blamed on the Front"; -1 where the verb is none. */
function participleOf({ trees }: Scene, i: number): number {
  if (!/^VB[DN]$/.test(trees.tags[i].xpos) || trees.child(i, 'obj') >= 0 || trees.child(i, 'nsubj') >= 0) return -1
  if (trees.children(i).some((child) => /^aux/.test(trees.relation(child)))) return -1
  if (trees.relation(i) === 'acl') return trees.head(i)
  // a comma in between, which the tree seldom bridges
  if (!/^(for|of|on)$/.test(trees.lower(i + 1))) return -1
  const before = i - 2
  return before >= 0 && trees.lower(i - 1) === ',' && /^(NOUN|PROPN)$/.test(trees.tags[before].upos) ? before : -1
}

/** "attributed the bomb that went off in Puno, killing two, to the clan": far from the verb, by the words alone. */
function farFrom(scene: Scene, verb: number, { who, what }: BlameFrame): number {
  const { trees } = scene
  if (!what.includes('obj')) return -1
  for (let i = verb + 1; i < trees.length && trees.tokens[i].sentence === trees.tokens[verb].sentence; i++)
    if (scene.preposition(i) === who && !isTime(scene, i) && (scene.isBody(i) || scene.isArmed(i) || scene.isPerson(i)))
      return i
  return -1
}

const markOf = ({ trees }: Scene, i: number): string =>
  trees
    .children(i)
    .filter((child) => trees.plainRelation(child) === 'mark')
    .map((child) => trees.lower(child))[0] ?? ''
