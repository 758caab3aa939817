import { innermostOver } from './attributionFor.ts'
import type { CandidateAt } from './Candidate.ts'
import { isDone } from './incidentsOf.ts'
import { isNegated } from './isNegated.ts'
import { ownSide } from './ownSide.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

/** "The group said its fighters had killed 15 marines": who says what their own side has done claims it, by whatever verb. */
export function ownDeed(scene: Scene, i: number, at: CandidateAt): Responsibility | undefined {
  const candidate = at.get(i)
  if (candidate === undefined || !isDone(scene, candidate.type) || candidate.open) return undefined
  if (!/^(accomplished|alleged)$/.test(candidate.stage)) return undefined
  const attribution = innermostOver(scene, i)
  if (attribution < 0 || candidate.match.trigger.as === 'noun') return undefined
  const agent = candidate.args.find(({ role, head }) => role === 'agent' && ownSide(scene, head, attribution) >= 0)
  if (agent === undefined) return undefined
  return {
    verb: i,
    who: agent.head,
    what: i,
    rule: 'own-deed',
    certainty: 'certain',
    polarity:
      isNegated(scene.trees, i) !== (scene.document.get('attributions')[attribution].polarity === 'denied')
        ? 'denied'
        : 'affirmed',
  }
}
