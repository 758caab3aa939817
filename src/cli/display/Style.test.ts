import { expect, it } from 'vitest'
import { styleFor } from './Style.ts'

const terminal = { isTTY: true }

it('colours a source the same everywhere, on a terminal', () => {
  const style = styleFor(terminal, {})
  expect(style.source('k_1', 'police')).toMatch(/^\x1b\[38;5;\d+mpolice\x1b\[39m$/)
  expect(style.source('k_1', 'x').replace('x', 'y')).toBe(style.source('k_1', 'y'))
})

it.each([
  ['anything but a terminal', {}, {}],
  ['NO_COLOR', terminal, { NO_COLOR: '1' }],
  ['a dumb terminal', terminal, { TERM: 'dumb' }],
])('leaves %s plain', (_name, stream, environment) => {
  const style = styleFor(stream, environment)
  expect(style.source('k_1', 'police') + style.bold('a') + style.struck('b')).toBe('policeab')
})
