import { hedgeOver } from './hedgeOver.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

const MODALS: Record<string, 'possible' | 'probable'> = {
  may: 'possible',
  might: 'possible',
  could: 'possible',
  must: 'probable',
}

/** "was *probably* responsible", "*may* have been behind it" */
export function sureness(scene: Scene, i: number): Pick<Responsibility, 'certainty' | 'certaintyWord'> {
  const { trees } = scene
  const modal = trees
    .children(i)
    .find((child) => trees.plainRelation(child) === 'aux' && MODALS[trees.lower(child)] !== undefined)
  if (modal !== undefined) return { certainty: MODALS[trees.lower(modal)], certaintyWord: trees.tokens[modal].text }
  return hedgeOver(scene, i) ?? { certainty: 'certain' }
}

const ASKED = /^(whether|if|unless)$/

/** "to find out whether the clan was behind it": nobody says so. */
export function isAsked({ trees }: Scene, i: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 3; at = trees.head(at), steps++)
    if (trees.children(at).some((child) => trees.plainRelation(child) === 'mark' && ASKED.test(trees.lower(child))))
      return true
  return false
}

/** "denied that it had anything to do with it", "denied being behind the blast" */
export function isUnderDenial(scene: Scene, i: number): boolean {
  const { trees } = scene
  for (let at = i, steps = 0; trees.head(at) >= 0 && steps < 3; at = trees.head(at), steps++) {
    if (!/^(ccomp|xcomp|advcl|acl)$/.test(trees.plainRelation(at))) return false
    if (scene.lexicons.responsibilityWords.denyVerbs.has(trees.lemma(trees.head(at)))) return true
  }
  return false
}
