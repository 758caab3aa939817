import type { Arc } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import { lazily } from '../../learned/lazily.ts'
import { piecesOf } from '../../learned/neural/piecesOf.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { Parser } from './Parser.ts'

/** Gives each sentence its tree, with the relations of Universal Dependencies and their subtypes. */
export function createParseStage(model: () => TensorFile): Stage<'sentences' | 'vectors', 'trees'> {
  const parser = lazily(() => new Parser(model()))
  return {
    name: 'parse',
    requires: ['sentences', 'vectors'],
    assigns: ['trees'],
    run(document) {
      const vectors = document.get('vectors')
      const trees: Arc[] = []
      for (const sentence of document.get('sentences')) {
        let root = -1
        for (const [from, to] of piecesOf(sentence)) {
          for (const arc of parser().parse(vectors, from, to)) {
            // A sentence beyond all measure is parsed in pieces: the later ones hang on the first.
            if (arc.head < 0 && root >= 0) trees.push({ head: root, deprel: 'parataxis' })
            else {
              if (arc.head < 0) root = trees.length
              trees.push(arc)
            }
          }
        }
      }
      return { trees }
    },
  }
}
