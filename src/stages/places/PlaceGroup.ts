import { append } from '../../base/append.ts'
import type { TokenRange } from '../../document/Layers.ts'
import type { Candidate } from './candidatesOf.ts'
import { candidatesOf } from './candidatesOf.ts'
import { distanceKm } from './distanceKm.ts'
import type { Gazetteer } from './Gazetteer.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'
import type { PlaceText } from './PlaceText.ts'
import { placeKey } from './placeKey.ts'
import { supportOf } from './supportOf.ts'

/**
 * The mentions of one name in one report, which mean one place. A name that the report puts into a larger place in so
 * many words ("Paris, Texas") is a group apart from the same name put into another.
 */
export interface PlaceGroup {
  readonly key: string
  /** Indices into the ranges that the groups were made of. */
  readonly members: number[]
  readonly candidates: readonly Candidate[]
  /** The words of the first mention. */
  readonly phrase: string
  /** Entries that the words after or before the name put it into: "Paris, Texas", "the Malian town of Gao". */
  readonly containers: readonly GazetteerEntry[]
  /** The first mention, for what stands around it. */
  readonly range: TokenRange
  /** Per candidate: how many other names of the report have something near it. */
  support: readonly number[]
}

export function groupsOf(text: PlaceText, ranges: readonly TokenRange[], gazetteer: Gazetteer): PlaceGroup[] {
  const byKey = new Map<string, PlaceGroup[]>()
  const bare: { key: string; member: number }[] = []
  const order: PlaceGroup[] = []
  const offers = ranges.map((range) => candidatesOf(text, range, gazetteer))
  const create = (key: string, member: number, containers: readonly GazetteerEntry[]): void => {
    const range = ranges[member]
    const candidates = offers[member]
    const phrase = text.phrase(range.from, range.to)
    const group: PlaceGroup = { key, members: [member], candidates, phrase, containers, range, support: [] }
    append(byKey, key, group)
    order.push(group)
  }
  ranges.forEach((range, member) => {
    const key = groupKey(text.phrase(range.from, range.to))
    const containers = containersOf(text, ranges, offers, member)
    if (containers.length === 0) bare.push({ key, member })
    else {
      const same = byKey.get(key)?.find((group) => group.containers.some((entry) => containers.includes(entry)))
      if (same) same.members.push(member)
      else create(key, member, containers)
    }
  })
  // A bare name means what the report first spelt out under that name.
  for (const { key, member } of bare) {
    const known = byKey.get(key)
    if (known) known[0].members.push(member)
    else create(key, member, [])
  }
  order.forEach((group, i) => {
    if (group.candidates.length > 1) group.support = supportOf(order, i)
  })
  return order
}

/** "U.S." and "US" are one name, and so are "Malian" and "Malians"; case tells "Ill." from "ill". */
const groupKey = (phrase: string): string => placeKey(phrase) || phrase

/** True where the entry lies in the container. */
export function contains(container: GazetteerEntry, entry: GazetteerEntry): boolean {
  if (container.index === entry.index) return false
  switch (container.kind) {
    case 'country':
      return entry.country === container.country
    case 'admin1':
      return entry.admin1 === container.index
    case 'admin2':
      return entry.admin2 === container.index
    case 'town':
    case 'district':
      return distanceKm(container, entry) < Math.max(15, container.radiusKm * 2)
    default:
      return distanceKm(container, entry) < container.radiusKm
  }
}

const LINK_AFTER = new Set([',', '(', 'in', '-', '–'])

/** The larger places that the words next to a mention name: after a comma ("Paris, Texas"), or before it ("Mali's Gao"). */
function containersOf(
  text: PlaceText,
  ranges: readonly TokenRange[],
  offers: readonly (readonly Candidate[])[],
  member: number,
): readonly GazetteerEntry[] {
  const { from, to } = ranges[member]
  const { tokens } = text
  const next = ranges[member + 1]
  const own = offers[member]
  const fits = (other: number): GazetteerEntry[] =>
    offers[other]
      .slice(0, 8)
      .filter(({ route }) => route === 'whole' || route === 'article')
      .map(({ entry }) => entry)
      .filter((entry) => own.some((candidate) => contains(entry, candidate.entry)))
      .filter(({ kind }) => kind !== 'district')
  if (next && tokens[next.from].sentence === tokens[from].sentence) {
    const between = next.from - to
    if (
      (between === 1 && LINK_AFTER.has(tokens[to].text)) ||
      (between === 0 && !text.document.text.slice(tokens[to - 1].end, tokens[next.from].start).includes('\n')) ||
      (between === 2 && tokens[to].text === ',' && tokens[to + 1].text === 'in')
    ) {
      const found = fits(member + 1)
      // A list, "in Iraq, Syria and Lebanon", holds nothing within another; a town is a container by juxtaposition only.
      const areas = found.filter(({ kind }) => kind !== 'town' || between === 0)
      if (areas.length > 0) return areas
    }
  }
  const past = ranges[member - 1]
  if (past && tokens[past.from].sentence === tokens[from].sentence) {
    const between = tokens
      .slice(past.to, from)
      .map(({ text: word }) => word.toLowerCase())
      .join(' ')
    if (LINK_BEFORE.test(between)) {
      const areas = fits(member - 1).filter(({ kind }) => kind !== 'town')
      if (areas.length > 0) return areas
    }
  }
  return []
}

/** "Mali 's Gao", "the Malian town of Gao", "the Libyan coastal city of Zuwara". */
const LINK_BEFORE =
  /^(?:['’]s(?: \p{L}+){0,2}|(?:\p{L}+ ){0,3}(?:town|city|village|capital|province|region|district|state|port|county|suburb|island|camp|stronghold)(?: of)?|)$/u
