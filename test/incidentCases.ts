import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Incident } from '../src/model/Incident.ts'
import type { Reading } from '../src/model/Reading.ts'
import { reportOf } from '../src/model/Report.ts'
import type { Statement } from '../src/model/Statement.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../src/vocabulary/loadVocabulary.ts'
import { isKindOf } from '../src/vocabulary/Vocabulary.ts'
import { responsibilityMode } from '../src/weighing/responsibilityMode.ts'

/** A short report with what a person would take down of its incidents; strings are passages of the text. */
export interface IncidentCase {
  readonly id: string
  readonly text: string
  readonly published: string
  readonly incidents: readonly ExpectedIncident[]
  /** what speaks of attacks in general */
  readonly notIncidents: readonly string[]
}

interface ExpectedIncident {
  readonly cue: string
  readonly type: string
  readonly mentions?: readonly string[]
  readonly responsibility: readonly {
    readonly who: string
    readonly mode: string
    readonly by: string | null
    readonly channel: string | null
    readonly certainty: string
  }[]
  readonly numbers: readonly {
    readonly what: string
    readonly count: string
    readonly category: string | null
    readonly by: string | null
  }[]
  readonly when: string | null
  readonly where: string | null
}

/** One question and its outcome; `spurious` where something was read that is not there. */
export interface Mark {
  readonly field: string
  readonly right: boolean
  readonly spurious?: boolean
  readonly told: string
}

