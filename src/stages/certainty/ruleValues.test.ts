import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/documentOf.ts'
import type { Document } from '../../document/Document.ts'
import { Trees } from '../../document/Trees.ts'
import { reportOf } from '../../model/Report.ts'
import { createReader } from '../../reader/createReader.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { parseCertaintyWords } from '../../vocabulary/CertaintyWords.ts'
import { parseReportingVerbs } from '../../vocabulary/ReportingVerbs.ts'
import type { RuleValue } from './RuleValue.ts'
import { ruleValues } from './ruleValues.ts'

const lexicon = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../vocabulary/lexicons', `${name}.json`), 'utf8')
const vocabulary = {
  verbs: new Map([
    ...parseReportingVerbs(lexicon('reporting-verbs'), 'reporting-verbs'),
    ...parseReportingVerbs(lexicon('implicative-verbs'), 'implicative-verbs'),
  ]),
  certaintyWords: parseCertaintyWords(lexicon('certainty-words'), 'certainty-words.json'),
}
const at = (rows: string, word: string): RuleValue => {
  const trees = Trees.of(documentOf([[rows]]))
  return ruleValues(trees, vocabulary)[trees.tokens.findIndex(({ text }) => text === word)]
}
const valueAt = (rows: string, word: string): number => at(rows, word).value

describe('ruleValues', () => {
  it('takes a plain past for certain, and its negation for certainly not', () => {
    const rows = (negation: string) => `The the DET DT 2 det
      crew crew NOUN NN ${negation ? 5 : 3} nsubj
      ${negation ? 'did do AUX VBD 5 aux\nnot not PART RB 5 advmod\nstop stop VERB VB 0 root' : 'stopped stop VERB VBD 0 root'}`
    expect(valueAt(rows(''), 'stopped')).toBe(3)
    expect(valueAt(rows('not'), 'stop')).toBe(-3)
  })

  it('reads what a verb makes of its complement: managed +, failed -, refused -', () => {
    const rows = (form: string, lemma: string) => `They they PRON PRP 2 nsubj
      ${form} ${lemma} VERB VBD 0 root
      to to PART TO 4 mark
      cross cross VERB VB 2 xcomp`
    expect(valueAt(rows('managed', 'manage'), 'cross')).toBe(3)
    expect(valueAt(rows('failed', 'fail'), 'cross')).toBe(-3)
    expect(valueAt(rows('refused', 'refuse'), 'cross')).toBe(-3)
    expect(valueAt(rows('wanted', 'want'), 'cross')).toBe(0)
  })

  it('turns a signature round under negation: did not fail to cross', () => {
    const rows = `They they PRON PRP 4 nsubj
      did do AUX VBD 4 aux
      not not PART RB 4 advmod
      fail fail VERB VB 0 root
      to to PART TO 6 mark
      cross cross VERB VB 4 xcomp`
    expect(valueAt(rows, 'fail')).toBe(-3)
    expect(valueAt(rows, 'cross')).toBe(3)
  })

  it('joins a participle to the participle over an infinitive, and an infinitive to its like', () => {
    const rows = (form: string, xpos: string) => `They they PRON PRP 3 nsubj
      are be AUX VBP 3 aux
      struggling struggle VERB VBG 0 root
      to to PART TO 5 mark
      leave leave VERB VB 3 xcomp
      and and CCONJ CC 7 cc
      ${form} take VERB ${xpos} 5 conj
      losses loss NOUN NNS 7 obj`
    expect(valueAt(rows('taking', 'VBG'), 'taking')).toBe(3)
    expect(valueAt(rows('take', 'VB'), 'take')).toBe(0)
  })

  it('weakens by modals and conditions', () => {
    expect(valueAt('They they PRON PRP 3 nsubj\nmay may AUX MD 3 aux\nreturn return VERB VB 0 root', 'return')).toBe(1)
    const condition = `If if SCONJ IN 3 mark
      they they PRON PRP 3 nsubj
      return return VERB VBP 5 advcl
      we we PRON PRP 5 nsubj
      leave leave VERB VBP 0 root`
    expect(valueAt(condition, 'return')).toBe(0)
    expect(valueAt(condition, 'leave')).toBe(0)
  })

  it('keeps apart what a verb of saying makes of its content, and what the content says itself', () => {
    const rows = (verb: string) => `Officials official NOUN NNS 2 nsubj
      ${verb} ${verb} VERB VBP 0 root
      they they PRON PRP 5 nsubj
      may may AUX MD 5 aux
      flee flee VERB VB 2 ccomp`
    expect(at(rows('deny'), 'flee')).toMatchObject({ value: -1, own: 1, sayers: [1] })
    expect(at(rows('believe'), 'flee')).toMatchObject({ value: 1, own: 1, sayers: [1] })
    expect(at(rows('deny'), 'deny')).toMatchObject({ value: 3, own: 3, sayers: [] })
  })

  const read = reader()
  const cases: readonly RuleCase[] = JSON.parse(readFileSync(join(import.meta.dirname, 'cases.json'), 'utf8'))
  it.each(cases)('reads $rule', ({ example, near }) => {
    for (const [text, word, value] of [example, near]) {
      const trees = Trees.of(read(text))
      const { [trees.tokens.findIndex((token) => token.text === word)]: found } = ruleValues(trees, vocabulary)
      expect(found.value, text).toBeCloseTo(value)
    }
  })
})

/** A sentence, a word of it, and the value of that word: one that the rule is for, and one that only looks like it. */
interface RuleCase {
  readonly rule: string
  readonly example: [text: string, word: string, value: number]
  readonly near: [text: string, word: string, value: number]
}

function reader(): (text: string) => Document {
  const syntax = createReader(
    openEnglishReader().stages.filter(({ name }) => ['segment', 'encode', 'tag', 'parse'].includes(name)),
  )
  return (text) => syntax.annotate(reportOf({ text }))
}
