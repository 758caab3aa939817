import type { CertaintyAnnotation } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import { Trees } from '../../document/Trees.ts'
import { lazily } from '../../learned/lazily.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { CertaintyNetwork } from './CertaintyNetwork.ts'
import { certaintyViewOf } from './certaintyViewOf.ts'
import { isPredicate } from './isPredicate.ts'
import { RegisterModel } from './RegisterModel.ts'
import type { CertaintyVocabulary } from './RuleValue.ts'

/**
 * Says of each predicate how sure the text is that it holds, from -3 (certainly not) to +3 (certainly): rules for modals,
 * negation, conditions and the verbs above it (`ruleValues.ts`), weighed by a network that has seen what readers make of them.
 *
 *     The crew failed to reach the valley, but may try again.
 *              3         -3                        1
 */
export function createCertaintyStage(
  vocabulary: CertaintyVocabulary,
  model: () => TensorFile,
): Stage<'tokens' | 'sentences' | 'vectors' | 'tags' | 'trees', 'certainty'> {
  const parts = lazily(() => {
    const file = model()
    return {
      network: new CertaintyNetwork(file),
      register: new RegisterModel(file),
      eventNouns: new Set(file.strings('eventNouns')),
    }
  })
  return {
    name: 'certainty',
    requires: ['tokens', 'sentences', 'vectors', 'tags', 'trees'],
    assigns: ['certainty'],
    run(document) {
      const { network, register, eventNouns } = parts()
      const sentences = document.get('sentences')
      const vectors = document.get('vectors')
      const view = certaintyViewOf(Trees.of(document), sentences, vocabulary)
      const { trees, rules } = view
      const news = register.newsShare(trees, vectors)
      const values = new Float64Array(trees.length)
      const certainty: CertaintyAnnotation[] = []
      for (const sentence of sentences) {
        const predicates: number[] = []
        for (let i = sentence.from; i < sentence.to; i++) if (isPredicate(trees, i, eventNouns)) predicates.push(i)
        network.read(view, vectors, sentence, predicates, news, values)
        for (const i of predicates) {
          const { start, end } = trees.tokens[i]
          const { value, own, sayers, words } = rules[i]
          const carrier = words[0]
          certainty.push({
            start,
            end,
            token: i,
            value: Math.round(Math.max(-3, Math.min(3, values[i])) * 100) / 100,
            ...(carrier === undefined ? {} : { word: trees.tokens[carrier].text }),
            ...(value === 3 && words.length === 0 ? {} : { ruled: { value, own, sayers } }),
            by: 'model:certainty',
          })
        }
      }
      return { certainty }
    },
  }
}
