import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Document } from '../../document/Document.ts'
import type { PlaceAnnotation } from '../../document/Layers.ts'
import type { AnyStage } from '../../document/Stage.ts'
import { type Direction, PlacePrecision, PlaceRelationKind } from '../../model/Place.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { distanceKm } from './distanceKm.ts'

// Texts written for places by somebody who had not seen the stage, with what a careful reader finds in them.
interface Answer {
  readonly phrase: string
  readonly nth?: number
  readonly is: 'place' | 'government' | 'organisation' | 'demonym' | 'person' | 'team' | 'other'
  readonly country?: string
  readonly lat?: number
  readonly lon?: number
  readonly km?: number
  readonly precision?: PlacePrecision
  readonly relation?: {
    readonly kind: string
    readonly km?: number
    readonly direction?: string
    readonly contradicts?: boolean
  }
  readonly optional?: boolean
}
interface Case {
  readonly id: string
  readonly published?: string
  readonly outlet?: string
  readonly text: string
  readonly places: readonly Answer[]
}
const cases: readonly Case[] = JSON.parse(readFileSync(join(import.meta.dirname, 'openPlaceCases.json'), 'utf8'))

const RELATIONS: Readonly<Record<string, readonly string[]>> = { direction: ['near'], coastal: ['off', 'along', 'at'] }
const DIRECTIONS: Readonly<Record<string, Direction>> = { north: 'N', south: 'S', east: 'E', west: 'W' }

let stages: readonly AnyStage[]
beforeAll(() => {
  const needed = new Set(['segment', 'encode', 'tag', 'parse', 'names', 'quantities', 'places'])
  stages = openEnglishReader().stages.filter(({ name }) => needed.has(name))
})

const right = { found: 0, point: 0, precision: 0, relation: 0, government: 0, demonym: 0, person: 0, team: 0 }

function read({ text, published, outlet }: Case): readonly PlaceAnnotation[] {
  const document = new Document(reportOf({ text, ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) }))
  for (const stage of stages) document.add(stage.run(document))
  return document.get('places')
}

function isOnMap({ place }: PlaceAnnotation, { lat, lon, km = 30, precision, country }: Answer): boolean {
  if (precision === 'unknown') return place.lat === undefined
  if (lat === undefined || lon === undefined) return country === undefined || place.country === country
  if (place.lat === undefined || place.lon === undefined) return false
  const reach = precision === 'town' ? 0 : Math.min(place.radiusKm ?? 0, 300)
  return distanceKm({ lat, lon }, { lat: place.lat, lon: place.lon }) <= Math.max(km, reach)
}

function isRelated({ place }: PlaceAnnotation, { relation }: Answer, all: readonly PlaceAnnotation[]): boolean {
  if (relation === undefined) return true
  if (relation.contradicts) return all.some((other) => other.place.contradicts !== undefined)
  const kinds = RELATIONS[relation.kind] ?? [PlaceRelationKind.parse(relation.kind)]
  return (
    kinds.includes(place.relation) &&
    (relation.direction === undefined || place.direction === DIRECTIONS[relation.direction]) &&
    (relation.km === undefined || Math.abs((place.distanceKm ?? 0) - relation.km) <= relation.km / 10)
  )
}

function judge(report: Case): void {
  const places = read(report)
  for (const answer of report.places) {
    if (answer.optional) continue
    let start = -1
    for (let n = 0; n < (answer.nth ?? 1); n++) start = report.text.indexOf(answer.phrase, start + 1)
    const end = start + answer.phrase.length
    const met = places.filter((place) => place.start < end && start < place.end)
    const place = met.find((candidate) => candidate.start === start && candidate.end === end) ?? met[0]
    if (answer.is === 'place') {
      if (place === undefined || place.use !== undefined) continue
      right.found++
      if (isOnMap(place, answer)) {
        right.point++
        if (place.place.precision === answer.precision) right.precision++
      }
      if (answer.relation !== undefined && isRelated(place, answer, places)) right.relation++
    } else if (answer.is in right) {
      const is = answer.is as keyof typeof right
      if (place === undefined || place.use !== undefined) right[is]++
    }
  }
}

describe('texts on places by another hand', () => {
  it('are read no worse than they were', { timeout: 60_000 }, () => {
    for (const report of cases) judge(report)
    // Of 228 places: found; of those on the map where they lie; of those known as exactly; of 27 relations; of those that are none.
    const floors = {
      found: 219,
      point: 210,
      precision: 203,
      relation: 27,
      government: 11,
      demonym: 6,
      person: 11,
      team: 5,
    }
    for (const [what, floor] of Object.entries(floors)) {
      expect(right[what as keyof typeof right], what).toBeGreaterThanOrEqual(floor)
    }
  })

  it('use the words of the model', () => {
    for (const { precision } of cases.flatMap(({ places }) => places))
      if (precision !== undefined) expect(PlacePrecision.options).toContain(precision)
  })
})
