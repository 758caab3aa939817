import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LinearModel } from '../../learned/LinearModel.ts'
import { WordClusters } from '../../learned/WordClusters.ts'
import { editOf, Lemmatizer } from './Lemmatizer.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'models')
const model = LinearModel.parse(readFileSync(join(folder, 'lemmas.bin')))
const clusters = WordClusters.parse(readFileSync(join(folder, 'clusters.bin')))
const lemmatizer = new Lemmatizer(model, new Set(), clusters)

it.each([
  [
    'shot VBN shoot, slain VBN slay, slew VBD slay, laid VBD lay, lay VBD lie, fled VBD flee, Fled VBD flee, SHOT VBD shoot',
  ],
  [
    'bound VBN bind, wounded VBN wound, found VBD find, founded VBN found, left VBD leave, struck VBD strike, hung VBD hang',
  ],
  [
    'bombings NNS bombing, militiamen NNS militiaman, policemen NNS policeman, passers-by NNS passer-by, thieves NNS thief',
  ],
  [
    'freed VBN free, looted VBN loot, trafficked VBN traffic, gassed VBN gas, rammed VBD ram, robbed VBN rob, dying VBG die',
  ],
  ['wiped VBD wipe, provoked VBN provoke, voting VBG vote, applauded VBN applaud, rooted VBN root, bigger JJR big'],
  ["n't RB not, 's POS 's, 'm VBP be, ca MD can, them PRP they, his PRP$ his, an DT a, those DT that, 1,200 CD 1200"],
  ['Afghan JJ Afghan, Dutch JJ Dutch, Reynolds NNP Reynolds, Forces NNPS Force, deadliest JJS deadly, worst JJS bad'],
])('knows %s', (list) => {
  for (const item of list.split(', ')) {
    const [word, xpos, lemma] = item.split(' ')
    expect(`${word} ${xpos} ${lemmatizer.lemma(word, xpos)}`).toBe(`${word} ${xpos} ${lemma}`)
  }
})

it('makes no word of an ending that only one word has', () => {
  // "Nov." is "November", "Sent" no "Send" where it is a name
  expect(lemmatizer.lemma('Capt.', 'NNP')).toBe('Capt.')
  expect(lemmatizer.lemma('Elizabeth', 'NNP')).toBe('Elizabeth')
  expect(lemmatizer.lemma('consistent', 'RB')).toBe('consistent')
})

it('writes what it reads back: an edit is what makes the lemma of the word', () => {
  expect(editOf('allies', 'ally')).toBe('L ies y')
  expect(editOf('Paris', 'Paris')).toBe('K')
  expect(editOf('Bombs', 'bomb')).toBe('L s')
})

it('takes anything for a word', () => {
  for (const word of ['', '-', '…', 'x'.repeat(10_000), 'ſ', '\ud800', '|/|']) {
    for (const xpos of ['NNS', 'VBD', 'NNP', '', 'CD']) expect(typeof lemmatizer.lemma(word, xpos)).toBe('string')
  }
})

it('lets a known verb decide where the model is a letter off, and leaves other words alone', () => {
  const known = new Lemmatizer(model, new Set(['blame', 'ban', 'tell']))
  expect(known.lemma('blamed', 'VBD')).toBe('blame')
  expect(known.lemma('banned', 'VBN')).toBe('ban')
  expect(known.lemma('telling', 'VBG')).toBe('tell')
  const short = new Lemmatizer(model, new Set(['rap', 'rape', 'recall']))
  expect(short.lemma('raping', 'VBG')).toBe('rape')
  expect(short.lemma('rapping', 'VBG')).toBe('rap')
  expect(short.lemma('recalling', 'VBG')).toBe('recall')
  // Not a verb here, and no verb that is known: as the model has them.
  const plain = new Lemmatizer(model)
  expect(known.lemma('bans', 'NNS')).toBe(plain.lemma('bans', 'NNS'))
  expect(known.lemma('walked', 'VBD')).toBe(plain.lemma('walked', 'VBD'))
})
