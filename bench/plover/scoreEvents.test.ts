import { describe, expect, it } from 'vitest'
import type { PloverEvent } from './PloverEvent.ts'
import { agree, f1, scoreEvents } from './scoreEvents.ts'

const event = (type: string, actors: string[], recipients: string[], mode?: string): PloverEvent => ({
  type,
  actors,
  recipients,
  cue: '',
  ...(mode === undefined ? {} : { mode }),
})

describe('parties', () => {
  it('agree by their heads, whatever stands before and behind', () => {
    const gold = event('COERCE', ["Peru's police"], ['the two striking teachers'])
    expect(agree(gold, event('COERCE', ['police'], ['teachers in Lima']))).toBe(true)
    expect(agree(gold, event('COERCE', ['police'], ['the school of the teachers']))).toBe(false)
  })

  it('are who is counted, not the number', () => {
    const gold = event('COERCE', ['the army'], ['eight of his associates'])
    expect(agree(gold, event('COERCE', ['the army'], ['his associates']))).toBe(true)
    expect(agree(gold, event('COERCE', ['the army'], ['eight of the nurses']))).toBe(false)
  })

  it('are all there, and no others', () => {
    const gold = event('ASSAULT', ['the army', 'rebels'], [])
    expect(agree(gold, event('ASSAULT', ['rebels', 'the army'], []))).toBe(true)
    expect(agree(gold, event('ASSAULT', ['the army'], []))).toBe(false)
    expect(agree(gold, event('ASSAULT', ['the army', 'rebels'], ['the town']))).toBe(false)
  })
})

it('counts types as a multiset, and modes where both have the type', () => {
  const gold = [event('ASSAULT', [], [], 'drone'), event('ASSAULT', [], [], 'beat')]
  const told = [event('ASSAULT', [], [], 'heavy-weapons'), event('PROTEST', [], [])]
  const { type, mode } = scoreEvents([{ gold, told }])
  expect(f1(type)).toBeCloseTo(0.5)
  expect(mode).toEqual({ right: 1, told: 1, gold: 1 })
})
