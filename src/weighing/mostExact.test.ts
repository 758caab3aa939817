import { expect, it } from 'vitest'
import type { Place } from '../model/Place.ts'
import type { Interval } from '../model/Value.ts'
import { mostExact } from './mostExact.ts'

const time = (edtf: string): Interval => ({ type: 'interval', edtf, phrase: '', anchor: { kind: 'none' } })
const place = (
  name: string,
  precision: Place['precision'],
  country: string,
  relation: Place['relation'] = 'at',
): Place => ({
  type: 'place',
  name,
  precision,
  country,
  relation,
})

it('takes the day that does not contradict the month that most say', () => {
  expect(mostExact([time('2015-03'), time('2015'), time('2015-03-18')])).toEqual(time('2015-03-18'))
  expect(mostExact([time('2015-03'), time('2015-04-02')])).toEqual(time('2015-03'))
})

it('takes any date before a time that hangs on nothing known', () => {
  expect(mostExact([time(''), time('2015-03')])).toEqual(time('2015-03'))
})

it('takes the town before its country, and at it before near it', () => {
  const [country, near, at] = [
    place('Tunisia', 'country', 'TN'),
    place('Sousse', 'town', 'TN', 'near'),
    place('Sousse', 'town', 'TN'),
  ]
  expect(mostExact([country, near, at])).toEqual(at)
  expect(mostExact([country, place('Zuwara', 'town', 'LY')])).toEqual(country)
})

it('is nothing where there is nothing', () => expect(mostExact([])).toBeUndefined())
