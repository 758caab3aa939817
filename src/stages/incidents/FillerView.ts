import { append } from '../../base/append.ts'
import { filled } from '../../base/filled.ts'
import type { IncidentAnnotation, Proposition } from '../../document/Layers.ts'
import { hashString } from '../../learned/featureHash.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import { propositionsByIncident } from './propositionsByIncident.ts'
import type { Scene } from './Scene.ts'

/** Sentences before and after a mention of an incident in which its fillers are looked for. */
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
  /** the words that speak of it, in text order */
  readonly tokens: readonly number[]
  /** what the rules say that a word, by its index, is to it: "victim:rule:incidents/object" */
  readonly byRule: ReadonlyMap<number, readonly string[]>
  readonly propositions: readonly Proposition[]
}

/** One report as the network of fillers looks at it: its violent incidents and the nouns that may have a part in them. */
export class FillerView {
  readonly scene: Scene
  readonly incidents: readonly ViewedIncident[]
  /** by word, hashes of its lemma and of its relation to what it hangs on */
  readonly lemmas: Int32Array
  readonly relations: Int32Array
  /** for each sentence the heads of what may have a part: nouns, and of names the head only */
  readonly #nounsIn: readonly (readonly number[])[]
  /** for each sentence the words that speak of violent incidents, with which they speak of */
  readonly #mentionsIn: readonly (readonly { readonly incident: ViewedIncident; readonly token: number }[])[]
  /** type of the incident that a word speaks of */
  readonly typeAt = new Map<number, string>()
  /** what the rules say that a word is, to whichever incident */
  readonly byRule = new Map<number, string[]>()

  constructor(scene: Scene, incidents: readonly IncidentAnnotation[], propositions: readonly Proposition[]) {
    this.scene = scene
    const { trees } = scene
    this.lemmas = filled(new Int32Array(trees.length), (i) => hashString(trees.lemma(i)))
    this.relations = filled(new Int32Array(trees.length), (i) => hashString(trees.relation(i)))
    const ofIncident = propositionsByIncident(incidents.length, propositions)
    for (const { mentions, type } of incidents) for (const { token } of mentions) this.typeAt.set(token, type)
    const byRule = incidents.map((_, index) => this.#byRule(ofIncident[index]))
    this.incidents = incidents.flatMap((annotation, index) =>
      isViolent(scene, annotation.type)
        ? [
            {
              index,
              annotation,
              tokens: [...new Set(annotation.mentions.map(({ token }) => token))].sort((a, b) => a - b),
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
    const sentences = scene.document.get('sentences')
    this.#nounsIn = sentences.map(({ from, to }) => {
      const nouns: number[] = []
      for (let i = from; i < to; i++) {
        const { upos } = trees.tags[i]
        if ((upos === 'NOUN' || upos === 'PROPN') && (heads.get(i) ?? i) === i) nouns.push(i)
      }
      return nouns
    })
    const mentionsIn: { incident: ViewedIncident; token: number }[][] = sentences.map(() => [])
    for (const incident of this.incidents)
      for (const token of incident.tokens) mentionsIn[scene.sentenceOf(token)].push({ incident, token })
    this.#mentionsIn = mentionsIn
  }

  /** The nouns that stand near enough to a mention of the incident to have a part in it, in text order. */
  nounsNear({ tokens }: ViewedIncident): number[] {
    const nouns: number[] = []
    let next = 0
    for (const token of tokens) {
      const sentence = this.scene.sentenceOf(token)
      next = Math.max(next, sentence - BEFORE)
      for (; next <= sentence + AFTER && next < this.#nounsIn.length; next++) nouns.push(...this.#nounsIn[next])
    }
    return nouns
  }

  /** The words of a sentence that speak of violent incidents. */
  mentionsIn(sentence: number): readonly { readonly incident: ViewedIncident; readonly token: number }[] {
    return this.#mentionsIn[sentence]
  }

  #byRule(propositions: readonly Proposition[]): Map<number, string[]> {
    const found = new Map<number, string[]>()
    for (const { property, by, spans } of propositions) {
      if (!FILLED.has(property)) continue
      const head = this.scene.trees.headIn(spans[0])
      if (head < 0) continue
      const said = `${property}:${by}`
      append(found, head, said)
      append(this.byRule, head, said)
    }
    return found
  }
}

const VIOLENT = ['attack', 'clash', 'disappearance', 'threat', 'warning']

const isViolent = ({ lexicons: { vocabulary } }: Scene, type: string): boolean =>
  VIOLENT.some((key) => isKindOf(vocabulary, type, key))
