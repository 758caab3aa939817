/** Gold and found chains of one document; a mention is a number, unique within its document and side. */
export interface ChainPair {
  readonly gold: readonly (readonly number[])[]
  readonly found: readonly (readonly number[])[]
}

export interface Score {
  readonly p: number
  readonly r: number
  readonly f1: number
}

/** A numerator and a denominator for precision and for recall, added up over documents. */
interface Counts {
  pNum: number
  pDen: number
  rNum: number
  rDen: number
}

/** Mentions; MUC, B³ and CEAFe (phi4) with singletons; CoNLL is the mean of the three. */
export function scoreChains(pairs: readonly ChainPair[]): Record<string, Score> {
  const mentions = total(pairs, mentionCounts)
  const muc = total(pairs, mucCounts)
  const b3 = total(pairs, b3Counts)
  const ceafe = total(pairs, ceafeCounts)
  const parts = [muc, b3, ceafe]
  const mean = (key: keyof Score): number => parts.reduce((sum, score) => sum + score[key], 0) / parts.length
  return { mentions, muc, b3, ceafe, conll: { p: mean('p'), r: mean('r'), f1: mean('f1') } }
}

function total(pairs: readonly ChainPair[], count: (pair: ChainPair) => Counts): Score {
  const sum: Counts = { pNum: 0, pDen: 0, rNum: 0, rDen: 0 }
  for (const pair of pairs) {
    const counts = count(pair)
    for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
  }
  const p = sum.pDen === 0 ? 0 : sum.pNum / sum.pDen
  const r = sum.rDen === 0 ? 0 : sum.rNum / sum.rDen
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}

function mentionCounts({ gold, found }: ChainPair): Counts {
  const [g, f] = [new Set(gold.flat()), new Set(found.flat())]
  const right = [...f].filter((mention) => g.has(mention)).length
  return { pNum: right, pDen: f.size, rNum: right, rDen: g.size }
}

const chainOf = (chains: ChainPair['gold']): Map<number, number> =>
  new Map(chains.flatMap((chain, index) => chain.map((mention) => [mention, index] as const)))

/** Links kept of those each chain needs (Vilain et al. 1995). */
function links(chains: ChainPair['gold'], other: ChainPair['gold']): [number, number] {
  const where = chainOf(other)
  let [num, den] = [0, 0]
  for (const chain of chains) {
    const pieces = new Set(chain.map((mention) => where.get(mention) ?? `alone ${mention}`))
    num += chain.length - pieces.size
    den += chain.length - 1
  }
  return [num, den]
}

function mucCounts({ gold, found }: ChainPair): Counts {
  const [rNum, rDen] = links(gold, found)
  const [pNum, pDen] = links(found, gold)
  return { pNum, pDen, rNum, rDen }
}

/** The share of each mention's chain that the other side has too (Bagga and Baldwin 1998). */
function shares(chains: ChainPair['gold'], other: ChainPair['gold']): [number, number] {
  const where = chainOf(other)
  let [num, den] = [0, 0]
  for (const chain of chains) {
    const sizes = new Map<number, number>()
    for (const mention of chain) {
      const index = where.get(mention)
      if (index !== undefined) sizes.set(index, (sizes.get(index) ?? 0) + 1)
    }
    for (const size of sizes.values()) num += (size * size) / chain.length
    den += chain.length
  }
  return [num, den]
}

function b3Counts({ gold, found }: ChainPair): Counts {
  const [rNum, rDen] = shares(gold, found)
  const [pNum, pDen] = shares(found, gold)
  return { pNum, pDen, rNum, rDen }
}

/** The best one-to-one alignment of chains by 2|A∩B| / (|A|+|B|) (Luo 2005). */
function ceafeCounts({ gold, found }: ChainPair): Counts {
  const where = chainOf(gold)
  const similarity = found.map((chain) => {
    const row = new Map<number, number>()
    for (const mention of chain) {
      const index = where.get(mention)
      if (index !== undefined) row.set(index, (row.get(index) ?? 0) + 1)
    }
    for (const [index, shared] of row) row.set(index, (2 * shared) / (chain.length + gold[index].length))
    return row
  })
  const best = bestAlignment(similarity, gold.length)
  return { pNum: best, pDen: found.length, rNum: best, rDen: gold.length }
}

/** The weight of the best matching of rows to columns (Hungarian method on the costs 1 - similarity). */
function bestAlignment(rows: readonly ReadonlyMap<number, number>[], columns: number): number {
  const n = Math.max(rows.length, columns)
  const cost = (i: number, j: number): number => 1 - (rows[i]?.get(j) ?? 0)
  const u = new Float64Array(n + 1)
  const v = new Float64Array(n + 1)
  const match = new Int32Array(n + 1)
  const way = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    match[0] = i
    let column = 0
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(n + 1)
    do {
      used[column] = 1
      const row = match[column]
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue
        const current = cost(row - 1, j - 1) - u[row] - v[j]
        if (current < least[j]) {
          least[j] = current
          way[j] = column
        }
        if (least[j] < delta) {
          delta = least[j]
          next = j
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          u[match[j]] += delta
          v[j] -= delta
        } else least[j] -= delta
      }
      column = next
    } while (match[column] !== 0)
    do {
      const next = way[column]
      match[column] = match[next]
      column = next
    } while (column !== 0)
  }
  let sum = 0
  for (let j = 1; j <= n; j++) if (match[j] > 0) sum += rows[match[j] - 1]?.get(j - 1) ?? 0
  return sum
}
