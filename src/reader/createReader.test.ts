import { describe, expect, it } from 'vitest'
import type { Stage } from '../document/Stage.ts'
import { reportOf } from '../model/Report.ts'
import { createReader } from './createReader.ts'

const stage = (name: string, requires: Stage['requires'], assigns: Stage['assigns']): Stage => ({
  name,
  requires,
  assigns,
  run: () => Object.fromEntries(assigns.map((layer) => [layer, []])) as never,
})

describe('createReader', () => {
  it('runs the stages in order, each on the layers before it', () => {
    const reader = createReader([stage('segment', [], ['tokens', 'sentences']), stage('tag', ['tokens'], ['tags'])])
    const document = reader.annotate(reportOf({ text: 'Nothing happened.' }))
    expect(document.has('tags')).toBe(true)
    expect(() => document.get('trees')).toThrow("no layer 'trees'")
  })

  it('refuses an unmet requirement before anything is read, and says what to do', () => {
    expect(() => createReader([stage('parse', ['tags'], ['trees'])])).toThrow(
      expect.objectContaining({ code: 'stage-requirement', remedy: "put a stage that assigns 'tags' before 'parse'" }),
    )
  })

  it('refuses two stages that assign the same layer', () => {
    expect(() => createReader([stage('a', [], ['tokens']), stage('b', [], ['tokens'])])).toThrow(
      expect.objectContaining({ code: 'stage-twice' }),
    )
  })
})