const folder = join(import.meta.dirname, '../vocabulary')
const vocabulary = loadVocabulary(
  Object.fromEntries(VOCABULARY_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
)
const reader = openEnglishReader()

/** What a reading of the case gets right and wrong. */
export function incidentMarks(one: IncidentCase): Mark[] {
  const reading = reader.read(reportOf({ text: one.text, published: one.published }))
  const marks: Mark[] = []
  const add = (field: string, right: boolean, told: string, spurious = false) =>
    marks.push({ field, right, told, ...(spurious ? { spurious } : {}) })
  const taken = matched(one, reading)
  for (const expected of one.incidents) {
    const incident = taken.get(expected)
    add('incident', incident !== undefined, expected.cue)
    if (incident !== undefined)
      add('type', sameFamily(expected.type, incident.type), `${expected.type}, ${incident.type}`)
    const about = reading.statements.filter(({ subject }) => subject.id === incident?.id)
    responsibilityMarks(one, reading, expected, about, add)
    numberMarks(one, reading, expected, about, add)
    for (const [field, property, words] of [
      ['when', 'date', expected.when],
      ['where', 'place', expected.where],
    ] as const) {
      const values = about.filter((statement) => statement.property === property)
      const inside = (statement: Statement) =>
        words !== null && statement.passages.some(({ start, end }) => touches(one.text, words, start, end))
      if (words !== null) add(field, values.some(inside), words)
      else if (field === 'when' && values.length > 0) add(field, false, values.map(told).join(', '), true)
    }
    const merged = reading.incidents.filter(({ mentions }) =>
      mentions.some((mention) =>
        phrasesOf(expected).some((words) => touches(one.text, words, mention.start, mention.end)),
      ),
    )
    if (expected.mentions !== undefined && incident !== undefined)
      add('one incident', merged.length === 1, `${expected.mentions.join(' = ')} in ${merged.length}`)
  }
  const known = new Set([...taken.values()].map(({ id }) => id))
  for (const incident of reading.incidents) {
    // visits, talks and the like are incidents too, but not asked for
    if (known.has(incident.id) || !isKindOf(vocabulary, incident.type, 'attack')) continue
    add('incident', false, `${incident.type}: ${incident.label}`, true)
    const about = reading.statements.filter(({ subject }) => subject.id === incident.id)
    for (const entry of entriesOf(one, reading, about).filter(({ isVague }) => !isVague))
      add('responsibility', false, `${entry.names[0]} ${entry.mode}, of ${incident.label}`, true)
  }
  for (const words of one.notIncidents) {
    const found = reading.incidents.filter(({ mentions }) =>
      mentions.some(({ start, end }) => touches(one.text, words, start, end)),
    )
    add('general talk', found.length === 0, words)
  }
  return marks
}

type Add = (field: string, right: boolean, told: string, spurious?: boolean) => void

function responsibilityMarks(
  one: IncidentCase,
  reading: Reading,
  expected: ExpectedIncident,
  about: Statement[],
  add: Add,
) {
  const entries = entriesOf(one, reading, about)
  const used = new Set<Entry>()
  for (const { who, mode, by, channel, certainty } of expected.responsibility) {
    const told = `${who} ${mode} by ${by} (${expected.cue})`
    const sameDeed = (entry: Entry) => !used.has(entry) && entry.mode === MODES[mode] && isNamed(who, entry.names)
    const vouched = (entry: Entry) => (by === null ? entry.isOutlet : isNamed(by, entry.by))
    const candidates = entries.filter(sameDeed)
    const found = candidates.find(vouched) ?? candidates[0]
    add('responsibility', found !== undefined, told)
    if (found === undefined) continue
    used.add(found)
    add('by', vouched(found), `${told}: ${found.by[0]}`)
    const doubted = entries.some((other) => other !== found && other.doubts && isNamed(who, other.names))
    const sure = found.mode === 'denied' ? 'denied' : doubted ? 'possible' : found.certainty
    add('certainty', sure === certainty, `${told}: ${sure}`)
    if (channel !== null || found.channels.length > 0)
      add('channel', channel !== null && isNamed(channel, found.channels), `${channel}: ${found.channels.join(', ')}`)
  }
  for (const entry of entries)
    if (!used.has(entry) && !entry.doubts && !entry.isVague)
      add('responsibility', false, `${entry.names[0]} ${entry.mode} by ${entry.by[0]} (${expected.cue})`, true)
}

function numberMarks(one: IncidentCase, reading: Reading, expected: ExpectedIncident, about: Statement[], add: Add) {
  const counts = about.flatMap((statement) =>
    statement.value.type === 'count' && /^(killed|wounded|missing|abducted|arrested)$/.test(statement.property)
      ? [{ statement, value: statement.value }]
      : [],
  )
  const used = new Set<Statement>()
  for (const { what, count, category, by } of expected.numbers) {
    const told = `${count} ${category ?? 'people'} ${what} by ${by}`
    const fits = counts.filter(
      ({ statement, value }) =>
        !used.has(statement) && statement.property === what && has(value.words, numberIn(count)),
    )
    const vouched = ({ statement }: { statement: Statement }) => isVouched(one, reading, statement, by)
    const found = fits.find(vouched) ?? fits[0]
    add('number', found !== undefined, told)
    if (found === undefined) continue
    for (const { statement, value } of fits)
      if (value.best === found.value.best && vouched({ statement }) === vouched(found)) used.add(statement)
    add('by of a number', vouched(found), `${told}: ${lastName(reading, found.statement)}`)
    const kind = found.value.category ?? null
    add(
      'category',
      kind === (category === 'attackers' ? 'perpetrators' : category),
      `${told}: ${kind} (${found.value.of})`,
    )
  }
  for (const { statement, value } of counts)
    if (!used.has(statement) && value.best > 1)
      add('number', false, `${value.words} ${statement.property} by ${lastName(reading, statement)}`, true)
}

/** Somebody held to have done it, as read. */
interface Entry {
  readonly names: readonly string[]
  readonly mode: string
  readonly by: readonly string[]
  readonly isOutlet: boolean
  readonly certainty: string
  readonly channels: readonly string[]
  /** "Gunmen attacked": whoever did it is no answer to who was behind it, so that it need not be told */
  readonly isVague: boolean
  /** says of a claim of others that it may not be so */
  readonly doubts: boolean
}

function entriesOf(one: IncidentCase, reading: Reading, about: readonly Statement[]): Entry[] {
  const entries = about
    .filter(({ property }) => property === 'perpetrator')
    .map((statement): Entry => {
      const last = statement.chain[statement.chain.length - 1]
      const names = namesOf(one, reading, statement)
      const by = sourceNames(one, reading, last.source)
      const own = by.some((name) => names.includes(name))
      const mode = responsibilityMode(statement)!
      const channels = about
        .filter(
          ({ property, chain }) => property === 'channel' && chain[chain.length - 1].attribution === last.attribution,
        )
        .map(told)
      return {
        names,
        mode: own && mode === 'accused' ? 'claimed' : mode,
        by,
        isOutlet: isNobody(reading, last.source),
        isVague: !(
          last.act === 'accuses' ||
          /^(claimed|denied|suspected|possible)$/.test(mode) ||
          names.some(isProper)
        ),
        certainty: statement.certainty,
        channels,
        doubts: last.act === 'doubts',
      }
    })
  const seen = new Set<string>()
  return entries.filter(({ names, mode, by }) => {
    const key = JSON.stringify([names[0], mode, by[0]])
    return !seen.has(key) && seen.add(key) !== undefined
  })
}

/** A name, or told by one: "The group known as the Red Hand"; not "men outside the clinic in Lima". */
const isProper = (name: string): boolean =>
  /\p{Lu}/u.test(name.split(/ (?:where|who|which|that|outside|in|near|at) /)[0].slice(1))

const MODES: Record<string, string> = {
  claimed: 'claimed',
  denied: 'denied',
  accused: 'accused',
  suspected: 'suspected',
  possible: 'possible',
  'reported as fact': 'reported',
}

const outletOf = ({ statements, sources }: Reading): string =>
  statements[0]?.chain[0].source ?? sources.find(({ kind }) => kind === 'outlet')?.id ?? ''

function namesOf(one: IncidentCase, reading: Reading, { value }: Statement): string[] {
  if (value.type === 'entity') {
    const entity = reading.entities.find(({ id }) => id === value.entity)!
    return [entity.name, ...entity.mentions.map(({ start, end }) => one.text.slice(start, end))]
  }
  return value.type === 'text' ? [value.text] : []
}

function sourceNames(one: IncidentCase, reading: Reading, id: string): string[] {
  const source = reading.sources.find((other) => other.id === id)
  if (source === undefined) return []
  const entity = reading.entities.find((other) => other.id === source.entity)
  const mentions = [...source.mentions, ...(entity?.mentions ?? [])].map(({ start, end }) => one.text.slice(start, end))
  return [source.name, ...(entity === undefined ? [] : [entity.name]), ...mentions]
}

function isVouched(one: IncidentCase, reading: Reading, { chain }: Statement, by: string | null): boolean {
  const { source } = chain[chain.length - 1]
  return by === null ? isNobody(reading, source) : isNamed(by, sourceNames(one, reading, source))
}

/** The report itself, or somebody whom it does not name: "were suspected in the killing". */
const isNobody = (reading: Reading, id: string): boolean =>
  id === outletOf(reading) || reading.sources.some((source) => source.id === id && source.mentions.length === 0)

const lastName = (reading: Reading, { chain }: Statement): string =>
  reading.sources.find(({ id }) => id === chain[chain.length - 1].source)?.name ?? ''

const told = ({ value }: Statement): string =>
  value.type === 'text'
    ? value.text
    : value.type === 'interval'
      ? value.phrase
      : value.type === 'place'
        ? value.name
        : ''

/** Without article, preposition and title; the words alone. */
const bare = (words: string): string[] =>
  words
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) =>
        word !== '' &&
        !/^(the|a|an|in|on|at|by|via|through|to|from|its|his|her|their|mr|ms|mrs|col|gen|sheikh)$/.test(word),
    )

