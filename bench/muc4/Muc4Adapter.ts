import type { Document } from '../../src/document/Document.ts'
import type { IncidentAnnotation, Proposition } from '../../src/document/Layers.ts'
import { propositionsByIncident } from '../../src/stages/incidents/propositionsByIncident.ts'
import { frameOf, inherited, type Vocabulary } from '../../src/vocabulary/Vocabulary.ts'
import { ASKED_FEATURES, askedFeatures, DOUBTED } from './askedFeatures.ts'
import { dateOf } from './dateOf.ts'
import type { Instance } from './Instance.ts'
import { fillInstruments } from './instrumentsOf.ts'
import { isSameInstance } from './isSameInstance.ts'
import { locationOf } from './locationOf.ts'
import type { Message } from './messages.ts'
import { Phrases } from './Phrases.ts'
import { fillPeople } from './peopleOf.ts'
import { fillPerpetrators } from './perpetratorsOf.ts'
import { fillThings } from './thingsOf.ts'
import type { Template } from './writeTemplates.ts'

/** Below this salience an incident is background, and tells nothing of another. */
const BACKGROUND = 0.2
/** How likely the task must ask for an instance: chosen on the development messages. */
const ASKED = 0.35

/** A logistic regression on `ASKED_FEATURES`: `asked.json`, learnt by `npm run train -- asked`. */
export interface AskedWeights {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

/**
 * Readings as MUC-4 templates: which incidents the task asks for, and each slot from the propositions of the reading.
 * Only mapping stands here; what the text says is read by the stages.
 */
export class Muc4Adapter {
  readonly #vocabulary: Vocabulary
  readonly #asked: AskedWeights

  constructor(vocabulary: Vocabulary, asked: AskedWeights) {
    this.#vocabulary = vocabulary
    this.#asked = asked
  }

  templatesOf(document: Document, message: Message): Template[] {
    const { instances, features } = this.instancesOf(document, message)
    return instances.filter((_, i) => this.#chanceAsked(features[i]) >= ASKED).map(({ template }) => template)
  }

  /** All that could be templates of a message, asked for or not, with their `ASKED_FEATURES`. */
  instancesOf(document: Document, message: Message): { instances: Instance[]; features: number[][] } {
    const phrases = new Phrases(document, this.#vocabulary)
    const propositions = propositionsByIncident(document.get('incidents').length, document.get('incidentPropositions'))
    const instances: Instance[] = []
    for (const [index, incident] of document.get('incidents').entries()) {
      const type = this.#mucType(incident.type)
      if (type === undefined || (incident.salience ?? 0) < BACKGROUND) continue
      const own = instanceOf(phrases, message, type, [incident], propositions[index])
      const at = instances.findIndex(({ template }) => isSameInstance(template, own.template))
      if (at < 0) instances.push(own)
      else {
        const { incidents, propositions: told } = instances[at]
        instances[at] = instanceOf(phrases, message, type, [...incidents, incident], [...told, ...own.propositions])
      }
    }
    return { instances, features: askedFeatures(phrases, instances, message) }
  }

  #chanceAsked(features: readonly number[]): number {
    const sum = ASKED_FEATURES.reduce((total, name, i) => total + this.#asked.weights[name] * features[i], 0)
    return 1 / (1 + Math.exp(-this.#asked.bias - sum))
  }

  #mucType(key: string): string | undefined {
    const frame = frameOf(this.#vocabulary, key)
    if (frame.agent !== 'perpetrator' || key === 'threat' || key === 'warning') {
      if (key !== 'strike' && key !== 'disappearance') return undefined
    }
    return inherited(this.#vocabulary, key, ({ mappings }) => mappings.muc4)
  }
}

function instanceOf(
  phrases: Phrases,
  message: Message,
  type: string,
  incidents: readonly IncidentAnnotation[],
  propositions: readonly Proposition[],
): Instance {
  const all = propositions.filter(({ chance = 1 }) => chance >= DOUBTED)
  const of = (name: string) => all.filter(({ property }) => property === name)
  const [{ type: key, stage }] = incidents
  const sentences = new Set(
    incidents.flatMap(({ mentions }) => mentions.map(({ token }) => phrases.trees.tokens[token].sentence)),
  )
  const template: Template = new Map()
  const location = locationOf(phrases, of('place'), message, sentences)
  const country = location.split(':')[0]
  template.set(2, [dateOf(phrases, of('date'), message, sentences)])
  template.set(3, [location])
  template.set(4, [type])
  template.set(5, [STAGES[stage] ?? 'ACCOMPLISHED'])
  if (type !== 'KIDNAPPING' && type !== 'ARSON') fillInstruments(phrases, all, template)
  fillPerpetrators(phrases, all, template)
  if (type !== 'KIDNAPPING') fillThings(phrases, all, template, { type, country })
  fillPeople(phrases, all, template, { type, key, country })
  return { type, incidents, propositions, template }
}

const STAGES: Readonly<Record<string, string>> = {
  attempted: 'ATTEMPTED',
  failed: 'ATTEMPTED',
  foiled: 'ATTEMPTED',
  threatened: 'THREATENED',
  planned: 'THREATENED',
}
