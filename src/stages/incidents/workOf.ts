import { subjectOf } from '../../document/Clauses.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

/** "the attack was the work of separatists", "the blast bore the hallmarks of the Front" */
export function workOf(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  const { works, traces } = scene.lexicons.responsibilityWords
  const isWork = works.has(trees.lemma(i)) && trees.child(i, 'cop') >= 0
  const bears =
    traces.has(trees.lemma(i)) && trees.head(i) >= 0 && /^(bear|bore|carry|have|show)$/.test(trees.lemma(trees.head(i)))
  // "was the prime suspect", "the most likely culprit"
  if (/^(suspect|culprit|perpetrator|mastermind)$/.test(trees.lemma(i)) && trees.child(i, 'cop') >= 0) {
    const sure =
      trees.lemma(i) !== 'suspect' &&
      !trees.children(i).some((child) => /^(likely|likeliest|probable|possible|suspected)$/.test(trees.lower(child)))
    const of = trees.children(i).find((child) => child > i && /^(of|in|behind)$/.test(scene.preposition(child)))
    return {
      verb: i,
      who: subjectOf(trees, i).head,
      what: of ?? -1,
      rule: 'culprit',
      bare: true,
      ...(sure ? {} : { certainty: 'probable' as const, certaintyWord: trees.tokens[i].text }),
    }
  }
  if (!isWork && !bears) return undefined
  const who = trees.children(i).find((child) => scene.preposition(child) === 'of') ?? -1
  const what = isWork ? trees.child(i, 'nsubj') : subjectOf(trees, trees.head(i)).head
  return {
    verb: i,
    who,
    what,
    rule: isWork ? 'work-of' : 'traces',
    ...(bears ? { certainty: 'possible' as const, certaintyWord: trees.tokens[i].text } : {}),
  }
}
