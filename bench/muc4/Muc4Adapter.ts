import type { Document } from '../../src/document/Document.ts'
import type { IncidentAnnotation, Proposition } from '../../src/document/Layers.ts'
import { frameOf, inherited, type Vocabulary } from '../../src/vocabulary/Vocabulary.ts'
import { dateOf } from './dateOf.ts'
import { fillInstruments } from './instrumentsOf.ts'
import { isAsked } from './isAsked.ts'
import { locationOf } from './locationOf.ts'
import type { Message } from './messages.ts'
import { Phrases } from './Phrases.ts'
import { fillPeople } from './peopleOf.ts'
import { fillPerpetrators } from './perpetratorsOf.ts'
import { fillThings } from './thingsOf.ts'
import type { Template } from './writeTemplates.ts'

/** How likely an incident must be news to be asked for, and below which chance a filler is left out: chosen on the development messages. */
const NEWS = 0.35
const DOUBTED = 0.2

/**
 * Readings as MUC-4 templates: which incidents the task asks for, and each slot from the propositions of the reading.
 * Only mapping stands here; what the text says is read by the stages.
 */
export class Muc4Adapter {
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  templatesOf(document: Document, message: Message): Template[] {
    const phrases = new Phrases(document, this.#vocabulary)
    return document.get('incidents').flatMap((incident, index) => {
      const type = this.#mucType(incident.type)
      const propositions = document
        .get('incidentPropositions')
        .filter(
          ({ subject, chance = 1 }) => subject.kind === 'incident' && subject.index === index && chance >= DOUBTED,
        )
      if (type === undefined || (incident.salience ?? 1) < NEWS) return []
      if (!isAsked(phrases, propositions, message, incident.type)) return []
      return [templateOf(phrases, propositions, message, { type, incident })]
    })
  }

  #mucType(key: string): string | undefined {
    const frame = frameOf(this.#vocabulary, key)
    if (frame.agent !== 'perpetrator' || key === 'threat' || key === 'warning') {
      if (key !== 'strike' && key !== 'disappearance') return undefined
    }
    return inherited(this.#vocabulary, key, ({ mappings }) => mappings.muc4)
  }
}

function templateOf(
  phrases: Phrases,
  all: readonly Proposition[],
  message: Message,
  { type, incident }: { readonly type: string; readonly incident: IncidentAnnotation },
): Template {
  const of = (name: string) => all.filter(({ property }) => property === name)
  const { type: key, stage, mentions } = incident
  const sentences = new Set(mentions.map(({ token }) => phrases.trees.tokens[token].sentence))
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
  return template
}

const STAGES: Readonly<Record<string, string>> = {
  attempted: 'ATTEMPTED',
  failed: 'ATTEMPTED',
  foiled: 'ATTEMPTED',
  threatened: 'THREATENED',
  planned: 'THREATENED',
}
