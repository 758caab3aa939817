import type { Document } from '../../src/document/Document.ts'
import type { Proposition } from '../../src/document/Layers.ts'
import type { Act } from '../../src/model/Attribution.ts'
import type { Place } from '../../src/model/Place.ts'
import { KindLexicon } from '../../src/vocabulary/KindLexicon.ts'
import { frameOf, isKindOf, type Vocabulary } from '../../src/vocabulary/Vocabulary.ts'
import type { Message } from './messages.ts'
import type { Template } from './writeTemplates.ts'

/**
 * Readings as MUC-4 templates: which incidents the task asks for, and each slot from the propositions of the reading.
 * Only mapping stands here; what the text says is read by the stages.
 */
export class Muc4Adapter {
  readonly #vocabulary: Vocabulary
  readonly #actors: KindLexicon

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#actors = new KindLexicon(vocabulary.actorKinds)
  }

  templatesOf(document: Document, message: Message): Template[] {
    return document.get('incidents').flatMap((incident, index) => {
      const type = this.#mucType(incident.type)
      const propositions = document
        .get('incidentPropositions')
        .filter(({ subject }) => subject.kind === 'incident' && subject.index === index)
      if (type === undefined || !this.#isAsked(document, propositions, message, incident.type)) return []
      return [this.#template(document, propositions, message, type, incident.stage)]
    })
  }

  #mucType(key: string): string | undefined {
    const frame = frameOf(this.#vocabulary, key)
    if (frame.agent !== 'perpetrator' || key === 'threat' || key === 'warning') {
      if (key !== 'strike' && key !== 'disappearance') return undefined
    }
    for (let at: string | undefined = key; at !== undefined; at = this.#vocabulary.incidentTypes.get(at)?.broader) {
      const name = this.#vocabulary.incidentTypes.get(at)?.mappings.muc4
      if (name) return name
    }
    return undefined
  }

  /**
   * The task's relevance (template-doc-part1, "terrorist acts"): not what only soldiers and guerrillas do to each other,
   * not what is older than two months, and nothing without a target.
   */
  #isAsked(document: Document, propositions: readonly Proposition[], message: Message, key: string): boolean {
    const targets = propositions.filter(({ property }) => property === 'target' || property === 'victim')
    if (targets.length === 0 && key !== 'bombing') return false
    const kinds = targets.map((target) => this.#actorOf(document, target))
    if (
      kinds.length > 0 &&
      kinds.every((kind) => kind === 'armed-forces' || kind === 'armed-group' || kind === 'criminals')
    )
      return false
    const last = propositions
      .filter(({ property }) => property === 'date')
      .flatMap(({ value }) => (value.type === 'interval' ? [lastDay(value.edtf)] : []))
    // Background that only names somebody killed at some time is not new information.
    const said = new Set(
      propositions
        .filter(({ by }) => !by.endsWith('/dateline'))
        .map(({ property }) => property)
        .filter((property) => TOLD.has(property)),
    )
    if (said.size < 2) return false
    if (message.published === undefined || last.length === 0) return true
    return last.some((day) => day === undefined || monthsBetween(day, message.published!) <= 2)
  }

  #actorOf(document: Document, { value, spans }: Proposition): string | undefined {
    const tokens = document.get('tokens')
    const head = value.type === 'entity' && 'entity' in value ? headAt(document, spans[0]) : headAt(document, spans[0])
    if (head < 0) return undefined
    const tags = document.get('tags')
    return this.#actors.kindOf((before) =>
      before === 0 ? tags[head].lemma.toLowerCase() : tokens[head - before]?.text.toLowerCase(),
    )
  }

  #template(document: Document, all: readonly Proposition[], message: Message, type: string, stage: string): Template {
    const of = (...names: string[]) => all.filter(({ property }) => names.includes(property))
    const template: Template = new Map()
    template.set(2, [dateOf(of('date'), message)])
    template.set(3, [locationOf(of('place'), message)])
    template.set(4, [type])
    template.set(5, [
      /^(attempted|failed|foiled)$/.test(stage)
        ? 'ATTEMPTED'
        : /^(threatened|planned)$/.test(stage)
          ? 'THREATENED'
          : 'ACCOMPLISHED',
    ])
    if (type !== 'KIDNAPPING' && type !== 'ARSON')
      this.#instruments(document, of('instrument', 'instrument-kind'), template)
    this.#perpetrators(document, of('perpetrator'), template)
    if (type !== 'KIDNAPPING') this.#things(document, of('target', 'damage', 'target-kind'), template, type)
    this.#people(document, of('victim', 'target', 'killed', 'wounded', 'unhurt'), template)
    return template
  }

  #instruments(document: Document, propositions: readonly Proposition[], template: Template): void {
    for (const { value, spans } of propositions) {
      if (value.type === 'text') add(template, 6, quoted(headed(document, spans[0])))
      if (value.type === 'term') {
        const name = INSTRUMENTS[this.#vocabulary.instrumentKinds.get(value.key)?.mappings?.muc4 ?? '']
        if (name) add(template, 7, `${name}: ${quoted(headed(document, spans[0]))}`)
      }
    }
  }

  #perpetrators(document: Document, propositions: readonly Proposition[], template: Template): void {
    for (const proposition of propositions) {
      if (proposition.polarity === 'denied') continue
      const name = nameOf(document, proposition)
      const kind = kindOf(document, proposition)
      const actor = this.#actorOf(document, proposition)
      const armed = actor === 'armed-forces' || actor === 'police' || kind === 'public body'
      if (kind === 'group' || kind === 'organisation' || kind === 'public body') {
        if (actor !== undefined && !isNamed(document, proposition)) add(template, 9, quoted(name))
        else {
          add(template, 10, quoted(name))
          add(template, 11, `${confidenceOf(document, proposition)}: ${quoted(name)}`)
        }
      } else if (kind !== 'place' && kind !== 'facility') {
        add(template, 9, quoted(headed(document, proposition.spans[0])))
        for (const organisation of organisationsOf(document, proposition)) {
          add(template, 10, quoted(organisation))
          add(template, 11, `${confidenceOf(document, proposition)}: ${quoted(organisation)}`)
        }
      }
      template.set(8, [armed ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT'])
    }
  }

  #things(document: Document, propositions: readonly Proposition[], template: Template, type: string): void {
    for (const proposition of propositions) {
      const { property } = proposition
      if (property === 'target-kind') continue
      const kind = kindOf(document, proposition)
      if (kind === 'person' || kind === 'people' || kind === 'place' || kind === 'group') continue
      if (this.#actorOf(document, proposition) !== undefined) continue
      const name = quoted(headed(document, proposition.spans[0]))
      add(template, 12, name)
      const term = propositions.find(
        (other) => other.property === 'target-kind' && other.spans[0].start === proposition.spans[0].start,
      )?.value
      const kinds = term?.type === 'term' ? THINGS[term.key] : undefined
      add(template, 13, `${kinds ?? 'OTHER'}: ${name}`)
      add(template, 14, `${/S"$/.test(name) && !/(SS|US)"$/.test(name) ? 'PLURAL' : '1'}: ${name}`)
      if (property === 'damage' || type === 'BOMBING') add(template, 16, `SOME DAMAGE: ${name}`)
    }
  }

  #people(document: Document, propositions: readonly Proposition[], template: Template): void {
    for (const proposition of propositions) {
      if (proposition.property !== 'victim' && proposition.property !== 'target') continue
      const kind = kindOf(document, proposition)
      const actor = this.#actorOf(document, proposition)
      if (proposition.property === 'target' && kind !== 'person' && kind !== 'people') continue
      if (kind === 'place' || kind === 'facility') continue
      const named = isNamed(document, proposition)
      const name = quoted(named ? nameOf(document, proposition) : headed(document, proposition.spans[0]))
      add(template, named ? 18 : 19, name)
      const own = named ? this.#titleOf(document, proposition) : actor
      add(template, 20, `${PEOPLE[own ?? 'civilians'] ?? 'CIVILIAN'}: ${name}`)
      const counts = propositions.filter(
        (other) =>
          /^(killed|wounded|unhurt)$/.test(other.property) &&
          other.token === proposition.token &&
          overlapping(other.spans[0], proposition.spans[0]),
      )
      const count = counts.flatMap(({ value }) => (value.type === 'count' ? [value] : []))[0]
      add(
        template,
        21,
        `${named ? '1' : count ? (count.low === count.best ? count.best : `~ ${count.best}`) : 'PLURAL'}: ${name}`,
      )
      for (const { property } of counts) add(template, 23, `${EFFECTS[property]}: ${name}`)
    }
  }

  /** The kind of the description that goes with a name: "Judge Jimenez". */
  #titleOf(document: Document, { spans: [span] }: Proposition): string | undefined {
    const tokens = document.get('tokens')
    const tags = document.get('tags')
    const first = tokens.findIndex(({ start }) => start >= span.start)
    for (let i = Math.max(0, first - 3); i < tokens.length && tokens[i].start < span.end; i++) {
      const kind = this.#actors.kindOf((before) =>
        before === 0 ? tags[i].lemma.toLowerCase() : tokens[i - before]?.text.toLowerCase(),
      )
      if (kind) return kind
    }
    return undefined
  }
}

