import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/documentOf.ts'
import { tensorFile } from '../../../test/encodedDocument.ts'
import type { Document } from '../../document/Document.ts'
import { Trees } from '../../document/Trees.ts'
import { reportOf } from '../../model/Report.ts'
import { createReader } from '../../reader/createReader.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { RegisterModel } from './RegisterModel.ts'

const STAGES = ['segment', 'encode', 'tag', 'parse', 'certainty']
const reader = createReader(openEnglishReader().stages.filter(({ name }) => STAGES.includes(name)))
const annotate = (text: string): Document => reader.annotate(reportOf({ text }))
const valueAt = (text: string, word: string): number => {
  const document = annotate(text)
  const token = document.get('tokens').findIndex((one) => one.text === word)
  return document.get('certainty').find((one) => one.token === token)!.value
}

const NEWS = `Gunmen attacked a police post in the northern province on Tuesday, killing four officers, the interior ministry said. A
spokesman said the attackers fled towards the border after an exchange of fire that lasted nearly an hour. `
const CHAT = 'hey guys, i just got a new puppy and she will not eat her food, any ideas??? thanks so much!! :) '

describe('the stage of certainty', () => {
  it('tells what happened from what did not, and from what is open', () => {
    const text = `${NEWS}The gunmen failed to kill the governor. They may return. The governor left.`
    expect(valueAt(text, 'attacked')).toBeGreaterThan(2.5)
    expect(valueAt(text, 'kill')).toBeLessThan(-1)
    expect(valueAt(text, 'return')).toBeGreaterThan(0)
    expect(valueAt(text, 'return')).toBeLessThan(2)
    expect(valueAt(text, 'left')).toBeGreaterThan(2.5)
  })

  it('gives the same values whatever it read before', () => {
    const first = annotate(NEWS).get('certainty')
    annotate(CHAT)
    expect(annotate(NEWS).get('certainty')).toEqual(first)
  })

  it('reads sentences that are longer than it can hold at once', () => {
    const document = annotate('they may have left and '.repeat(120))
    expect(document.get('tokens').length).toBeGreaterThan(512)
    expect(document.get('certainty').every(({ value }) => Number.isFinite(value))).toBe(true)
  })

  it('has nothing to say of a text without predicates', () => {
    expect(annotate('').get('certainty')).toEqual([])
  })
})

describe('the model of registers', () => {
  const register = new RegisterModel(tensorFile('certainty'))
  const shareOf = (document: Document) => register.newsShare(Trees.of(document), document.get('vectors'))

  it('tells news from web text, and takes for news what says nothing', () => {
    expect(shareOf(annotate(NEWS))).toBeGreaterThan(0.95)
    expect(shareOf(annotate(CHAT))).toBeLessThan(0.2)
    expect(
      register.newsShare(Trees.of(documentOf([])), { width: 224, values: new Int8Array(), scales: new Float32Array() }),
    ).toBeGreaterThan(0.5)
  })
})
