import type { Atom } from './Atom.ts'
import { type Captures, isSlot, SLOTS, type SlotName } from './slots.ts'

/**
 * A pattern over atoms, written as text:
 *
 *     word            the word            last|past      one of the words
 *     [ … ]           may be missing      ( … | … )      one of the sequences
 *     {month}         a slot, kept under its name          {month2}  the same slot, kept under another
 *     <which:last|next>   one of the words, kept under `said.which`
 *     -               what follows is tied on with a hyphen
 */
export interface Pattern {
  /** Where the match that starts at `from` ends, or -1. Fills `captures`. */
  match(atoms: readonly Atom[], from: number, captures: Captures): number
  /** True where a match may start with this atom. */
  mayStart(atom: Atom): boolean
  /** the words it may start with, spelled out in it */
  readonly starters: ReadonlySet<string>
  /** all words spelled out in it */
  readonly words: ReadonlySet<string>
  /** the fewest atoms it matches */
  readonly least: number
}

type Next = (atoms: readonly Atom[], at: number, captures: Captures) => number

type Node =
  | { readonly kind: 'words'; readonly words: ReadonlySet<string>; readonly name?: string }
  | { readonly kind: 'slot'; readonly slot: SlotName; readonly name: string }
  | { readonly kind: 'joint' }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'optional'; readonly node: Node }

export function compilePattern(source: string): Pattern {
  const node = parse(source)
  const run = compile(node, (_atoms, at) => at)
  const starts = startersOf(node)
  return {
    starters: starts.words,
    words: new Set(wordsOf(node)),
    least: leastOf(node),
    match: (atoms, from, captures) => run(atoms, from, captures),
    mayStart: (atom) => starts.words.has(atom.word) || starts.slots.some((slot) => SLOTS[slot].starts(atom)),
  }
}

function parse(source: string): Node {
  const pieces = source.match(/<[^>]*>|\{[^}]*\}|[()[\]]|[^\s()[\]<>{}]+/g) ?? []
  let at = 0
  const sequence = (closing: string): Node => {
    const choices: Node[] = []
    let nodes: Node[] = []
    for (;;) {
      if (at >= pieces.length) {
        if (closing !== '') throw new Error(`the pattern '${source}' lacks a '${closing}'`)
        break
      }
      const piece = pieces[at++]
      if (piece === closing) break
      if (piece === '|') {
        choices.push({ kind: 'sequence', nodes })
        nodes = []
      } else nodes.push(piece === '(' ? sequence(')') : piece === '[' ? optional() : simple(piece))
    }
    choices.push({ kind: 'sequence', nodes })
    return choices.length === 1 ? choices[0] : { kind: 'choice', nodes: choices }
  }
  const optional = (): Node => ({ kind: 'optional', node: sequence(']') })
  const simple = (piece: string): Node => {
    if (piece === '-') return { kind: 'joint' }
    if (piece.startsWith('{')) {
      const name = piece.slice(1, -1)
      const slot = name.replace(/\d+$/, '')
      if (!isSlot(slot)) throw new Error(`the pattern '${source}' names an unknown slot '${slot}'`)
      return { kind: 'slot', slot, name }
    }
    if (piece.startsWith('<')) {
      const [name, words] = piece.slice(1, -1).split(':')
      return { kind: 'words', words: new Set(words.split('|')), name }
    }
    return { kind: 'words', words: new Set(piece.split('|')) }
  }
  return sequence('')
}

/** Continuations: a node tries to match and hands what is left to `next`; where that fails it tries its other way. */
function compile(node: Node, next: Next): Next {
  switch (node.kind) {
    case 'words': {
      const { words, name } = node
      if (name === undefined) {
        return (atoms, at, captures) => (words.has(atoms[at].word) ? next(atoms, at + 1, captures) : -1)
      }
      return (atoms, at, captures) => {
        const { word } = atoms[at]
        if (!words.has(word)) return -1
        const before = captures.said[name]
        captures.said[name] = word
        const end = next(atoms, at + 1, captures)
        if (end < 0) captures.said[name] = before
        return end
      }
    }
    case 'joint':
      return (atoms, at, captures) => (atoms[at].joined ? next(atoms, at, captures) : -1)
    case 'slot': {
      const { name } = node
      const { starts, read } = SLOTS[node.slot]
      return (atoms, at, captures) => {
        if (!starts(atoms[at])) return -1
        const found = read(atoms, at)
        if (found === undefined) return -1
        const slots = captures.slots as Record<string, unknown>
        const before = slots[name]
        slots[name] = found.value
        const end = next(atoms, found.end, captures)
        if (end < 0) slots[name] = before
        return end
      }
    }
    case 'sequence':
      return node.nodes.reduceRight((after, part) => compile(part, after), next)
    case 'choice': {
      const ways = node.nodes.map((way) => compile(way, next))
      return (atoms, at, captures) => {
        for (const way of ways) {
          const end = way(atoms, at, captures)
          if (end >= 0) return end
        }
        return -1
      }
    }
    case 'optional': {
      const present = compile(node.node, next)
      return (atoms, at, captures) => {
        const end = present(atoms, at, captures)
        return end >= 0 ? end : next(atoms, at, captures)
      }
    }
  }
}

function wordsOf(node: Node): string[] {
  switch (node.kind) {
    case 'words':
      return [...node.words]
    case 'optional':
      return wordsOf(node.node)
    case 'sequence':
    case 'choice':
      return node.nodes.flatMap(wordsOf)
    default:
      return []
  }
}

function leastOf(node: Node): number {
  switch (node.kind) {
    case 'words':
    case 'slot':
      return 1
    case 'sequence':
      return node.nodes.reduce((sum, part) => sum + leastOf(part), 0)
    case 'choice':
      return Math.min(...node.nodes.map(leastOf))
    default:
      return 0
  }
}

interface Starters {
  readonly words: Set<string>
  readonly slots: SlotName[]
}

/** What a node may begin with; `empty` tells whether it may also match nothing. */
function startersOf(node: Node): Starters & { readonly empty: boolean } {
  switch (node.kind) {
    case 'words':
      return { words: new Set(node.words), slots: [], empty: false }
    case 'slot':
      return { words: new Set(), slots: [node.slot], empty: false }
    case 'joint':
      return { words: new Set(), slots: [], empty: true }
    case 'optional':
      return { ...startersOf(node.node), empty: true }
    case 'choice': {
      const ways = node.nodes.map(startersOf)
      return { ...merged(ways), empty: ways.some(({ empty }) => empty) }
    }
    case 'sequence': {
      const parts: Starters[] = []
      for (const part of node.nodes) {
        const starters = startersOf(part)
        parts.push(starters)
        if (!starters.empty) return { ...merged(parts), empty: false }
      }
      return { ...merged(parts), empty: true }
    }
  }
}

const merged = (parts: readonly Starters[]): Starters => ({
  words: new Set(parts.flatMap(({ words }) => [...words])),
  slots: [...new Set(parts.flatMap(({ slots }) => slots))],
})