const TOLD = new Set([
  'target',
  'victim',
  'perpetrator',
  'date',
  'place',
  'instrument',
  'killed',
  'wounded',
  'abducted',
])

const INSTRUMENTS: Record<string, string> = {
  BOMB: 'BOMB',
  'VEHICLE BOMB': 'VEHICLE BOMB',
  MINE: 'MINE',
  GRENADE: 'GRENADE',
  ROCKET: 'ROCKET',
  MORTAR: 'MORTAR',
  'AERIAL BOMB': 'AERIAL BOMB',
  'MOLOTOV COCKTAIL': 'MOLOTOV COCKTAIL',
  GUN: 'GUN',
  RIFLE: 'RIFLE',
  HANDGUN: 'HANDGUN',
  'CUTTING DEVICE': 'CUTTING DEVICE',
  STONE: 'STONE',
}
const THINGS: Record<string, string> = {
  government: 'GOVERNMENT OFFICE OR RESIDENCE',
  diplomatic: 'DIPLOMAT OFFICE OR RESIDENCE',
  business: 'COMMERCIAL',
  transport: 'TRANSPORT VEHICLE',
  infrastructure: 'ENERGY',
  media: 'COMMUNICATIONS',
  residence: 'CIVILIAN RESIDENCE',
  police: 'LAW ENFORCEMENT FACILITY',
  political: 'ORGANIZATION OFFICE',
}
const PEOPLE: Record<string, string> = {
  civilians: 'CIVILIAN',
  government: 'GOVERNMENT OFFICIAL',
  'armed-forces': 'ACTIVE MILITARY',
  police: 'LAW ENFORCEMENT',
}
const EFFECTS: Record<string, string> = { killed: 'DEATH', wounded: 'INJURY', unhurt: 'NO INJURY' }

