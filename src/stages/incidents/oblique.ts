import type { AddArgument } from './Argument.ts'
import { isTime, PLACE_PREPOSITIONS } from './placePrepositions.ts'
import type { Scene } from './Scene.ts'

/** What a phrase with a preposition on the verb is, by its preposition; `hit` where the verb has somebody whom it was done to. */
export function oblique(
  scene: Scene,
  head: number,
  { passive, fixed = false, hit = false }: { passive: boolean; fixed?: boolean; hit?: boolean },
  add: AddArgument,
): void {
  const preposition = scene.preposition(head)
  if (preposition === 'by' && (passive || fixed)) byAgent(scene, head, add)
  else if (preposition === 'with' || preposition === 'using') {
    if (scene.isDevice(head)) add('instrument', head, 'with-instrument')
    else add('with', head, 'with')
  } else if (preposition === 'against' || preposition === 'to' || preposition === 'upon') {
    add(preposition === 'to' && !fixed ? 'into' : 'patient', head, 'against')
  } else if (preposition === 'into' || preposition === 'toward' || preposition === 'towards' || preposition === 'for') {
    if (preposition !== 'for') add('into', head, 'into')
  } else if (preposition === 'from') add('from', head, 'from')
  else if (
    /^(outskirts?|edge|eve|side|coast|corner|bank|shore|border)$/.test(scene.trees.lower(head)) &&
    preposition === 'on'
  )
    add('place', head, 'at-place')
  else if (
    (preposition === 'on' || preposition === 'at') &&
    scene.trees.tags[head].upos !== 'NUM' &&
    !isTime(scene, head)
  ) {
    // "arrested a man at the station", "fired missiles at the station"
    const where = hit && preposition === 'at' && scene.isThing(head)
    if (!where)
      add(
        fixed || scene.isPerson(head) || scene.isBody(head) || scene.isThing(head) ? 'patient' : 'place',
        head,
        'on-target',
      )
    if (scene.isThing(head)) add('place', head, 'at-place')
  } else if (PLACE_PREPOSITIONS.has(preposition) && !isTime(scene, head)) add('place', head, 'at-place')
}

/** "killed [by a landmine]": with what, and not who. */
export function byAgent(scene: Scene, head: number, add: AddArgument): void {
  // "a landmine west of Palmyra", with the landmine hung on the west
  const side = /^(north|south|east|west|north(east|west)|south(east|west))$/.test(scene.trees.lower(head))
  const noun = side ? scene.trees.child(head, 'compound') : -1
  const by = noun >= 0 ? noun : head
  const device = scene.isDevice(by) && !scene.isPerson(by) && !scene.isBody(by)
  add(device ? 'instrument' : 'agent', by, 'by-agent')
}
