import { expect, it } from 'vitest'
import type { Value } from '../model/Value.ts'
import { areRivals } from './areRivals.ts'

const count = (low: number, high: number | null, of?: string): Value => ({
  type: 'count',
  low,
  best: low,
  high,
  words: '',
  ...(of === undefined ? {} : { of }),
})
const time = (edtf: string): Value => ({ type: 'interval', edtf, phrase: '', anchor: { kind: 'none' } })
const place = (name: string, precision: 'town' | 'country', lat: number, lon: number, country: string): Value => ({
  type: 'place',
  name,
  precision,
  lat,
  lon,
  country,
  relation: 'at',
})
const sousse = place('Sousse', 'town', 35.83, 10.64, 'TN')

it.each<[string, Value, Value]>([
  ['two numbers of dead', count(22, 22), count(30, 30)],
  ['a number and a bound above it', count(22, 22), count(30, null)],
  ['two days', time('2015-06-26'), time('2015-06-27')],
  ['two towns far apart', sousse, place('Tunis', 'town', 36.8, 10.18, 'TN')],
  ['two countries', place('Libya', 'country', 27, 17, 'LY'), sousse],
  [
    'two stages',
    { type: 'term', vocabulary: 'stages', key: 'foiled' },
    { type: 'term', vocabulary: 'stages', key: 'accomplished' },
  ],
])('%s are rivals', (_name, a, b) => {
  expect([areRivals(a, b, true), areRivals(b, a, true)]).toEqual([true, true])
})

it.each<[string, Value, Value]>([
  ['a number within the bounds of the other', count(22, 22), count(20, null)],
  ['numbers of different things', count(22, 22, 'people'), count(20, 20, 'tourists')],
  ['a day and its month', time('2015-06-26'), time('2015-06')],
  ['a time that hangs on nothing and a day', time(''), time('2015-06')],
  ['a town and its country', sousse, place('Tunisia', 'country', 34, 9, 'TN')],
  ['a town and its suburb', sousse, place('Hammam Sousse', 'town', 35.86, 10.6, 'TN')],
])('%s are none', (_name, a, b) => {
  expect([areRivals(a, b, true), areRivals(b, a, true)]).toEqual([false, false])
})

it('makes rivals of two names only where a property has one value', () => {
  const [a, b]: Value[] = [
    { type: 'entity', entity: 'e_1' },
    { type: 'entity', entity: 'e_2' },
  ]
  expect([areRivals(a, b, false), areRivals(a, b, true)]).toEqual([false, true])
})
