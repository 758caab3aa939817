import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LinearModel } from '../../learned/LinearModel.ts'
import { Lemmatizer } from './Lemmatizer.ts'

const model = LinearModel.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'models', 'lemmas.bin')))

it('lets a known verb decide where the model is a letter off, and leaves other words alone', () => {
  const known = new Lemmatizer(model, new Set(['blame', 'ban', 'tell']))
  expect(known.lemma('blamed', 'VBD')).toBe('blame')
  expect(known.lemma('banned', 'VBN')).toBe('ban')
  expect(known.lemma('telling', 'VBG')).toBe('tell')
  // Not a verb here, and no verb that is known: as the model has them.
  const plain = new Lemmatizer(model)
  expect(known.lemma('bans', 'NNS')).toBe(plain.lemma('bans', 'NNS'))
  expect(known.lemma('walked', 'VBD')).toBe(plain.lemma('walked', 'VBD'))
})
