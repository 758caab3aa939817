import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../src/document/Document.ts'
import { FILLER_ROLES } from '../src/stages/incidents/FillerNetwork.ts'
import { FillerView, type ViewedIncident } from '../src/stages/incidents/FillerView.ts'
import { incidentRows, MOST_WORD_ROWS, PAIR_COLUMNS, pairRows, wordRows } from '../src/stages/incidents/fillerRows.ts'
import { type Lexicons, Scene } from '../src/stages/incidents/Scene.ts'
import { inherited, type Vocabulary } from '../src/vocabulary/Vocabulary.ts'
import { type Muc4Key, stringsOf } from './muc4Keys.ts'

/** A message read by the rules alone, with the templates that its answer key has. */
export interface FillerLesson {
  readonly document: Document
  readonly keys: readonly Muc4Key[]
  /** which of the sets of messages it is of, to keep sets aside */
  readonly set: number
}

/** The slots of string fills and what a fill of theirs is to the incident. */
const SLOTS: readonly (readonly [slot: number, role: (typeof FILLER_ROLES)[number]])[] = [
  [9, 'perpetrator'],
  [10, 'perpetrator group'],
  [12, 'thing'],
  [18, 'person'],
  [19, 'person'],
  [6, 'instrument'],
]
/** What the properties of the rules may be in an answer key. */
const ROLES_OF: Readonly<Record<string, readonly string[]>> = {
  perpetrator: ['perpetrator', 'perpetrator group'],
  perpetrators: ['perpetrator'],
  target: ['thing', 'person'],
  damage: ['thing'],
  instrument: ['instrument'],
}
const PERSON = ['person']
const TYPE_SLOT = 4

/** A template as it is found in the text: for each fill the nouns that may stand for it. */
interface FoundTemplate {
  readonly optional: boolean
  readonly types: readonly string[]
  readonly fills: readonly { readonly role: number; readonly nouns: readonly number[] }[]
  readonly roleAt: ReadonlyMap<number, number>
}

/**
 * Writes what the network of fillers learns from: `values.i8` and `scales.f32`, the words' vectors, and `lessons.jsonl`, a message a line:
 * `{ set, words, sentences, rows, incidents: [{ tokens, rows, told }], nouns, pairs: [[incident, noun, …rows]], none, bags }`; words are numbered
 * within the message, `told` is 1 for an incident of the key, 0 for another and -1 where the key leaves it open, `none` lists the
 * pairs that have no part, and a bag is `[role, pairs]`: at least one of them has that part.
 */
