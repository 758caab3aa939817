import type { Trees } from '../../document/Trees.ts'
import { feature, hashString } from '../../learned/featureHash.ts'
import type { FillerView, ViewedIncident } from './FillerView.ts'
import { monthsOld } from './monthsOld.ts'
import type { Scene } from './Scene.ts'

/** Rows of the table of what is known of a word, and the most rows a word takes. */
export const WORD_ROWS = 16384
export const MOST_WORD_ROWS = 64
/** Rows of the table of how a noun stands to an incident, and how many each noun takes. */
export const PAIR_ROWS = 8192
export const PAIR_COLUMNS = 7
/** Rows of the table of what is known of an incident. */
export const INCIDENT_ROWS = 1024

const CHILDREN = 9
const NONE = hashString('none')
const row = (key: number, rows: number): number => (key >>> 0) % rows

/** Rows that are added up for word `i`: the word, its governor, its dependents and what the rules say of it. Fills `out`, returns how many. */
export function wordRows(
  { scene, typeAt, byRule, lemmas, relations }: FillerView,
  i: number,
  out: Uint16Array,
): number {
  const { trees, referents } = scene
  let size = 0
  const add = (template: number, a = 0, b = 0) => {
    if (size < MOST_WORD_ROWS) out[size++] = row(feature(template, a, b), WORD_ROWS)
  }
  const head = trees.head(i)
  const lemma = lemmas[i]
  const relation = relations[i]
  const headLemma = head < 0 ? NONE : lemmas[head]
  add(401, lemma)
  add(402, lemma, hashString(trees.tags[i].upos))
  add(403, hashString(trees.tags[i].xpos), relation)
  add(404, relation, headLemma)
  if (trees.tags[i].upos === 'NOUN' || trees.tags[i].upos === 'PROPN') {
    const entity = scene.entityKind(i) ?? 'none'
    const actor = scene.actorKind(i) ?? 'none'
    const target = scene.targetKind(i) ?? 'none'
    const instrument = scene.instrumentKind(i) ?? 'none'
    add(405, hashString(`${entity} ${actor} ${target} ${instrument}`))
    add(406, hashString(actor), relation)
    add(407, hashString(target), relation)
    add(408, hashString(instrument))
    add(409, hashString(entity), relation)
    const finest = scene.finestActorKind(i) ?? scene.finestTargetKind(i)
    add(422, finest === undefined ? NONE : hashString(finest), relation)
    const preposition = hashString(scene.preposition(i))
    add(410, preposition, headLemma)
    add(411, preposition, relation)
    const mention = referents.mentionAt(i)
    add(412, mention < 0 ? NONE : hashString(referents.mentions[mention].form))
    const quantity = referents.quantityAt(i)?.value
    add(413, quantity?.type === 'count' ? Math.min(quantity.best, 3) + 1 : 0)
    const determiner = trees.child(i, 'det')
    add(414, determiner < 0 ? NONE : hashString(trees.lower(determiner)))
  }
  const type = typeAt.get(i)
  if (type !== undefined) {
    add(415, hashString(type))
    add(416, hashString(type), relation)
  }
  const above = head < 0 ? undefined : typeAt.get(head)
  add(417, above === undefined ? NONE : hashString(above), relation)
  for (const said of byRule.get(i) ?? []) {
    add(418, hashString(said))
    add(419, hashString(said.split(':')[0]))
  }
  const children = trees.children(i)
  for (let k = 0; k < children.length && k < CHILDREN; k++) {
    const child = children[k]
    add(420, relations[child], lemmas[child])
    add(421, relations[child], child < i ? 1 : 2)
  }
  return size
}