/** True where one of the names holds the other's words, or is held in them. */
const isNamed = (expected: string, names: readonly string[]): boolean =>
  names.some((name) => {
    const [a, b] = [bare(expected), bare(name)]
    if (a.length === 0 || b.length === 0) return false
    const [short, long] = a.length < b.length ? [a, b] : [b, a]
    return short.every((word) => long.includes(word))
  })

const numberIn = (count: string): string =>
  count.toLowerCase().replace(/^(at least|more than|about|some|around|nearly|up to) /, '')
const has = (words: string, number: string): boolean => ` ${words.toLowerCase()} `.includes(` ${number} `)

function touches(text: string, words: string, start: number, end: number): boolean {
  const at = text.indexOf(words)
  return at >= 0 && at < end && start < at + words.length
}

const phrasesOf = ({ cue, mentions = [] }: ExpectedIncident): string[] => [...new Set([cue, ...mentions])]

/** The incident read for each that was expected: the one with most of its phrases, each once; or whose victim or means they name. */
function matched(one: IncidentCase, reading: Reading): Map<ExpectedIncident, Incident> {
  const taken = new Map<ExpectedIncident, Incident>()
  const score = (expected: ExpectedIncident, { id, mentions }: Incident): number => {
    const inside = (words: string) => mentions.filter(({ start, end }) => touches(one.text, words, start, end)).length
    const named = reading.statements.some(
      ({ subject, property, passages: [first] }) =>
        subject.id === id &&
        /^(instrument|target|victim)$/.test(property) &&
        touches(one.text, expected.cue, first.start, first.end),
    )
    return phrasesOf(expected).filter((words) => inside(words) > 0).length + (named ? 0.5 : 0)
  }
  const pairs = one.incidents.flatMap((expected) =>
    reading.incidents.map((incident) => ({ expected, incident, score: score(expected, incident) })),
  )
  for (const { expected, incident, score } of pairs.sort((a, b) => b.score - a.score))
    if (score > 0 && !taken.has(expected) && ![...taken.values()].includes(incident)) taken.set(expected, incident)
  return taken
}

/** The same type, a wider or narrower one, or both attacks on people and things: "the killing", "was shot". */
function sameFamily(expected: string, found: string): boolean {
  const key = expected.replaceAll(' ', '-').replace(/^(rocket|missile)-attack$/, 'shelling')
  if (isKindOf(vocabulary, found, key) || isKindOf(vocabulary, key, found)) return true
  const own = (type: string) => /^(kidnapping|hostage-taking|hijacking|robbery|arson)$/.test(type)
  return isKindOf(vocabulary, found, 'attack') && !own(found) && !own(key)
}

/** Share of right answers by field: of those asked, and F where something may be read that is not there. */
export function summary(
  marks: readonly Mark[],
): Record<string, { right: number; asked: number; spurious: number; share: number }> {
  const fields = Map.groupBy(marks, ({ field }) => field)
  return Object.fromEntries(
    [...fields].map(([field, list]) => {
      const right = list.filter((mark) => mark.right).length
      const spurious = list.filter((mark) => mark.spurious).length
      const asked = list.length - spurious
      return [field, { right, asked, spurious, share: (2 * right) / (asked + right + spurious) }]
    }),
  )
}
