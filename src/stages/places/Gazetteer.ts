import { AscribeError } from '../../base/AscribeError.ts'
import { ENTRY_KINDS, type GazetteerEntry, NAME_USES, type Named } from './GazetteerEntry.ts'
import { decodeLog, GAZETTEER_MAGIC, GAZETTEER_VERSION, type GazetteerHeader } from './gazetteerFormat.ts'
import { placeKey, soundKey } from './placeKey.ts'

/**
 * The places of the world by name: a read-only view of one file, `models/gazetteer.bin`, that
 * `training/gazetteer/buildGazetteer.ts` writes. Opening it decodes nothing but a short header; names are looked up in
 * front-coded blocks by binary search.
 *
 *     const gazetteer = Gazetteer.parse(bytes)
 *     gazetteer.lookup('Timbuktu')           [{ entry: { name: 'Timbuktu', country: 'ML', … }, use: 'name' }]
 *     gazetteer.demonym('Malians')           [{ entry: { name: 'Mali', … }, use: 'demonym' }]
 *     gazetteer.abbreviation('W.Va.')        [{ entry: { name: 'West Virginia', … }, use: 'abbreviation' }]
 */
export class Gazetteer {
  readonly size: number
  readonly #bytes: Uint8Array
  readonly #countries: readonly string[]
  readonly #lat: Int32Array
  readonly #lon: Int32Array
  readonly #id: Uint32Array
  readonly #nameAt: Uint32Array
  readonly #blockAt: Uint32Array
  readonly #admin1: Uint16Array
  readonly #admin2: Uint16Array
  readonly #country: Uint8Array
  readonly #kind: Uint8Array
  readonly #population: Uint8Array
  readonly #radius: Uint8Array
  readonly #names: Uint8Array
  readonly #keys: Uint8Array
  readonly #admin1Entries: Uint32Array
  readonly #admin2Entries: Uint32Array
  readonly #decoder = new TextDecoder()
  readonly #encoder = new TextEncoder()
  readonly #entries = new Map<number, GazetteerEntry>()
  readonly #found = new Map<string, readonly Named[]>()
  readonly #query = new Uint8Array(1024)
  readonly #key = new Uint8Array(4096)
  #keyLength = 0
  #byIso: Map<string, number> | undefined

  private constructor(bytes: Uint8Array, header: GazetteerHeader, base: number) {
    // Typed arrays need aligned offsets: the file's are, the buffer that it lies in may not be.
    const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    const at = (name: string): [number, number] => {
      const [offset, length] = header.sections[name]
      return [whole.byteOffset + base + offset, length]
    }
    const u8 = (name: string): Uint8Array => new Uint8Array(whole.buffer, ...at(name))
    const u16 = (name: string): Uint16Array => new Uint16Array(whole.buffer, at(name)[0], at(name)[1] / 2)
    const u32 = (name: string): Uint32Array => new Uint32Array(whole.buffer, at(name)[0], at(name)[1] / 4)
    const i32 = (name: string): Int32Array => new Int32Array(whole.buffer, at(name)[0], at(name)[1] / 4)
    this.#bytes = whole
    this.size = header.entries
    this.#countries = header.countries
    this.#lat = i32('lat')
    this.#lon = i32('lon')
    this.#id = u32('id')
    this.#nameAt = u32('nameAt')
    this.#blockAt = u32('blockAt')
    this.#admin1 = u16('admin1')
    this.#admin2 = u16('admin2')
    this.#admin1Entries = u32('admin1Entries')
    this.#admin2Entries = u32('admin2Entries')
    this.#country = u8('country')
    this.#kind = u8('kind')
    this.#population = u8('population')
    this.#radius = u8('radius')
    this.#names = u8('names')
    this.#keys = u8('keys')
  }

