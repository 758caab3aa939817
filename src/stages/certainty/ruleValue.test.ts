import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/documentOf.ts'
import { Trees } from '../../document/Trees.ts'
import { parseCertaintyWords } from '../../vocabulary/CertaintyWords.ts'
import { parseReportingVerbs } from '../../vocabulary/ReportingVerbs.ts'
import { ruleValues } from './ruleValue.ts'

const lexicon = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../vocabulary/lexicons', `${name}.json`), 'utf8')
const vocabulary = {
  reportingVerbs: parseReportingVerbs(lexicon('reporting-verbs'), 'reporting-verbs.json'),
  certaintyWords: parseCertaintyWords(lexicon('certainty-words'), 'certainty-words.json'),
}
const valueAt = (rows: string, word: string): number => {
  const trees = Trees.of(documentOf([[rows]]))
  return ruleValues(trees, vocabulary)[trees.tokens.findIndex(({ text }) => text === word)].value
}

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

  it('weakens by modals and conditions', () => {
    expect(valueAt('They they PRON PRP 3 nsubj\nmay may AUX MD 3 aux\nreturn return VERB VB 0 root', 'return')).toBe(1)
    const condition = `If if SCONJ IN 3 mark
      they they PRON PRP 3 nsubj
      return return VERB VBP 5 advcl
      we we PRON PRP 5 nsubj
      leave leave VERB VBP 0 root`
    expect(valueAt(condition, 'return')).toBe(0)
    expect(valueAt(condition, 'leave')).toBe(1)
  })

  it('leaves open what somebody says', () => {
    const rows = `Officials official NOUN NNS 2 nsubj
      say say VERB VBP 0 root
      they they PRON PRP 4 nsubj
      fled flee VERB VBD 2 ccomp`
    expect(valueAt(rows, 'fled')).toBeLessThan(3)
    expect(valueAt(rows, 'say')).toBe(3)
  })
})
