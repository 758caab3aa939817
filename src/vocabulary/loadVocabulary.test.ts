import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AscribeError } from '../base/AscribeError.ts'
import { loadVocabulary, VOCABULARY_FILES } from './loadVocabulary.ts'
import { isKindOf } from './Vocabulary.ts'

const folder = join(import.meta.dirname, '../../vocabulary')
const files = Object.fromEntries(VOCABULARY_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))

/** The error of a vocabulary in which `change` has altered one file. */
function faultOf(file: string, change: (json: never) => unknown): AscribeError {
  try {
    loadVocabulary({ ...files, [file]: JSON.stringify(change(JSON.parse(files[file]) as never)) })
  } catch (error) {
    if (error instanceof AscribeError) return error
    throw error
  }
  throw new Error('the fault was not seen')
}

describe('the vocabulary', () => {
  const vocabulary = loadVocabulary(files)

  it('loads, with triggers for every incident type', () => {
    const triggered = new Set(vocabulary.triggers.map(({ type }) => type))
    expect([...vocabulary.incidentTypes.keys()].filter((type) => !triggered.has(type))).toEqual([])
  })

  it('knows narrower types', () => {
    expect(isKindOf(vocabulary, 'suicide-bombing', 'attack')).toBe(true)
    expect(isKindOf(vocabulary, 'attack', 'suicide-bombing')).toBe(false)
  })
})

describe('complaints name file, key and remedy', () => {
  it('for a wider term that does not exist', () => {
    const { message } = faultOf('incident-types.json', (types: Record<string, object>) => ({
      ...types,
      arson: { ...types.arson, broader: 'fires' },
    }))
    expect(message).toContain("incident-types.json: arson: broader 'fires' is no key of this file")
    expect(message).toContain("add 'fires'")
  })

  it('for a circle of wider terms', () => {
    const { message } = faultOf('incident-types.json', (types: Record<string, object>) => ({
      ...types,
      attack: { ...types.attack, broader: 'bombing' },
    }))
    expect(message).toContain('bombing: broader leads back')
  })

  it('for a term without a near-miss, and for a field nobody knows', () => {
    const { message } = faultOf('roles.json', (roles: Record<string, object>) => ({
      ...roles,
      victim: { ...roles.victim, nearMiss: undefined, colour: 'red' },
    }))
    expect(message).toContain('roles.json: victim: nearMiss')
    expect(message).toContain('colour')
  })

  it('for a trigger of an unknown type, and one that stands twice', () => {
    const { message } = faultOf('lexicons/triggers.json', (triggers: object[]) => [
      ...triggers,
      { word: 'zap', as: 'verb', type: 'zapping' },
      triggers[0],
    ])
    expect(message).toContain("lexicons/triggers.json: zap: type 'zapping' is no key of incident-types.json")
    expect(message).toContain('stands twice')
    expect(message).toContain('2 faults')
  })

  it('for a property whose role or vocabulary is not there', () => {
    const { message } = faultOf('properties.json', (properties: Record<string, object>) => ({
      ...properties,
      target: { ...properties.target, role: 'aim' },
      stage: { ...properties.stage, vocabulary: 'steps' },
    }))
    expect(message).toContain("properties.json: target: role 'aim'")
    expect(message).toContain("properties.json: stage: vocabulary 'steps'")
  })

  it('for a file that is missing or no JSON, all at once', () => {
    const { 'stages.json': _missing, ...rest } = files
    expect(() => loadVocabulary({ ...rest, 'roles.json': '{' })).toThrow(AscribeError)
    try {
      loadVocabulary({ ...rest, 'roles.json': '{' })
    } catch (error) {
      expect((error as AscribeError).message).toContain('stages.json: -: the file is missing')
      expect((error as AscribeError).message).toContain('roles.json: -: not JSON')
    }
  })
})
