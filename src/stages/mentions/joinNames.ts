import type { Name, Token } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import type { NameKind } from '../../model/Reading.ts'

/** A name as a mention needs it: whole. */
export interface WholeName {
  readonly from: number
  readonly to: number
  readonly kind: NameKind
  /** places inside the name that are spoken of as well: "Nairobi" of "University of Nairobi", "Kenya" of "Gulu, Kenya" */
  readonly within?: readonly WholeName[]
}

/**
 * The names layer marks nations and places inside names apart ("Islamic" + "State", "University of" + "Nairobi", "Kenya" +
 * "Airways"). Here they are put together, where no blank but one and no word stands between.
 */
export function joinNames(names: readonly Name[], tokens: readonly Token[], trees: Trees): WholeName[] {
  const whole: WholeName[] = []
  for (const name of names) {
    const last = whole.at(-1)
    const kind = last && last.to === name.from ? joinedKind(last, name, tokens, trees) : undefined
    const begun = kind ? undefined : beginningOf(name, last, tokens, trees)
    if (kind) {
      const within = [
        ...(last!.within ?? []),
        ...[last!, name].filter((part) => part.kind === 'Location' && kind !== 'Location'),
      ]
      whole[whole.length - 1] = { from: last!.from, to: name.to, kind, within }
    } else if (begun)
      whole.splice(begun.replaces ? whole.length - 1 : whole.length, 1, {
        from: begun.from,
        to: name.to,
        kind: 'Organization',
      })
    else whole.push({ from: name.from, to: name.to, kind: name.kind, within: beyondCommas(name, trees) })
  }
  return whole.map((name, i) => withEnding(name, whole[i + 1], tokens, trees))
}

/**
 * "the [Katiba] of the Marsh", of which the names layer has only the beginning: with an article before it, it is no person's name.
 * "The [King] of the Belgians" and "the [Republic] of the Congo" are an office and a land.
 */
function withEnding(name: WholeName, next: WholeName | undefined, tokens: readonly Token[], trees: Trees): WholeName {
  const { from, to, kind } = name
  if (from === 0 || to + 2 >= tokens.length || trees.lower(from - 1) !== 'the') return name
  if (trees.lower(to) !== 'of' || trees.lower(to + 1) !== 'the' || (next && next.from <= to + 2)) return name
  if (LAND.test(trees.lower(to - 1)) || HOLDERS.test(`${trees.lower(to - 1)}s`)) return name
  let end = to + 2
  while (end < tokens.length && /^NNPS?$/.test(trees.tags[end].xpos) && /^\p{Lu}\p{Ll}/u.test(tokens[end].text)) end++
  if (end === to + 2 || tokens[end - 1].sentence !== tokens[from].sentence) return name
  return trees.head(headOf(trees, to + 2, end)) === headOf(trees, from, to)
    ? { ...name, to: end, kind: kind === 'Person' ? 'Organization' : kind }
    : name
}

/** "Gulu, [Kenya]": the wider places that follow a place within one name. */
function beyondCommas({ from, to, kind }: Name, trees: Trees): WholeName[] {
  if (kind !== 'Location') return []
  const within: WholeName[] = []
  for (let i = from + 1; i < to - 1; i++) if (trees.lower(i) === ',') within.push({ from: i + 1, to, kind })
  return within
}

/**
 * "the [Sons of the Harbour]", "the [Katiba of the Plain]": a name that begins with a capitalised noun before "of the", of which the names
 * layer has only the end, or both ends apart. Offices ("Speaker of the House") are not: their holder is one.
 */
function beginningOf(
  name: WholeName,
  last: WholeName | undefined,
  tokens: readonly Token[],
  trees: Trees,
): { from: number; replaces: boolean } | undefined {
  const { from } = name
  if (from < 4 || trees.lower(from - 1) !== 'the' || trees.lower(from - 2) !== 'of') return undefined
  const first = from - 3
  const inName = last !== undefined && last.to === first + 1
  if (inName && (last.to - last.from > 1 || last.kind !== 'Location')) return undefined
  if (!inName && !/^NNP?S$/.test(trees.tags[first].xpos)) return undefined
  if (!/^\p{Lu}\p{Ll}/u.test(tokens[first].text) || trees.lower(first - 1) !== 'the') return undefined
  if (tokens[first - 1].sentence !== tokens[from].sentence) return undefined
  if (name.kind === 'Person' || LAND.test(trees.lower(first)) || HOLDERS.test(trees.lower(first))) return undefined
  return trees.head(headOf(trees, name.from, name.to)) === first ? { from: first, replaces: inName } : undefined
}

const LAND =
  /^(republic|kingdom|gulf|strait|horn|valley|sea|bay|cape|islands?|state|states|union|emirates|mount|lake|port|city|province|region|coast|heights|banks?|people|north|south|east|west|isles?|lords)$/
const HOLDERS =
  /^(presidents|ministers|members|leaders|chiefs|heads|speakers|officers|officials|kings|families|residents|citizens|parts|ministries|rights|days|chairs|bishops|archbishops)$/

function joinedKind(a: WholeName, b: WholeName, tokens: readonly Token[], trees: Trees): NameKind | undefined {
  if (tokens[a.from].sentence !== tokens[b.from].sentence) return undefined
  const lastWord = trees.lower(a.to - 1)
  // "University of" + "Nairobi", "Government of" + "Mongolia"
  if (a.kind !== 'Person' && /^(of|for|de|del|and|&)$/.test(lastWord)) return a.kind
  if (!touches(a, b, trees)) return undefined
  // "Islamic" + "State", "Kenya" + "Airways", "Prado" + "museum"
  // … but not a dateline's "Tunisia" + "CNN".
  const acronym = b.to - b.from === 1 && /^[A-Z.]{2,8}$/.test(tokens[b.from].text)
  if (/^(NORP|Location|Person)$/.test(a.kind) && /^(Organization|Facility)$/.test(b.kind))
    return acronym ? undefined : b.kind
  if (a.kind === 'Organization' && b.kind === 'Facility') return b.kind
  // "Arab" + "Spring": no one to speak of, but no nation either.
  if (/^(NORP|Location)$/.test(a.kind) && b.kind === 'Misc') return b.kind
  // "Sinn" + "Féin"
  if (a.kind === b.kind && (a.kind === 'Organization' || a.kind === 'Facility')) return a.kind
  return undefined
}

/** True where one of the two names governs the other. */
function touches(a: WholeName, b: WholeName, trees: Trees): boolean {
  const inside = (i: number, name: WholeName): boolean => i >= name.from && i < name.to
  for (let i = a.from; i < a.to; i++) if (inside(trees.head(i), b)) return true
  for (let i = b.from; i < b.to; i++) if (inside(trees.head(i), a)) return true
  // Both hang on the same noun further on: "Islamic State fighters".
  const [x, y] = [headOf(trees, a.from, a.to), headOf(trees, b.from, b.to)]
  return trees.head(x) >= 0 && trees.head(x) === trees.head(y)
}

/** The token of a span that is governed from outside it: the last such for a broken tree. */
export function headOf(trees: Trees, from: number, to: number): number {
  let head = to - 1
  let depth = Number.POSITIVE_INFINITY
  for (let i = from; i < to; i++) {
    const governor = trees.head(i)
    if (governor >= from && governor < to) continue
    if (trees.tags[i].upos === 'PUNCT') continue
    if (trees.depth(i) < depth) {
      depth = trees.depth(i)
      head = i
    }
  }
  return head
}
