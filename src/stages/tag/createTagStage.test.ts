import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodedDocument, tensorFile } from '../../../test/encodedDocument.ts'
import { LinearModel } from '../../learned/LinearModel.ts'
import { WordClusters } from '../../learned/WordClusters.ts'
import { createTagStage } from './createTagStage.ts'

const bytes = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'models', `${name}.bin`))
const stage = createTagStage({
  tagger: () => tensorFile('tagger'),
  lemmas: LinearModel.parse(bytes('lemmas')),
  clusters: WordClusters.parse(bytes('clusters')),
})

/** Tags one sentence, given as words with blanks between them. */
const tag = (sentence: string) => stage.run(encodedDocument(sentence)).tags
const tags = (sentence: string): string =>
  tag(sentence)
    .map(({ xpos }) => xpos)
    .join(' ')
const lemmas = (sentence: string): string =>
  tag(sentence)
    .map(({ lemma }) => lemma)
    .join(' ')

describe('tags', () => {
  it.each([
    ['Gunmen killed two soldiers near Kabul on Friday .', 'NNS VBD CD NNS IN NNP IN NNP .'],
    ["The minister did n't say who was behind the bombing .", 'DT NN VBD RB VB WP VBD IN DT NN .'],
    ['They want to march to the city .', 'PRP VBP TO VB IN DT NN .'],
  ])('%s', (sentence, expected) => {
    expect(tags(sentence)).toBe(expected)
  })

  it('tell a verb from a noun of the same form', () => {
    expect(tag('They attack convoys .')[1].upos).toBe('VERB')
    expect(tag('The attack failed .')[1].upos).toBe('NOUN')
  })

  it('see a guard post and clashes for what they are', () => {
    expect(tag('Gunmen attacked a coast guard post near the bridge .')[5].upos).toBe('NOUN')
    expect(tag('Clashes broke out again on Monday .')[0].upos).toBe('NOUN')
    expect(tag('They post a guard near the bridge .')[1].upos).toBe('VERB')
  })

  it('do not depend on what was read before', () => {
    const first = tag('The attack failed .')
    tag('They attack convoys .')
    expect(tag('The attack failed .')).toEqual(first)
  })
})

describe('lemmas', () => {
  it.each([
    ['The allies were leaving the cities that burned .', 'the ally be leave the city that burn .'],
    ['Troops have stopped and searched hundreds of men .', 'troop have stop and search hundred of man .'],
    ["He said they would n't go to Mosul .", 'he say they would not go to Mosul .'],
  ])('%s', (sentence, expected) => {
    expect(lemmas(sentence)).toBe(expected)
  })

  it('of an odd word are the word', () => {
    const odd = `${'x'.repeat(500)}ing`
    expect(tag(`${odd} \ud800 s`)[0].lemma).toBe(odd)
  })
})
