import { ENTRY_KINDS, type EntryKind, NAME_USES, type NameUse } from './GazetteerEntry.ts'
import { BLOCK, encodeLog, GAZETTEER_MAGIC, GAZETTEER_VERSION } from './gazetteerFormat.ts'
import { placeKey, soundKey } from './placeKey.ts'

/** A place to be put into a gazetteer. The order given is the order of prominence among places of one name. */
export interface PlaceRecord {
  readonly name: string
  readonly kind: EntryKind
  readonly lat: number
  readonly lon: number
  readonly radiusKm?: number
  readonly population?: number
  readonly country?: string
  /** Code of the first-order area within the country, as GeoNames has it: `TX`. */
  readonly admin1?: string
  readonly admin2?: string
  readonly geonameId?: number
  readonly capital?: 'country' | 'admin1'
  readonly alternates?: readonly string[]
  readonly demonyms?: readonly string[]
  readonly abbreviations?: readonly string[]
  /** Also to be found by what its names sound like. */
  readonly sound?: boolean
}

/** The most entries kept under one key: the least prominent of the many San Joses are let go. */
const MOST_POSTINGS = 200

/**
 * Writes the file that `Gazetteer.parse` opens (little endian):
 *
 *     u32 magic, u32 version, u32 length of the JSON, u32 length of the file
 *     JSON   { entries, keys, countries, sections: { name: [offset, length] } }
 *     one column a property, by entry number; then the names, and the keys in front-coded blocks of 16:
 *     [shared bytes unless first], own bytes, bytes…, number of postings, postings (LEB128 of entry difference * 8 + use)
 */
export function encodeGazetteer(records: readonly PlaceRecord[]): Uint8Array {
  const countries = ['', ...new Set(records.map(({ country }) => country ?? '').filter((country) => country !== ''))]
  const areas = { admin1: new Map<string, number>(), admin2: new Map<string, number>() }
  const areaEntries: { admin1: number[]; admin2: number[] } = { admin1: [], admin2: [] }
  records.forEach((record, index) => {
    const { kind } = record
    if (kind !== 'admin1' && kind !== 'admin2') return
    areaEntries[kind].push(index)
    areas[kind].set(areaCode(record, kind), areaEntries[kind].length)
  })

  const n = records.length
  const lat = new Int32Array(n)
  const lon = new Int32Array(n)
  const id = new Uint32Array(n)
  const nameAt = new Uint32Array(n + 1)
  const admin1 = new Uint16Array(n)
  const admin2 = new Uint16Array(n)
  const country = new Uint8Array(n)
  const kind = new Uint8Array(n)
  const population = new Uint8Array(n)
  const radius = new Uint8Array(n)
  const names: Uint8Array[] = []
  const encoder = new TextEncoder()
  records.forEach((record, i) => {
    lat[i] = Math.round(record.lat * 1e5)
    lon[i] = Math.round(record.lon * 1e5)
    id[i] = record.geonameId ?? 0
    admin1[i] = areas.admin1.get(areaCode(record, 'admin1')) ?? 0
    admin2[i] = areas.admin2.get(areaCode(record, 'admin2')) ?? 0
    country[i] = countries.indexOf(record.country ?? '')
    kind[i] =
      ENTRY_KINDS.indexOf(record.kind) | (record.capital === 'country' ? 64 : record.capital === 'admin1' ? 32 : 0)
    population[i] = encodeLog(record.population ?? 0, 12)
    radius[i] = encodeLog(record.radiusKm ?? 0)
    const name = encoder.encode(record.name)
    names.push(name)
    nameAt[i + 1] = nameAt[i] + name.length
  })

  const keys = encodeKeys(keysOf(records))
  const sections: [string, Uint8Array][] = [
    ['lat', bytesOf(lat)],
    ['lon', bytesOf(lon)],
    ['id', bytesOf(id)],
    ['nameAt', bytesOf(nameAt)],
    ['blockAt', bytesOf(Uint32Array.from(keys.blocks))],
    ['admin1Entries', bytesOf(Uint32Array.from(areaEntries.admin1))],
    ['admin2Entries', bytesOf(Uint32Array.from(areaEntries.admin2))],
    ['admin1', bytesOf(admin1)],
    ['admin2', bytesOf(admin2)],
    ['country', country],
    ['kind', kind],
    ['population', population],
    ['radius', radius],
    ['names', concatenate(names)],
    ['keys', keys.bytes],
  ]
  return assemble(sections, { entries: n, keys: keys.count, countries })
}