const add = (template: Template, slot: number, filler: string): void => {
  const fillers = template.get(slot) ?? []
  if (!fillers.includes(filler)) template.set(slot, [...fillers, filler])
}
const quoted = (text: string): string =>
  `"${text
    .toUpperCase()
    .replace(/["\s]+/g, ' ')
    .trim()}"`

const overlapping = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

function headAt(document: Document, span: { start: number; end: number }): number {
  const tokens = document.get('tokens')
  const trees = document.get('trees')
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].start < span.start || tokens[i].end > span.end) continue
    const { head } = trees[i]
    if (head < 0 || tokens[head].start < span.start || tokens[head].end > span.end) return i
  }
  return -1
}

/** The phrase of a span from its first modifier to its head: "the two hired gunmen of the cartel" gives "hired gunmen". */
function headed(document: Document, span: { start: number; end: number }): string {
  const tokens = document.get('tokens')
  const tags = document.get('tags')
  const head = headAt(document, span)
  if (head < 0) return document.text.slice(span.start, span.end)
  let first = head
  while (first > 0 && tokens[first - 1].start >= span.start && /^(NOUN|PROPN|ADJ|VERB)$/.test(tags[first - 1].upos))
    first--
  return document.text.slice(tokens[first].start, tokens[head].end)
}

function entityOf(document: Document, { value }: Proposition) {
  return value.type === 'entity' && typeof value.entity === 'number'
    ? document.get('entities')[value.entity]
    : undefined
}

const kindOf = (document: Document, proposition: Proposition): string | undefined =>
  entityOf(document, proposition)?.kind

function isNamed(document: Document, proposition: Proposition): boolean {
  const mentions = document.get('mentions')
  return entityOf(document, proposition)?.mentions.some((index) => mentions[index].form === 'name') ?? false
}

/** The groups that a perpetrator is said to belong to, or that its phrase names: "members of the XXII Front of the FARC". */
function organisationsOf(document: Document, { value, spans: [span] }: Proposition): string[] {
  const entities = document.get('entities')
  const index = value.type === 'entity' && typeof value.entity === 'number' ? value.entity : -1
  const related = document
    .get('relations')
    .filter(
      ({ subject, property }) =>
        subject.kind === 'entity' && subject.index === index && /^(member-of|leader-of)$/.test(property),
    )
    .flatMap(({ value: other }) =>
      other.type === 'entity' && typeof other.entity === 'number' ? [entities[other.entity]] : [],
    )
  const inside = document
    .get('mentions')
    .filter(({ start, end, form }) => form === 'name' && span.start <= start && end <= span.end)
    .map(({ entity }) => entities[entity])
  return [
    ...new Set(
      [...related, ...inside].filter(({ kind }) => kind === 'group' || kind === 'organisation').map(({ name }) => name),
    ),
  ]
}

const nameOf = (document: Document, proposition: Proposition): string =>
  isNamed(document, proposition) ? entityOf(document, proposition)!.name : headed(document, proposition.spans[0])

