import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedDocument, tensorFile } from '../../../test/encodedDocument.ts'
import { createParseStage } from './createParseStage.ts'

const stage = createParseStage(() => tensorFile('parser'))

/** Parses words with blanks between them; the arcs come as "word > head: relation". */
function parse(sentence: string): string[] {
  const words = sentence.split(' ')
  return stage
    .run(encodedDocument(sentence))
    .trees.map(({ head, deprel }, i) => `${words[i]} > ${words[head] ?? ''}: ${deprel}`)
}

describe('trees', () => {
  it('say who did what to whom', () => {
    expect(parse('Gunmen killed two soldiers there .')).toEqual([
      'Gunmen > killed: nsubj',
      'killed > : root',
      'two > soldiers: nummod',
      'soldiers > killed: obj',
      'there > killed: advmod',
      '. > killed: punct',
    ])
  })

  it('know the passive by its subtypes', () => {
    const arcs = parse('Two men were killed by rebels .')
    expect(arcs).toContain('men > killed: nsubj:pass')
    expect(arcs).toContain('were > killed: aux:pass')
    expect(arcs).toContain('rebels > killed: obl:agent')
  })

  it('hang what is said on the verb of saying', () => {
    const arcs = parse('He said that troops left .')
    expect(arcs).toContain('left > said: ccomp')
    expect(arcs).toContain('He > said: nsubj')
  })

  it('have one subject a verb, and an object without a preposition', () => {
    const claimed = parse('Hours later a little - known group , the Sons of the Harbour , also claimed the attack .')
    expect(claimed.filter((arc) => arc.endsWith('> claimed: nsubj'))).toEqual(['group > claimed: nsubj'])
    expect(parse('Gunmen attacked a market on Sunday , killing at least four traders .')).toContain(
      'traders > killing: obj',
    )
    expect(parse('The guards slept near the market .')).toContain('market > slept: obl')
  })

  const word = fc.constantFrom('the', 'army', 'killed', ',', '"', 'Kabul', 'said', '\ud800', '\u200f')
  it('are trees with one root, whatever the words, and do not depend on what was read before', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const document = encodedDocument(words.join(' '))
        const arcs = stage.run(document).trees
        expect(arcs).toHaveLength(words.length)
        expect(arcs.filter(({ head }) => head === -1).map(({ deprel }) => deprel)).toEqual(['root'])
        for (let i = 0; i < arcs.length; i++) {
          let [at, steps] = [i, 0]
          while (at >= 0 && steps++ <= arcs.length) at = arcs[at].head
          expect(at).toBe(-1)
        }
        parse('He said that troops left .')
        expect(stage.run(encodedDocument(words.join(' '))).trees).toEqual(arcs)
      }),
      { numRuns: 100 },
    )
  })

  it('of a sentence beyond all measure hang together', () => {
    const arcs = stage.run(encodedDocument('the army left and '.repeat(300).trim())).trees
    expect(arcs).toHaveLength(1200)
    expect(arcs.filter(({ head }) => head === -1)).toHaveLength(1)
  })
})
