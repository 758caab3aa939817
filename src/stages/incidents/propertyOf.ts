import type { Frame } from '../../vocabulary/IncidentType.ts'
import type { Argument } from './Argument.ts'
import { isParty } from './addTaken.ts'
import { isRecruiter } from './isRecruiter.ts'
import type { Scene } from './Scene.ts'

const isPlaceWord = (scene: Scene, i: number): boolean =>
  scene.isPlace(i) ||
  /^(country|state|nation|republic|town|city|village|side|border|region|province|district|island|coast|shore)$/.test(
    scene.trees.lemma(i),
  )

/** Where somebody was taken from is where it happened: "abducted from a mosque in Jos"; militants "from Libya" are no place. */
export const isTaking = (type: string): boolean => /^(kidnapping|hostage-taking|disappearance|arrest)$/.test(type)

/** The property that an argument fills under a frame, undefined where the frame has none for it. */
export function propertyOf(scene: Scene, type: string, frame: Frame, { role, head }: Argument): string | undefined {
  if (role === 'agent')
    return frame.agentPerson !== undefined && isRecruiter(scene, head) ? frame.agentPerson : frame.agent
  if (role === 'patient') {
    // "a training camp on Pemba": where, not who
    if (frame.patient === 'participant' && scene.isPlace(head)) return undefined
    // "approached a student at [the mosque]", "offered them [motorcycles]"
    if (frame.agentPerson !== undefined && !scene.isPerson(head) && scene.trees.tags[head].upos === 'NOUN')
      return undefined
    if (frame.patient !== 'target') return frame.patient
    return frame.agent === 'perpetrator' && scene.isPerson(head) ? 'victim' : 'target'
  }
  // "traffic between the two towns": what lies at both ends does not travel; between two countries there may be fighting.
  // "offered [them] money"
  if (role === 'recipient' && frame.agentPerson !== undefined) return frame.patient
  if (role === 'with' && type === 'border-crossing' && isPlaceWord(scene, head)) return undefined
  // "blocked the road with trucks": who takes part is somebody.
  if (role === 'with' && !isParty(scene, head)) return undefined
  if (role === 'with') return frame.agent === 'participant' ? 'participant' : undefined
  if (role === 'into') return frame.agent === 'participant' ? 'destination' : undefined
  // "abducted [from a mosque]"
  if (role === 'from' && isTaking(type)) return scene.isThing(head) ? 'place' : undefined
  if (role === 'from') return frame.agent === 'participant' ? 'origin' : undefined
  return role
}
