import type { Scene } from './Scene.ts'

/** "Belarus" of "along its frontier with Belarus"; -1 for any other phrase */
export function beyondBorder(scene: Scene, phrase: number): number {
  const { trees } = scene
  if (
    !/^(obl|obj|nmod)$/.test(trees.plainRelation(phrase)) ||
    !/^(border|frontier|boundary|crossing)$/.test(trees.lemma(phrase))
  )
    return -1
  return (
    trees
      .children(phrase)
      .find((child) => trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'with') ?? -1
  )
}
