import { describe, expect, it } from 'vitest'
import type { Act } from '../model/Attribution.ts'
import type { Certainty, Polarity } from '../model/Certainty.ts'
import type { Source, SourceKind } from '../model/Source.ts'
import type { Statement } from '../model/Statement.ts'
import type { Value } from '../model/Value.ts'
import { type WeighingContext, weigh } from './positionsOf.ts'

const sources = new Map<string, Source>()
const source = (report: string, kind: SourceKind, name: string): string => {
  const id = `${report}/${kind}/${name}`
  sources.set(id, { id, kind, name, mentions: [] })
  return id
}

interface Said {
  report?: string
  property?: string
  value: Value
  chain?: [kind: SourceKind, name: string, act?: Act][]
  certainty?: Certainty
  polarity?: Polarity
}
let number = 0
const said = ({
  report = 'r1',
  property = 'killed',
  value,
  chain = [],
  certainty = 'certain',
  polarity = 'affirmed',
}: Said): Statement => ({
  id: `st_${++number}`,
  report,
  subject: { kind: 'incident', id: 'i' },
  property,
  value,
  polarity,
  certainty,
  chain: [['outlet', `outlet of ${report}`, 'says'] as const, ...chain].map(([kind, name, act]) => ({
    source: source(report, kind, name),
    act: act ?? 'says',
    certainty: 'certain',
    polarity: 'affirmed',
  })),
  passages: [{ start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }],
  path: [{ by: 'rule:test', span: { start: 0, end: 1 } }],
})
const dead = (number: number, of?: string): Value => ({
  type: 'count',
  low: number,
  best: number,
  high: number,
  words: String(number),
  ...(of === undefined ? {} : { of }),
})
const group = (entity: string): Value => ({ type: 'entity', entity })
const context: WeighingContext = { source: (id) => sources.get(id), isSingle: (property) => property !== 'perpetrator' }
const weighed = (statements: Said[], more: Partial<WeighingContext> = {}) =>
  weigh(statements.map(said), { ...context, ...more })[0]
const behind = (statements: Said[], more?: Partial<WeighingContext>) =>
  weighed(statements, more).positions.map(({ independentSources }) => independentSources.length)

describe('positions', () => {
  it('puts the same value of several sources into one, and the best supported first', () => {
    const { positions, disputed, count } = weighed([
      { value: dead(14), chain: [['role', 'police']] },
      { value: dead(19), chain: [['organisation', 'the Red Cross']] },
      { value: dead(19), chain: [['person', 'Dr Sow']] },
    ])
    expect(
      positions.map(({ value, independentSources }) => [
        value.type === 'count' && value.best,
        independentSources.length,
      ]),
    ).toEqual([
      [19, 2],
      [14, 1],
    ])
    expect(disputed).toBe(true)
    expect(count).toEqual({ low: 14, best: 19, high: 19, rule: 'most-sources' })
  })

  it('prefers the surer of two, and then the one stated first', () => {
    const { count } = weighed([
      { value: dead(30), certainty: 'possible' },
      { value: dead(22), chain: [['role', 'police']] },
      { value: dead(20), chain: [['role', 'the mayor']] },
    ])
    expect(count).toMatchObject({ low: 20, best: 22, high: 30 })
  })

  it('joins a bare number to the only thing counted so, and keeps other things apart', () => {
    expect(weighed([{ value: dead(22) }, { value: dead(22, 'tourists') }]).positions).toHaveLength(1)
    const mixed = weighed([{ value: dead(22, 'people') }, { value: dead(20, 'tourists') }])
    expect(mixed).toMatchObject({ disputed: false, count: { low: 22, best: 22, high: 22 } })
  })

  it('is disputed where one denies or doubts, and says who', () => {
    const { disputed, positions } = weighed([
      {
        property: 'perpetrator',
        value: group('e_front'),
        chain: [['organisation', 'the Front', 'claims-responsibility']],
      },
      {
        property: 'perpetrator',
        value: group('e_front'),
        chain: [['group', 'officials', 'doubts']],
        certainty: 'possible',
      },
    ])
    expect(disputed).toBe(true)
    expect(positions).toMatchObject([
      {
        affirmed: true,
        denied: true,
        certainty: 'certain',
        independentSources: ['r1/organisation/the Front'],
        deniedBy: ['r1/group/officials'],
      },
    ])
  })

  it('is disputed where two claim the same deed', () => {
    const claim = (name: string): Said => ({
      property: 'perpetrator',
      value: group(name),
      chain: [['organisation', name, 'claims-responsibility']],
    })
    expect(weighed([claim('the Front'), claim('the Brigade')]).disputed).toBe(true)
    const two: Said[] = ['e_1', 'e_2'].map((entity) => ({
      property: 'perpetrator',
      value: group(entity),
      chain: [['role', 'police', 'accuses']],
    }))
    expect(weighed(two).disputed).toBe(false)
  })

  it('has no count where every number is denied', () => {
    expect(weighed([{ value: dead(5), polarity: 'denied' }])).toMatchObject({
      disputed: true,
      positions: [{ affirmed: false }],
    })
    expect(weighed([{ value: dead(5), polarity: 'denied' }]).count).toBeUndefined()
  })
})

describe('independent sources', () => {
  const value = dead(9)

  it('counts the innermost source once, whoever passes it on', () => {
    expect(
      behind([
        {
          value,
          report: 'r1',
          chain: [
            ['organisation', 'Meridian Wire'],
            ['organisation', 'the defence ministry'],
          ],
        },
        { value, report: 'r2', chain: [['organisation', 'The Defence  Ministry']] },
      ]),
    ).toEqual([1])
  })

  it('counts the outlets that assert it themselves, and not their near copies', () => {
    const both: Said[] = [
      { value, report: 'r1' },
      { value, report: 'r2' },
    ]
    expect(behind(both)).toEqual([2])
    expect(behind(both, { originalOf: (report) => (report === 'r2' ? 'r1' : report) })).toEqual([1])
  })

  it('takes unnamed people of two reports for two, unless one agency spoke to them', () => {
    const resident = (report: string, through?: string): Said => ({
      value,
      report,
      chain: [...(through ? [['organisation', through] as [SourceKind, string]] : []), ['unnamed', 'a resident']],
    })
    expect(behind([resident('r1'), resident('r2')])).toEqual([2])
    expect(behind([resident('r1', 'Meridian Wire'), resident('r2', 'Meridian Wire')])).toEqual([1])
    expect(behind([resident('r1'), resident('r2')], { originalOf: () => 'r1' })).toEqual([1])
  })
})
