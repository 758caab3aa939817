import type { Stage } from '../../document/Stage.ts'
import { lazily } from '../../learned/lazily.ts'
import { piecesOf } from '../../learned/neural/piecesOf.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { Encoder } from './Encoder.ts'

/** Reads each word in its sentence into numbers, for the stages that tag, parse and name. */
export function createEncodeStage(model: () => TensorFile): Stage<'sentences' | 'tokens', 'vectors'> {
  const encoder = lazily(() => new Encoder(model()))
  return {
    name: 'encode',
    requires: ['sentences', 'tokens'],
    assigns: ['vectors'],
    run(document) {
      const tokens = document.get('tokens')
      const { width } = encoder()
      const values = new Int8Array(tokens.length * width)
      const scales = new Float32Array(tokens.length)
      for (const sentence of document.get('sentences')) {
        for (const [from, to] of piecesOf(sentence)) {
          encoder().encode(
            tokens.slice(from, to).map(({ text }) => text),
            values,
            scales,
            from,
          )
        }
      }
      return { vectors: { width, values, scales } }
    },
  }
}
