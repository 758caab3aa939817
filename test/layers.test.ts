import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

// The floors of the house: a room imports from itself and from the floors below, never from a neighbour.
const FLOORS: Record<string, number> = {
  base: 0,
  model: 1,
  vocabulary: 2,
  document: 2,
  learned: 2,
  geography: 2,
  stages: 3,
  intake: 3,
  weighing: 3,
  reader: 4,
  record: 4,
  publishing: 4,
  server: 5,
  cli: 5,
  'ascribe.ts': 6,
}
const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file))
  .map((file) => join(root, 'src', file))

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1])

/** Each stage is a room of its own: `stages/times` does not know `stages/places`. */
function roomOf(file: string): string[] {
  const [first, second, third] = relative(join(root, 'src'), file).split(sep)
  return first === 'stages' && third !== undefined ? [first, second] : [first]
}

describe('the house', () => {
  it('has only rooms that stand in the plan', () => {
    expect([...new Set(files.map((file) => roomOf(file)[0]))].filter((room) => !(room in FLOORS))).toEqual([])
  })

  it('imports go down only, and rooms on one floor do not know each other', () => {
    const breaches = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => join(dirname(file), target))
        .filter((target) => {
          const [from, to] = [roomOf(file), roomOf(target)]
          if (from.join('/') === to.join('/')) return false
          return !(FLOORS[to[0]] < FLOORS[from[0]])
        })
        .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
    )
    expect(breaches).toEqual([])
  })

  it('keeps Node, the clock and randomness out of what also runs in a browser', () => {
    const portable = /^src\/(base|model|vocabulary|document|learned|geography|stages|weighing|reader)\//
    const breaches = files.flatMap((file) => {
      const name = relative(root, file).split(sep).join('/')
      if (!portable.test(name) || name === 'src/reader/openEnglishReader.ts') return []
      const source = readFileSync(file, 'utf8')
      return [/'node:/, /Math\.random/, /Date\.now/, /new Date\(\)/, /\bprocess\./]
        .filter((pattern) => pattern.test(source))
        .map((pattern) => `${name} has ${pattern}`)
    })
    expect(breaches).toEqual([])
  })
})
