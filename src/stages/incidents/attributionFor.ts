import type { Scene } from './Scene.ts'

/** The attribution whose cue the verb is, else the innermost one that holds it; -1 where there is none. */
export function attributionFor(scene: Scene, verb: number): number {
  return scene.attributionsBy(verb)[0] ?? innermostOver(scene, verb)
}

export function innermostOver(scene: Scene, token: number): number {
  const attributions = scene.document.get('attributions')
  const width = (index: number) => attributions[index].content.reduce((sum, { start, end }) => sum + end - start, 0)
  return scene
    .attributionsOver(token)
    .filter((index) => !/^(?:no|none|nobody|neither)\b/i.test(attributions[index].sourceName))
    .reduce((best, next) => (best < 0 || width(next) < width(best) ? next : best), -1)
}
