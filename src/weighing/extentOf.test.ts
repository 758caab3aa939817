import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kilometres, kilometresToLine, type Position } from '../geography/Position.ts'
import type { Place } from '../model/Place.ts'
import { extentOf } from './extentOf.ts'

const MOSUL = { name: 'Mosul', lat: 36.34, lon: 43.13, radiusKm: 20, precision: 'town', country: 'IQ' } as const
const place = (more: Partial<Place>): Place => ({ type: 'place', ...MOSUL, relation: 'at', ...more })
const outer = (found: Place): Position[] => (extentOf(found)?.geometry.coordinates[0] ?? []) as Position[]
const centre: Position = [MOSUL.lon, MOSUL.lat]

describe('the extent of a place', () => {
  it('is a circle of its reach, never a point', () => {
    for (const corner of outer(place({}))) expect(kilometres(centre, corner)).toBeCloseTo(20, 0)
    expect(extentOf(place({ radiusKm: 0, precision: 'site' }))?.uncertaintyKm).toBeGreaterThan(0)
  })

  it('is wider near it', () => expect(extentOf(place({ relation: 'near' }))?.uncertaintyKm).toBe(45))

  it('is a ring at a distance, a disc within one', () => {
    const ring = extentOf(place({ relation: 'distance', distanceKm: 100 }))
    expect(ring).toMatchObject({ shape: 'ring', uncertaintyKm: 130 })
    expect(ring?.geometry.coordinates).toHaveLength(2)
    expect(extentOf(place({ relation: 'distance', distanceKm: 100, distanceBound: 'at-most' }))).toMatchObject({
      shape: 'disc',
    })
  })

  it('is a sector in a direction, around the point so far away', () => {
    const found = extentOf(place({ relation: 'distance', distanceKm: 60, direction: 'NE' }))
    expect(found).toMatchObject({ shape: 'sector' })
    const [lon, lat] = found?.point ?? []
    expect(kilometres(centre, [lon, lat])).toBeCloseTo(60, 0)
    expect(lon).toBeGreaterThan(MOSUL.lon)
    expect(lat).toBeGreaterThan(MOSUL.lat)
    expect(found?.uncertaintyKm).toBeLessThan(60)
  })

  it('is an ellipse between two places', () => {
    const other = { name: 'Erbil', lat: 36.19, lon: 44.01, precision: 'town' } as const
    const found = extentOf(place({ relation: 'between', other }))
    expect(found?.shape).toBe('corridor')
    expect(kilometres(found?.point as unknown as Position, centre)).toBeCloseTo(
      kilometres(centre, [44.01, 36.19]) / 2,
      0,
    )
  })

  it('is the lines of a border, and so far from them', () => {
    const libya = { name: 'Libya', lat: 27, lon: 17, precision: 'country', country: 'LY' } as const
    const border = place({
      ...libya,
      relation: 'distance',
      distanceKm: 97,
      line: 'border',
      other: { name: 'Tunisia', precision: 'country', country: 'TN' },
    })
    const found = extentOf(border)
    expect(found).toMatchObject({ shape: 'lines', withinKm: 107, geometry: { type: 'MultiLineString' } })
    const lines = found?.geometry.coordinates as Position[][]
    // Wazin lies on it, Tripoli 150 km from it.
    expect(Math.min(...lines.map((line) => kilometresToLine([10.69, 31.95], line)))).toBeLessThan(10)
    expect(Math.min(...lines.map((line) => kilometresToLine([13.19, 32.89], line)))).toBeGreaterThan(140)
  })

  it('is the outline of a country', () => {
    const mali: Place = {
      type: 'place',
      name: 'Mali',
      lat: 18,
      lon: -2,
      radiusKm: 630,
      precision: 'country',
      country: 'ML',
      relation: 'at',
    }
    expect(extentOf(mali)).toMatchObject({ shape: 'outline', geometry: { type: 'MultiPolygon' } })
    expect(extentOf({ ...mali, relation: 'part', direction: 'N' })?.point[1]).toBeGreaterThan(18)
  })

  it('is none where nothing is known', () => {
    expect(extentOf({ type: 'place', name: 'Xelbaraq Tepeh', precision: 'unknown', relation: 'at' })).toBeUndefined()
  })

  it('is cut in two where it passes the antimeridian', () => {
    const found = extentOf(place({ lat: -17, lon: 179.9, radiusKm: 100 }))
    expect(found?.geometry.type).toBe('MultiPolygon')
  })

  const relations = fc.constantFrom<Place['relation']>(
    'at',
    'part',
    'near',
    'distance',
    'between',
    'along',
    'off',
    'inland',
  )
  const directions = fc.constantFrom<Place['direction']>(undefined, 'N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW', 'C')
  const precisions = fc.constantFrom<Place['precision']>(
    'site',
    'town',
    'admin2',
    'admin1',
    'country',
    'region',
    'unknown',
  )
  it('is a closed geometry on the map, whatever the place', () => {
    fc.assert(
      fc.property(
        fc.record({
          lat: fc.double({ min: -90, max: 90, noNaN: true }),
          lon: fc.double({ min: -180, max: 180, noNaN: true }),
        }),
        fc.record({ relation: relations, direction: directions, precision: precisions }),
        fc.record({
          radiusKm: fc.double({ min: 0, max: 4000, noNaN: true }),
          distanceKm: fc.double({ min: 0, max: 5000, noNaN: true }),
        }),
        (point, how, size) => {
          const found = extentOf({
            type: 'place',
            name: 'X',
            ...point,
            ...how,
            ...size,
            other: { name: 'Y', precision: 'town', lat: 10, lon: 10 },
          })
          if (found === undefined) return
          expect(found.uncertaintyKm).toBeGreaterThan(0)
          const rings = (
            found.geometry.type === 'Polygon' ? [found.geometry.coordinates] : found.geometry.coordinates
          ) as Position[][][]
          for (const ring of rings.flat()) {
            expect(ring.length).toBeGreaterThan(3)
            expect(ring[0]).toEqual(ring.at(-1))
            for (const [lon, lat] of ring) {
              expect(Math.abs(lon)).toBeLessThanOrEqual(180)
              expect(Math.abs(lat)).toBeLessThanOrEqual(90)
            }
          }
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })
})