const areaCode = (record: PlaceRecord, kind: 'admin1' | 'admin2'): string =>
  kind === 'admin1'
    ? `${record.country}.${record.admin1 ?? ''}`
    : `${record.country}.${record.admin1 ?? ''}.${record.admin2 ?? ''}`

/** Every key with its postings, `entry * 8 + use`; of several uses of one key for one entry the first stays. */
function keysOf(records: readonly PlaceRecord[]): Map<string, number[]> {
  const keys = new Map<string, number[]>()
  const put = (key: string, entry: number, use: NameUse): void => {
    if (key === '' || key.length > 120) return
    let postings = keys.get(key)
    if (!postings) {
      postings = []
      keys.set(key, postings)
    }
    if (postings.length > 0 && Math.floor(postings[postings.length - 1] / 8) === entry) return
    if (postings.length < MOST_POSTINGS) postings.push(entry * 8 + NAME_USES.indexOf(use))
  }
  records.forEach((record, i) => {
    put(placeKey(record.name), i, 'name')
    for (const name of record.alternates ?? []) put(placeKey(name), i, 'alternate')
    for (const word of record.demonyms ?? []) put(`~${placeKey(word)}`, i, 'demonym')
    for (const form of record.abbreviations ?? []) put(`=${form}`, i, 'abbreviation')
    if (record.sound)
      for (const name of [record.name, ...(record.alternates ?? [])]) {
        const key = placeKey(name)
        if (/^[a-z ]+$/.test(key)) put(soundKey(key) && `?${soundKey(key)}`, i, 'sound')
      }
  })
  return keys
}

function encodeKeys(keys: Map<string, number[]>): { bytes: Uint8Array; blocks: number[]; count: number } {
  const encoder = new TextEncoder()
  const sorted = [...keys].map(([key, postings]) => ({ key: encoder.encode(key), postings }))
  sorted.sort((a, b) => compareBytes(a.key, b.key))
  const out = new Growing()
  const blocks: number[] = []
  sorted.forEach(({ key, postings }, i) => {
    let shared = 0
    if (i % BLOCK === 0) blocks.push(out.length)
    else {
      const before = sorted[i - 1].key
      while (shared < before.length && shared < key.length && before[shared] === key[shared]) shared++
      out.push(shared)
    }
    out.push(key.length - shared)
    for (const byte of key.subarray(shared)) out.push(byte)
    out.push(postings.length)
    let last = 0
    for (const posting of postings) {
      const entry = Math.floor(posting / 8)
      let rest = (entry - last) * 8 + (posting % 8)
      last = entry
      while (rest > 127) {
        out.push((rest % 128) | 128)
        rest = Math.floor(rest / 128)
      }
      out.push(rest)
    }
  })
  return { bytes: out.bytes(), blocks, count: sorted.length }
}

function assemble(sections: [string, Uint8Array][], rest: Record<string, unknown>): Uint8Array {
  let offset = 0
  const places: Record<string, [number, number]> = {}
  for (const [name, bytes] of sections) {
    places[name] = [offset, bytes.length]
    offset += Math.ceil(bytes.length / 4) * 4
  }
  const json = JSON.stringify({ ...rest, sections: places })
  const header = new TextEncoder().encode(json + ' '.repeat((4 - (new TextEncoder().encode(json).length % 4)) % 4))
  const file = new Uint8Array(16 + header.length + offset)
  const view = new DataView(file.buffer)
  view.setUint32(0, GAZETTEER_MAGIC, true)
  view.setUint32(4, GAZETTEER_VERSION, true)
  view.setUint32(8, header.length, true)
  view.setUint32(12, file.length, true)
  file.set(header, 16)
  for (const [name, bytes] of sections) file.set(bytes, 16 + header.length + places[name][0])
  return file
}

const bytesOf = (array: Int32Array | Uint32Array | Uint16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] - b[i]
  return a.length - b.length
}

/** A byte array that grows. */
class Growing {
  length = 0
  #bytes = new Uint8Array(1 << 16)

  push(byte: number): void {
    if (this.length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.length++] = byte
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.length)
  }
}