const CONFIDENCE: Partial<Record<Act, string>> = {
  'claims-responsibility': 'CLAIMED OR ADMITTED',
  accuses: 'SUSPECTED OR ACCUSED',
  believes: 'SUSPECTED OR ACCUSED',
  doubts: 'POSSIBLE',
}

/** The task's scale of confidence, from who vouches and how. */
function confidenceOf(document: Document, { attribution, token, by, certainty }: Proposition): string {
  const attributions = document.get('attributions')
  const { start, end } = document.get('tokens')[token]
  const index =
    attribution ??
    attributions.findLastIndex(({ content }) => content.some((piece) => piece.start <= start && end <= piece.end))
  const source = attributions[index]
  if (by.endsWith('/claimed')) return 'CLAIMED OR ADMITTED'
  const act = source && CONFIDENCE[source.act]
  if (act === 'SUSPECTED OR ACCUSED' || /\/(blamed|suspected)$/.test(by)) {
    return source &&
      /POLICE|MINIST|ARMY|MILITARY|GOVERNMENT|PRESIDENT|COLONEL|GENERAL|OFFICIAL|AUTHORIT/i.test(source.sourceName)
      ? 'SUSPECTED OR ACCUSED BY AUTHORITIES'
      : 'SUSPECTED OR ACCUSED'
  }
  if (act) return act
  return certainty === 'possible' ? 'POSSIBLE' : 'REPORTED AS FACT'
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const shown = (day: string): string => `${day.slice(8, 10)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(2, 4)}`

function lastDay(edtf: string): string | undefined {
  const end = edtf.replace(/[?~%]/g, '').split('/').at(-1)!
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(end)
  if (!match || Number(match[2] ?? 1) > 12) return undefined
  return `${match[1]}-${match[2] ?? '12'}-${match[3] ?? '28'}`
}

const monthsBetween = (a: string, b: string): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))

/** The day, the span of days, or the task's default: up to the day of the message. */
function dateOf(dates: readonly Proposition[], { published }: Message): string {
  const days = dates.flatMap(({ value }) =>
    value.type === 'interval' ? [value.edtf.replace(/[?~%]/g, '').slice(0, 21)] : [],
  )
  const exact = days.find((edtf) => /^\d{4}-\d{2}-\d{2}/.test(edtf) && !edtf.includes('/'))
  if (exact) return shown(exact)
  const range = days.find((edtf) => /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}/.test(edtf))
  if (range) return `${shown(range.slice(0, 10))} - ${shown(range.slice(11, 21))}`
  return published ? `- ${shown(published)}` : '-'
}

const LEVELS: Record<string, string> = {
  site: 'CITY',
  town: 'CITY',
  admin2: 'CITY',
  admin1: 'DEPARTMENT',
  region: 'REGION',
}
const countries = new Intl.DisplayNames(['en'], { type: 'region' })

/** "COUNTRY: PLACE (KIND)", from the most exact place; the country of the dateline where none is named. */
function locationOf(places: readonly Proposition[], { place }: Message): string {
  const found = places.flatMap(({ value }) => (value.type === 'place' ? [value] : []))
  const best =
    found.find((candidate) => candidate.precision !== 'country' && candidate.precision !== 'unknown') ?? found[0]
  const country = countryOf(best) ?? DATELINES.find(([pattern]) => pattern.test(place ?? ''))?.[1] ?? '-'
  if (!best || best.precision === 'country' || best.precision === 'unknown') return country
  return `${country}: ${best.name.toUpperCase().replace(/ (DEPARTMENT|PROVINCE|CITY)$/, '')} (${LEVELS[best.precision] ?? 'CITY'})`
}

const countryOf = (place: Place | undefined): string | undefined =>
  place?.country ? countries.of(place.country)?.toUpperCase() : undefined

/** The nine countries of interest by the cities from which they report. */
const DATELINES: readonly (readonly [RegExp, string])[] = [
  [/SAN SALVADOR|SALVADOR/, 'EL SALVADOR'],
  [/BOGOTA|MEDELLIN|CALI|COLOMBIA/, 'COLOMBIA'],
  [/LIMA|PERU/, 'PERU'],
  [/GUATEMALA/, 'GUATEMALA'],
  [/TEGUCIGALPA|HONDURAS/, 'HONDURAS'],
  [/SANTIAGO|CHILE/, 'CHILE'],
  [/BUENOS AIRES|ARGENTINA/, 'ARGENTINA'],
  [/LA PAZ|BOLIVIA/, 'BOLIVIA'],
  [/QUITO|ECUADOR/, 'ECUADOR'],
]

/** True for the types whose incidents the task asks for, for tests of the mapping. */
export const isAttack = (vocabulary: Vocabulary, type: string): boolean => isKindOf(vocabulary, type, 'attack')