  /** Opens a gazetteer; complains with `gazetteer-unreadable` where the bytes are something else or cut short. */
  static parse(bytes: Uint8Array): Gazetteer {
    const complain = (what: string): AscribeError =>
      new AscribeError(
        'gazetteer-unreadable',
        `the gazetteer ${what}`,
        'restore models/gazetteer.bin from the repository, or build it (training/gazetteer)',
      )
    if (bytes.length < 16) throw complain('is cut short')
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (view.getUint32(0, true) !== GAZETTEER_MAGIC) throw complain('is no gazetteer file')
    const version = view.getUint32(4, true)
    if (version !== GAZETTEER_VERSION)
      throw complain(`has format ${version}, where this release reads ${GAZETTEER_VERSION}`)
    const length = view.getUint32(8, true)
    if (view.getUint32(12, true) !== bytes.length || length > bytes.length) throw complain('is cut short')
    const header: GazetteerHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + length)))
    return new Gazetteer(bytes, header, 16 + length)
  }

  entry(index: number): GazetteerEntry {
    const known = this.#entries.get(index)
    if (known) return known
    const place = this.#country[index]
    const kind = this.#kind[index]
    const admin1 = this.#admin1[index]
    const admin2 = this.#admin2[index]
    const id = this.#id[index]
    const entry: GazetteerEntry = {
      index,
      name: this.#decoder.decode(this.#names.subarray(this.#nameAt[index], this.#nameAt[index + 1])),
      kind: ENTRY_KINDS[kind & 31],
      lat: this.#lat[index] / 1e5,
      lon: this.#lon[index] / 1e5,
      radiusKm: decodeLog(this.#radius[index]),
      population: Math.round(decodeLog(this.#population[index], 12)),
      country: this.#countries[place],
      admin1: admin1 === 0 ? -1 : this.#admin1Entries[admin1 - 1],
      admin2: admin2 === 0 ? -1 : this.#admin2Entries[admin2 - 1],
      geonameId: id === 0 ? undefined : id,
      capital: kind & 64 ? 'country' : kind & 32 ? 'admin1' : undefined,
    }
    if (this.#entries.size > 50_000) this.#entries.clear()
    this.#entries.set(index, entry)
    return entry
  }

  /** The country of a code of ISO 3166-1 alpha-2. Countries come first in the file. */
  country(iso: string): GazetteerEntry | undefined {
    if (this.#byIso === undefined) {
      this.#byIso = new Map()
      for (let i = 0; i < this.size && (this.#kind[i] & 31) === ENTRY_KINDS.indexOf('country'); i++)
        this.#byIso.set(this.entry(i).country, i)
    }
    const index = this.#byIso.get(iso)
    return index === undefined ? undefined : this.entry(index)
  }

  /** Entries of that name or alternate name, the most prominent first. */
  lookup(name: string): readonly Named[] {
    return this.#find(placeKey(name))
  }

  /** Entries by the adjective or noun for what or who belongs to them: "Malian", "Malians", "Frenchman". */
  demonym(word: string): readonly Named[] {
    const key = placeKey(word)
    const found = this.#find(`~${key}`)
    return found.length > 0 || !key.endsWith('s') ? found : this.#find(`~${key.slice(0, -1)}`)
  }

  /** Entries by an abbreviation as it is written, case and points included: "W.Va.", "NSW". */
  abbreviation(form: string): readonly Named[] {
    return this.#find(`=${form}`)
  }

  /** Entries whose name, carried over from another script, sounds alike: a last resort for a name not found. */
  soundsLike(name: string): readonly Named[] {
    const key = soundKey(placeKey(name))
    return key === '' ? [] : this.#find(`?${key}`)
  }

  /** Up to `limit` entries whose names begin so, the most prominent first: for a search box. */
  startingWith(prefix: string, limit = 20): readonly GazetteerEntry[] {
    const key = placeKey(prefix)
    if (key === '') return []
    const wanted = this.#encoder.encode(key)
    const found = new Set<number>()
    let block = Math.max(0, this.#blockFor(wanted, wanted.length))
    for (let looked = 0; block < this.#blockAt.length && looked < 400; block++, looked++) {
      let past = false
      this.#scan(block, (length, postings) => {
        const order = compare(this.#key, Math.min(length, wanted.length), wanted, wanted.length)
        if (order === 0) for (const { entry } of postings()) found.add(entry.index)
        if (order > 0) past = true
        return past
      })
      if (past) break
    }
    return [...found]
      .sort((a, b) => a - b)
      .slice(0, limit)
      .map((index) => this.entry(index))
  }

  #find(key: string): readonly Named[] {
    const known = this.#found.get(key)
    if (known) return known
    const { written } = this.#encoder.encodeInto(key, this.#query)
    let found: readonly Named[] = []
    const block = written === 0 || key.length > 200 ? -1 : this.#blockFor(this.#query, written)
    if (block >= 0) {
      this.#scan(block, (length, postings) => {
        const order = compare(this.#key, length, this.#query, written)
        if (order === 0) found = postings()
        return order >= 0
      })
    }
    if (this.#found.size > 50_000) this.#found.clear()
    this.#found.set(key, found)
    return found
  }

  /** The last block whose first key is not after the one wanted; -1 where all are. */
  #blockFor(wanted: Uint8Array, length: number): number {
    let low = 0
    let high = this.#blockAt.length - 1
    let block = -1
    while (low <= high) {
      const middle = (low + high) >> 1
      // A block starts with its first key whole: length, bytes.
      const at = this.#blockAt[middle]
      const first = this.#keys[at]
      const head = this.#keys.subarray(at + 1, at + 1 + first)
      if (compare(head, first, wanted, length) <= 0) {
        block = middle
        low = middle + 1
      } else high = middle - 1
    }
    return block
  }

  /** Goes through the keys of a block; `see` gets the length of the key in `#key` and stops by returning true. */
  #scan(block: number, see: (length: number, postings: () => readonly Named[]) => boolean): void {
    const keys = this.#keys
    const end = block + 1 < this.#blockAt.length ? this.#blockAt[block + 1] : keys.length
    let at = this.#blockAt[block]
    for (let i = 0; at < end; i++) {
      const shared = i === 0 ? 0 : keys[at++]
      const rest = keys[at++]
      for (let j = 0; j < rest; j++) this.#key[shared + j] = keys[at++]
      this.#keyLength = shared + rest
      const from = at + 1
      let count = keys[at]
      at++
      const postings = (): Named[] => {
        const out: Named[] = []
        let cursor = from
        let last = 0
        for (let n = keys[from - 1]; n > 0; n--) {
          let value = 0
          let shift = 0
          for (;;) {
            const byte = keys[cursor++]
            value += (byte & 127) * 2 ** shift
            if (byte < 128) break
            shift += 7
          }
          last += Math.floor(value / 8)
          out.push({ entry: this.entry(last), use: NAME_USES[value % 8] })
        }
        return out
      }
      if (see(this.#keyLength, postings)) return
      for (; count > 0; at++) if (keys[at] < 128) count--
    }
  }

  /** Bytes that the gazetteer holds. */
  get bytes(): number {
    return this.#bytes.length
  }
}

function compare(a: Uint8Array, aLength: number, b: Uint8Array, bLength: number): number {
  const length = Math.min(aLength, bLength)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] - b[i]
  return aLength - bLength
}