/** Rows that are added up for a noun as seen from an incident. Fills `PAIR_COLUMNS` numbers of `out`. */
export function pairRows(view: FillerView, incident: ViewedIncident, noun: number, out: Uint16Array): void {
  const { scene } = view
  const { trees } = scene
  const nearest = nearestOf(scene, incident, noun)
  const sentence = scene.sentenceOf(noun)
  const sentences = step(sentence - scene.sentenceOf(nearest))
  const way = hashString(wayBetween(trees, nearest, noun))
  const here = scene.sentenceOf(nearest) === sentence
  const rival = view
    .mentionsIn(sentence)
    .some((other) => other.incident !== incident && (!here || Math.abs(other.token - noun) < Math.abs(nearest - noun)))
  const said = incident.byRule.get(noun) ?? []
  const properties = [...new Set(said.map((text) => text.split(':')[0]))].sort().join('+')
  out[0] = row(feature(451, step(noun - nearest)), PAIR_ROWS)
  out[1] = row(feature(452, way), PAIR_ROWS)
  out[2] = row(feature(453, way, view.lemmas[nearest]), PAIR_ROWS)
  out[3] = row(feature(454, sentences, rival ? 1 : 0), PAIR_ROWS)
  out[4] = row(feature(455, hashString(properties)), PAIR_ROWS)
  out[5] = row(feature(456, hashString([...said].sort().join('+'))), PAIR_ROWS)
  out[6] = row(feature(457, hashString(incident.annotation.type), sentences), PAIR_ROWS)
}

/** The word of the incident that stands nearest to the noun; those of its sentence first. */
export function nearestOf(scene: Scene, { tokens }: ViewedIncident, noun: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle] <= noun) low = middle + 1
    else high = middle
  }
  const [before, after] = [tokens[low - 1] ?? tokens[low], tokens[low] ?? tokens[low - 1]]
  const sentence = scene.sentenceOf(noun)
  const distance = (token: number) => Math.abs(scene.sentenceOf(token) - sentence) * 1000 + Math.abs(token - noun)
  return distance(after) < distance(before) ? after : before
}

const step = (distance: number): number => {
  const size = Math.abs(distance)
  const steps = size < 6 ? size : size < 12 ? 6 : size < 24 ? 7 : size < 48 ? 8 : 9
  return distance < 0 ? -steps : steps
}

/** The relations on the way through the tree: "<obj<acl|>nsubj", up from `a` and down to `b`; "apart" in two sentences. */
function wayBetween(trees: Trees, a: number, b: number): string {
  if (trees.tokens[a].sentence !== trees.tokens[b].sentence) return 'apart'
  const above = [a]
  for (let i = trees.head(a); i >= 0; i = trees.head(i)) above.push(i)
  const down: string[] = []
  for (let i = b; i >= 0; i = trees.head(i)) {
    const up = above.indexOf(i)
    if (up >= 0) {
      return `${above
        .slice(0, up)
        .map((j) => `<${trees.plainRelation(j)}`)
        .join('')}|${down.reverse().join('')}`
    }
    down.push(`>${trees.plainRelation(i)}`)
  }
  return 'apart'
}

/** Rows that are added up for an incident: its kind, where in the report it is told, and what is told of it. */
export function incidentRows({ scene }: FillerView, incident: ViewedIncident): number[] {
  const { annotation, tokens, byRule, propositions } = incident
  const rows: number[] = []
  const add = (template: number, value: number) => rows.push(row(feature(template, value), INCIDENT_ROWS))
  const first = Math.min(...tokens.map((token) => scene.sentenceOf(token)))
  const properties = new Set([...byRule.values()].flat().map((said) => said.split(':')[0]))
  add(471, hashString(annotation.type))
  add(472, hashString(annotation.stage))
  add(473, Math.min(tokens.length, 5))
  add(474, Math.min(first, 6))
  add(475, Math.floor((4 * first) / scene.document.get('sentences').length))
  add(476, Math.min(propositions.filter(({ property }) => property === 'date').length, 2))
  add(477, Math.min(propositions.filter(({ property }) => property === 'place').length, 2))
  for (const property of properties) add(478, hashString(property))
  add(479, Math.min(properties.size, 4))
  const age = monthsOld(scene.document.report.published, propositions)
  add(480, age === undefined ? -2 : Math.max(-1, Math.min(age, 4)))
  return rows
}
