import type { Arc } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { Parser } from './Parser.ts'

/** Gives each sentence its tree, with the relations of Universal Dependencies and their subtypes. */
export function createParseStage(
  model: LinearModel,
  clusters: WordClusters,
): Stage<'sentences' | 'tokens' | 'tags', 'trees'> {
  const parser = new Parser(model, clusters)
  return {
    name: 'parse',
    requires: ['sentences', 'tokens', 'tags'],
    assigns: ['trees'],
    run(document) {
      const [tokens, tags] = [document.get('tokens'), document.get('tags')]
      const trees: Arc[] = []
      for (const { from, to } of document.get('sentences')) trees.push(...parser.parse(tokens, tags, from, to))
      return { trees }
    },
  }
}
