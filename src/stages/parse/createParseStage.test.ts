import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinearModel } from '../../learned/LinearModel.ts'
import { WordClusters } from '../../learned/WordClusters.ts'
import { Parser } from './Parser.ts'

const bytes = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'models', `${name}.bin`))
const parser = new Parser(LinearModel.parse(bytes('parser')), WordClusters.parse(bytes('clusters')))

/** Parses "word/UPOS/XPOS …"; the arcs come as "word > head: relation". */
function parse(sentence: string): string[] {
  const parts = sentence.split(' ').map((part) => part.split('/'))
  const words = parts.map(([text]) => ({ text }))
  const tags = parts.map(([, upos, xpos]) => ({ upos, xpos }))
  return parser
    .parse(words, tags, 0, words.length)
    .map(({ head, deprel }, i) => `${words[i].text} > ${words[head]?.text ?? ''}: ${deprel}`)
}

describe('trees', () => {
  it('say who did what to whom', () => {
    const arcs = parse('Gunmen/NOUN/NNS killed/VERB/VBD two/NUM/CD soldiers/NOUN/NNS there/ADV/RB ./PUNCT/.')
    expect(arcs).toEqual([
      'Gunmen > killed: nsubj',
      'killed > : root',
      'two > soldiers: nummod',
      'soldiers > killed: obj',
      'there > killed: advmod',
      '. > killed: punct',
    ])
  })

  it('know the passive by its subtypes', () => {
    const arcs = parse('Two/NUM/CD men/NOUN/NNS were/AUX/VBD killed/VERB/VBN by/ADP/IN rebels/NOUN/NNS ./PUNCT/.')
    expect(arcs).toContain('men > killed: nsubj:pass')
    expect(arcs).toContain('were > killed: aux:pass')
    expect(arcs).toContain('rebels > killed: obl:agent')
  })

  it('hang what is said on the verb of saying', () => {
    const arcs = parse('He/PRON/PRP said/VERB/VBD that/SCONJ/IN troops/NOUN/NNS left/VERB/VBD ./PUNCT/.')
    expect(arcs).toContain('left > said: ccomp')
    expect(arcs).toContain('He > said: nsubj')
  })

  const part = fc.record({
    text: fc.constantFrom('the', 'army', 'killed', ',', '"', 'Kabul', 'said', '\ud800', ''),
    upos: fc.constantFrom('NOUN', 'VERB', 'PUNCT', 'PROPN', 'X'),
    xpos: fc.constantFrom('NN', 'VBD', ',', 'NNP', '?'),
  })
  it('are trees with one root, whatever the words and tags', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 40 }), (parts) => {
        const arcs = parser.parse(parts, parts, 0, parts.length)
        expect(arcs).toHaveLength(parts.length)
        expect(arcs.filter(({ head }) => head === -1).map(({ deprel }) => deprel)).toEqual(['root'])
        for (let i = 0; i < arcs.length; i++) {
          let [at, steps] = [i, 0]
          while (at >= 0 && steps++ <= arcs.length) at = arcs[at].head
          expect(at).toBe(-1)
        }
        expect(parser.parse(parts, parts, 0, parts.length)).toEqual(arcs)
      }),
      { numRuns: 200 },
    )
  })
})
