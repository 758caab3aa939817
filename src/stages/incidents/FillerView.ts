import type { IncidentAnnotation, Proposition } from '../../document/Layers.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { Scene } from './Scene.ts'

/** Sentences before the first and after the last mention of an incident in which its fillers are looked for. */
const BEFORE = 3
const AFTER = 6

/** Properties whose values are somebody or something with a part in an incident. */
const FILLED = new Set([
  'perpetrator',
  'perpetrators',
  'victim',
  'target',
  'damage',
  'instrument',
  'killed',
  'wounded',
  'abducted',
  'missing',
  'unhurt',
])

/** A violent incident as the network looks at it. */
export interface ViewedIncident {
  /** index in the layer `incidents` */
  readonly index: number
  readonly annotation: IncidentAnnotation
  /** the words that speak of it */
  readonly tokens: readonly number[]
  /** what the rules say that a word, by its index, is to it: "victim:rule:incidents/object" */
  readonly byRule: ReadonlyMap<number, readonly string[]>
  readonly propositions: readonly Proposition[]
}

/** One report as the network of fillers looks at it: its violent incidents and the nouns that may have a part in them. */
export class FillerView {
  readonly scene: Scene
  readonly incidents: readonly ViewedIncident[]
  /** the heads of what may have a part: nouns, and of names the head only */
  readonly nouns: readonly number[]
  /** type of the incident that a word speaks of */
  readonly typeAt = new Map<number, string>()
  /** what the rules say that a word is, to whichever incident */
  readonly byRule = new Map<number, string[]>()

  constructor(scene: Scene, incidents: readonly IncidentAnnotation[], propositions: readonly Proposition[]) {
    this.scene = scene
    const { trees } = scene
    const ofIncident: Proposition[][] = incidents.map(() => [])
    for (const proposition of propositions) ofIncident[proposition.subject.index].push(proposition)
    for (const { mentions, type } of incidents) for (const { token } of mentions) this.typeAt.set(token, type)
    const byRule = incidents.map((_, index) => this.#byRule(ofIncident[index]))
    this.incidents = incidents.flatMap((annotation, index) =>
      isViolent(scene, annotation.type)
        ? [
            {
              index,
              annotation,
              tokens: annotation.mentions.map(({ token }) => token),
              byRule: byRule[index],
              propositions: ofIncident[index],
            },
          ]
        : [],
    )
    const heads = new Map<number, number>()
    for (const { form, from, to, head } of scene.referents.mentions) {
      if (form === 'name') for (let i = from; i < to; i++) heads.set(i, head)
    }
    const nouns: number[] = []
    for (let i = 0; i < trees.length; i++) {
      if (/^(NOUN|PROPN)$/.test(trees.tags[i].upos) && (heads.get(i) ?? i) === i) nouns.push(i)
    }
    this.nouns = nouns
  }

  /** True where the noun stands near enough to the incident to have a part in it. */
  isNear({ tokens }: ViewedIncident, noun: number): boolean {
    const sentence = this.scene.sentenceOf(noun)
    let [first, last] = [Number.POSITIVE_INFINITY, 0]
    for (const token of tokens) {
      const at = this.scene.sentenceOf(token)
      first = Math.min(first, at)
      last = Math.max(last, at)
    }
    return sentence >= first - BEFORE && sentence <= last + AFTER
  }

  #byRule(propositions: readonly Proposition[]): Map<number, string[]> {
    const found = new Map<number, string[]>()
    for (const { property, by, spans } of propositions) {
      if (!FILLED.has(property)) continue
      const head = headOf(this.scene, spans[0])
      if (head < 0) continue
      const said = `${property}:${by}`
      push(found, head, said)
      push(this.byRule, head, said)
    }
    return found
  }
}

const VIOLENT = ['attack', 'clash', 'disappearance', 'threat', 'warning']

const isViolent = ({ lexicons: { vocabulary } }: Scene, type: string): boolean =>
  VIOLENT.some((key) => isKindOf(vocabulary, type, key))

/** The word of a span that stands highest in the tree, -1 where it holds none. */
export function headOf({ trees }: Scene, span: { readonly start: number; readonly end: number }): number {
  let [low, high] = [0, trees.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (trees.tokens[middle].end <= span.start) low = middle + 1
    else high = middle
  }
  let best = -1
  for (let i = low; i < trees.length && trees.tokens[i].start < span.end; i++) {
    if (trees.tags[i].upos === 'PUNCT') continue
    if (best < 0 || trees.depth(i) < trees.depth(best)) best = i
  }
  return best
}

function push(map: Map<number, string[]>, key: number, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
