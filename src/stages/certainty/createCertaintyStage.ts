import type { CertaintyAnnotation } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import { Trees } from '../../document/Trees.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { certaintyFeatures, MOST_CERTAINTY_FEATURES } from './certaintyFeatures.ts'
import { certaintyViewOf } from './certaintyViewOf.ts'
import { isPredicate } from './isPredicate.ts'
import type { CertaintyVocabulary } from './ruleValue.ts'

/**
 * Says of each predicate how sure the text is that it holds, from -3 (certainly not) to +3 (certainly): rules for modals,
 * negation, conditions and the verbs above it (`ruleValue.ts`), weighed by a regression that has seen what readers make of them.
 *
 *     The crew failed to reach the valley, but may try again.
 *              3         -3                        1
 */
export function createCertaintyStage(
  vocabulary: CertaintyVocabulary,
  model: LinearModel,
): Stage<'tokens' | 'sentences' | 'tags' | 'trees', 'certainty'> {
  const eventNouns = new Set(model.meta.eventNouns as string[] | undefined)
  return {
    name: 'certainty',
    requires: ['tokens', 'sentences', 'tags', 'trees'],
    assigns: ['certainty'],
    run(document) {
      const view = certaintyViewOf(Trees.of(document), document.get('sentences'), vocabulary)
      const { trees } = view
      const features = new Int32Array(MOST_CERTAINTY_FEATURES)
      const score = new Float32Array(1)
      const certainty: CertaintyAnnotation[] = []
      for (let i = 0; i < trees.length; i++) {
        if (!isPredicate(trees, i, eventNouns)) continue
        model.scores(features, certaintyFeatures(view, i, features), score)
        const value = Math.max(-3, Math.min(3, score[0] * model.scale))
        const { start, end } = trees.tokens[i]
        const carrier = view.rules[i].words[0]
        certainty.push({
          start,
          end,
          token: i,
          value: Math.round(value * 100) / 100,
          ...(carrier === undefined ? {} : { word: trees.tokens[carrier].text }),
          by: 'model:certainty',
        })
      }
      return { certainty }
    },
  }
}
