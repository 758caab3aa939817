import type { CertaintyAnnotation } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import { Trees } from '../../document/Trees.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { certaintyFeatures, MOST_CERTAINTY_FEATURES } from './certaintyFeatures.ts'
import { certaintyViewOf } from './certaintyViewOf.ts'
import { isPredicate } from './isPredicate.ts'
import { newsShare } from './registerFeatures.ts'
import type { CertaintyVocabulary } from './ruleValue.ts'

/** The trained weights of the stage: see `models/certainty.md`. */
export interface CertaintyModels {
  readonly news: LinearModel
  readonly web: LinearModel
  /** tells news from web text: people who judge them use the scale differently */
  readonly register: LinearModel
}

/**
 * Says of each predicate how sure the text is that it holds, from -3 (certainly not) to +3 (certainly): rules for modals,
 * negation, conditions and the verbs above it (`ruleValue.ts`), weighed by a regression that has seen what readers make of them.
 *
 *     The crew failed to reach the valley, but may try again.
 *              3         -3                        1
 */
export function createCertaintyStage(
  vocabulary: CertaintyVocabulary,
  models: CertaintyModels,
): Stage<'tokens' | 'sentences' | 'tags' | 'trees', 'certainty'> {
  const eventNouns = new Set(models.news.meta.eventNouns as string[] | undefined)
  return {
    name: 'certainty',
    requires: ['tokens', 'sentences', 'tags', 'trees'],
    assigns: ['certainty'],
    run(document) {
      const view = certaintyViewOf(Trees.of(document), document.get('sentences'), vocabulary)
      const { trees } = view
      const features = new Int32Array(MOST_CERTAINTY_FEATURES)
      const score = new Float32Array(1)
      const news = newsShare(trees, models.register)
      const certainty: CertaintyAnnotation[] = []
      for (let i = 0; i < trees.length; i++) {
        if (!isPredicate(trees, i, eventNouns)) continue
        const n = certaintyFeatures(view, i, features)
        let sum = 0
        for (const [model, share] of [
          [models.news, news],
          [models.web, 1 - news],
        ] as const) {
          if (share < 0.01) continue
          model.scores(features, n, score)
          sum += score[0] * model.scale * share
        }
        const value = Math.max(-3, Math.min(3, sum))
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