export function writeFillerExamples(lessons: readonly FillerLesson[], lexicons: Lexicons, folder: string): void {
  const values = openSync(join(folder, 'values.i8'), 'w')
  const scales = openSync(join(folder, 'scales.f32'), 'w')
  const lines = lessons.map(({ document, keys, set }) => {
    const vectors = document.get('vectors')
    writeSync(values, bytesOf(vectors.values))
    writeSync(scales, bytesOf(vectors.scales))
    return JSON.stringify({ set, ...exampleOf(document, keys, lexicons) })
  })
  closeSync(values)
  closeSync(scales)
  writeFileSync(join(folder, 'lessons.jsonl'), `${lines.join('\n')}\n`)
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int8Array | Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

function exampleOf(document: Document, keys: readonly Muc4Key[], lexicons: Lexicons) {
  const scene = new Scene(document, lexicons)
  const view = new FillerView(scene, document.get('incidents'), document.get('incidentPropositions'))
  const templates = keys.map((key) => foundTemplate(view, key))
  const templateOf = alignment(view, templates, lexicons.vocabulary)
  const buffer = new Uint16Array(MOST_WORD_ROWS)
  const rows = Array.from({ length: scene.trees.length }, (_, i) => [...buffer.slice(0, wordRows(view, i, buffer))])
  const pairBuffer = new Uint16Array(PAIR_COLUMNS)
  const pairs: number[][] = []
  const none: number[] = []
  const bags: [role: number, pairs: number[]][] = []
  view.incidents.forEach((incident, index) => {
    const template = templateOf[index]
    view.nounsNear(incident).forEach((noun) => {
      pairRows(view, incident, noun, pairBuffer)
      if (template !== undefined && !template.roleAt.has(noun)) none.push(pairs.length)
      pairs.push([index, noun, ...pairBuffer])
    })
  })
  for (const template of templates) {
    for (const { role, nouns } of template.fills) {
      const bag = pairs.flatMap(([incident, noun], at) =>
        templateOf[incident] === template && nouns.includes(noun) ? [at] : [],
      )
      if (bag.length > 0) bags.push([role, bag])
    }
  }
  return {
    words: scene.trees.length,
    sentences: scene.trees.tokens.map(({ sentence }) => sentence),
    rows,
    incidents: view.incidents.map((incident, index) => ({
      tokens: incident.tokens,
      rows: incidentRows(view, incident),
      told: templateOf[index] === undefined ? 0 : templateOf[index].optional ? -1 : 1,
    })),
    pairs,
    none,
    bags,
    /** fills of templates that count, by role: what a perfect reading would find */
    wanted: templates.filter(({ optional }) => !optional).flatMap(({ fills }) => fills.map(({ role }) => role)),
  }
}

function foundTemplate(view: FillerView, { optional, slots }: Muc4Key): FoundTemplate {
  const known = new Set(view.incidents.flatMap((incident) => view.nounsNear(incident)))
  const nameHead = new Map<number, number>()
  for (const { form, from, to, head } of view.scene.referents.mentions) {
    if (form === 'name') for (let i = from; i < to; i++) nameHead.set(i, head)
  }
  const roleAt = new Map<number, number>()
  const fills = SLOTS.flatMap(([slot, name]) =>
    (slots.get(slot) ?? []).map((fill) => {
      const role = FILLER_ROLES.indexOf(name)
      const nouns = [...new Set(stringsOf(fill).flatMap((text) => headsOf(view.scene, text)))]
        .map((head) => nameHead.get(head) ?? head)
        .filter((head) => known.has(head))
      for (const noun of nouns) roleAt.set(noun, role)
      return { role, nouns: [...new Set(nouns)] }
    }),
  )
  return { optional, types: slots.get(TYPE_SLOT)?.[0] ?? [], fills, roleAt }
}

/** The heads of the places where a string of the key stands in the text, whatever its capitals. */
function headsOf(scene: Scene, text: string): number[] {
  const words = text
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?<![A-Z0-9])${words.join('\\s+')}(?![A-Z0-9])`, 'gi')
  return [...scene.document.text.matchAll(pattern)]
    .map(({ index, 0: found }) => scene.trees.headIn({ start: index, end: index + found.length }))
    .filter((head) => head >= 0)
}

/**
 * Which template each incident is of, undefined for none: the one of a fitting type with which it shares most, by what the rules found
 * of it and by how many of the fills stand in its sentences.
 */
function alignment(
  view: FillerView,
  templates: readonly FoundTemplate[],
  vocabulary: Vocabulary,
): (FoundTemplate | undefined)[] {
  const ofIncident: (FoundTemplate | undefined)[] = view.incidents.map(() => undefined)
  const best = view.incidents.map(() => 0)
  view.incidents.forEach((incident, index) => {
    const type = inherited(vocabulary, incident.annotation.type, ({ mappings }) => mappings.muc4)
    const sentences = new Set(incident.tokens.map((token) => view.scene.sentenceOf(token)))
    for (const template of templates) {
      const fit = Math.max(...template.types.map((name) => (type === name ? 2 : fitsLoosely(type, name) ? 1 : -1)))
      if (fit < 0) continue
      const shared = sharedFills(incident, template)
      const near = [...template.roleAt.keys()].filter((noun) => sentences.has(view.scene.sentenceOf(noun))).length
      const score = fit + Math.min(1.5 * shared, 4.5) + 0.5 * Math.min(near, 3)
      if (score < 2.5 || shared + near === 0 || score <= best[index]) continue
      best[index] = score
      ofIncident[index] = template
    }
  })
  return ofIncident
}

const fitsLoosely = (type: string | undefined, name: string): boolean =>
  type !== undefined && (type === 'ATTACK' || name === 'ATTACK')

function sharedFills({ byRule }: ViewedIncident, { roleAt }: FoundTemplate): number {
  let shared = 0
  for (const [noun, said] of byRule) {
    const role = FILLER_ROLES[roleAt.get(noun) ?? 0]
    if (said.some((text) => (ROLES_OF[text.split(':')[0]] ?? PERSON).includes(role))) shared++
  }
  return shared
}
