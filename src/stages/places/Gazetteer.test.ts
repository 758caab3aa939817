import { describe, expect, it } from 'vitest'
import { AscribeError } from '../../base/AscribeError.ts'
import { encodeGazetteer, type PlaceRecord } from './encodeGazetteer.ts'
import { Gazetteer } from './Gazetteer.ts'
import { placeKey, soundKey } from './placeKey.ts'

const places: PlaceRecord[] = [
  { name: 'Mali', kind: 'country', lat: 18, lon: -2, radiusKm: 600, country: 'ML', demonyms: ['Malian'] },
  {
    name: 'West Virginia',
    kind: 'admin1',
    lat: 38.6,
    lon: -80.6,
    country: 'US',
    admin1: 'WV',
    abbreviations: ['W.Va.'],
  },
  { name: 'Gao', kind: 'admin1', lat: 17, lon: 0.5, country: 'ML', admin1: '09' },
  {
    name: 'Al Qāmishlī',
    kind: 'town',
    lat: 37.05,
    lon: 41.23,
    country: 'SY',
    population: 184_231,
    geonameId: 173377,
    alternates: ['Qamishli', 'القامشلي'],
    sound: true,
  },
  {
    name: 'Gao',
    kind: 'town',
    lat: 16.27,
    lon: -0.04,
    country: 'ML',
    admin1: '09',
    population: 86_353,
    capital: 'admin1',
  },
  ...Array.from({ length: 40 }, (_, i): PlaceRecord => ({ name: `Springfield ${i}`, kind: 'town', lat: i, lon: -i })),
]
const gazetteer = Gazetteer.parse(encodeGazetteer(places))

describe('Gazetteer', () => {
  it('knows a name however it is written', () => {
    for (const name of ['Qamishli', 'al-Qamishli', 'AL-QĀMISHLĪ', 'Al Qamishli', 'القامشلي']) {
      expect(gazetteer.lookup(name).map(({ entry }) => entry.geonameId)).toEqual([173377])
    }
  })

  it('finds a name carried over otherwise by its sound, and nothing for a name that sounds otherwise', () => {
    expect(gazetteer.lookup('Kamishly')).toEqual([])
    expect(gazetteer.soundsLike('Kamishly').map(({ entry }) => entry.name)).toEqual(['Al Qāmishlī'])
    expect(gazetteer.soundsLike('Kamloops')).toEqual([])
  })

  it('gives every place of a name, the most prominent first, with what it lies in', () => {
    const [area, town] = gazetteer.lookup('Gao').map(({ entry }) => entry)
    expect(area.kind).toBe('admin1')
    expect(town).toMatchObject({ kind: 'town', country: 'ML', admin1: area.index, capital: 'admin1' })
    expect(town.population / 86_353).toBeCloseTo(1, 1)
    expect(town.lat).toBeCloseTo(16.27, 5)
  })

  it('tells peoples and abbreviations from names', () => {
    expect(gazetteer.demonym('Malians').map(({ entry }) => entry.name)).toEqual(['Mali'])
    expect(gazetteer.lookup('Malians')).toEqual([])
    expect(gazetteer.abbreviation('W.Va.')[0].entry.name).toBe('West Virginia')
    expect(gazetteer.abbreviation('w.va.')).toEqual([])
  })

  it('finds every key across blocks, and none that is not there', () => {
    for (const { name } of places) expect(gazetteer.lookup(name).length, name).toBeGreaterThan(0)
    for (const name of ['', ' ', 'Aaa', 'Springfield 40', 'Zzz', 'constructor', 'x'.repeat(5000), '\ud800', '\u0000'])
      expect(gazetteer.lookup(name), name.slice(0, 20)).toEqual([])
  })

  it('completes what is typed into a search box', () => {
    expect(gazetteer.startingWith('ga').map(({ name }) => name)).toEqual(['Gao', 'Gao'])
    expect(gazetteer.startingWith('springf', 3)).toHaveLength(3)
    expect(gazetteer.startingWith('xy')).toEqual([])
  })

  it('complains about bytes that are no gazetteer, or not all of one', () => {
    const bytes = encodeGazetteer(places)
    expect(() => Gazetteer.parse(new Uint8Array(100))).toThrow(AscribeError)
    expect(() => Gazetteer.parse(bytes.slice(0, bytes.length - 1))).toThrow(/cut short/)
  })

  it('opens where the bytes begin at any offset of their buffer', () => {
    const bytes = encodeGazetteer(places)
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(Gazetteer.parse(shifted.subarray(3)).lookup('Mali')).toHaveLength(1)
  })
})

describe('placeKey and soundKey', () => {
  it('levels spellings', () => {
    expect(placeKey('St. Mary’s')).toBe(placeKey("Saint Mary's"))
    expect(placeKey('Deir ez-Zor')).toBe(placeKey('Deir al-Zor'))
    expect(placeKey('Łódź')).toBe('lodz')
    expect(placeKey('Fort Worth')).toBe('ft worth')
  })

  it('keeps what tells places apart', () => {
    expect(placeKey('El Paso')).not.toBe(placeKey('Paso'))
    expect(placeKey('Guinea-Bissau')).not.toBe(placeKey('Guinea'))
    expect(soundKey('al')).toBe('')
  })
})
