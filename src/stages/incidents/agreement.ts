import type { PlaceAnnotation } from '../../document/Layers.ts'
import type { Candidate } from './Candidate.ts'
import type { Scene } from './Scene.ts'

const EARTH_KM = 6371
const REACH = { site: 5, town: 25, admin2: 60, admin1: 200, country: 1000, region: 2000, unknown: 5000 } as const

type Placed = Pick<PlaceAnnotation, 'place'>

/** 1 where a place is shared or one lies within reach of the other, 0 where nothing is known, -1 where they lie apart. */
export function agreeInPlace(a: readonly Placed[], b: readonly Placed[]): -1 | 0 | 1 {
  if (a.length === 0 || b.length === 0) return 0
  let known = false
  for (const { place: left } of a) {
    for (const { place: right } of b) {
      if (left.name === right.name || (left.geonameId !== undefined && left.geonameId === right.geonameId)) return 1
      if (left.lat === undefined || left.lon === undefined || right.lat === undefined || right.lon === undefined)
        continue
      known = true
      const wide = (place: typeof left) => place.precision === 'country' || place.precision === 'region'
      if ((wide(left) || wide(right)) && left.country !== undefined && left.country === right.country) return 1
      if (
        kilometres(left.lat, left.lon, right.lat, right.lon) <= Math.max(REACH[left.precision], REACH[right.precision])
      )
        return 1
    }
  }
  return known ? -1 : 0
}

function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lonB - lonA) * rad) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}

/** What was aimed at, as keys to compare: an entity, or the head word of a phrase. */
export function aimed(scene: Scene, list: readonly Candidate[]): string[] {
  return list.flatMap(({ args }) =>
    args
      .filter(
        ({ role, head, by }) =>
          // "The boat was the target of the attack" says it of an attack already known.
          (role === 'patient' && by !== 'rule:incidents/target-of') ||
          (role === 'place' &&
            scene.entityKind(head) === 'facility' &&
            !/^(city|town|village|area|street|district|state|province)$/.test(scene.trees.lemma(head))),
      )
      .flatMap(({ head }) => keysOf(scene, head)),
  )
}

export function agentsOf(scene: Scene, list: readonly Candidate[]): string[] {
  return list.flatMap(({ args }) =>
    args.filter(({ role }) => role === 'agent').flatMap(({ head }) => keysOf(scene, head)),
  )
}

function keysOf(scene: Scene, head: number): string[] {
  const entity = scene.referents.entityAt(head)
  const { upos } = scene.trees.tags[head]
  const people = scene.isPerson(head) ? 'people ' : ''
  // "two bridges … the bridge": things are told apart by their word; people are not ("nine people", "200 people").
  const keys = people || upos === 'PRON' || upos === 'NUM' ? [] : [`word:${scene.trees.lemma(head)}`]
  keys.push(...namePartsOf(scene, head).map((part) => `${people}part:${part}`))
  if (entity >= 0) keys.push(`${people}${scene.referents.isNamed(entity) ? 'name' : 'entity'}:${entity}`)
  return keys
}

/** "Prado" of "the Prado Museum": a part of a name that stands for the whole in "the Prado attack". */
function namePartsOf({ referents, trees }: Scene, head: number): string[] {
  const mention = referents.mentionAt(head)
  if (mention < 0 || referents.mentions[mention].form !== 'name') return []
  const { from, to } = referents.mentions[mention]
  const parts: string[] = []
  for (let i = from; i < to; i++)
    if (trees.tags[i].upos === 'PROPN' && trees.tokens[i].text.length > 3) parts.push(trees.lower(i))
  return parts
}

export const isPeople = (key: string): boolean => key.startsWith('people ')

export const isNamed = (key: string): boolean => /^(people )?name:/.test(key)

/** The numbers of those hit, where they are more than two: "killed 22 people … the attack, in which 22 died". */
export const countsOf = (scene: Scene, list: readonly Candidate[]): number[] =>
  list.flatMap(({ args }) =>
    args.flatMap(({ head, role }) => {
      const value = role === 'patient' ? scene.referents.quantityAt(head)?.value : undefined
      return value?.type === 'count' && value.best > 2 ? [value.best] : []
    }),
  )
