import type { Act, AttributionMode } from '../model/Attribution.ts'
import type { Certainty, Polarity } from '../model/Certainty.ts'
import type { EntityKind, MentionForm } from '../model/Entity.ts'
import type { IncidentStage } from '../model/Incident.ts'
import type { Place } from '../model/Place.ts'
import type { NameKind, TimeType } from '../model/Reading.ts'
import type { Protection, SourceKind } from '../model/Source.ts'
import type { Span } from '../model/Span.ts'
import type { Anchor, Count, Distance, Interval, TextValue, Value } from '../model/Value.ts'

/** `[from, to)` in token indices of the layer `tokens`. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/** Every annotation knows the rule or model that made it: `rule:times/ago`, `model:names`. */
export interface Annotation extends Span {
  readonly by: string
}

/** A block of the report: what an empty line, a heading or a byline sets apart. */
export interface Paragraph extends Span {
  readonly kind: 'body' | 'heading' | 'dateline' | 'byline'
}

/** One word as Universal Dependencies cuts them ("don't" is "do" + "n't"). `text` is recased where the report is all capitals. */
export interface Token extends Span {
  readonly text: string
  readonly sentence: number
}

export interface Sentence extends Span, TokenRange {
  readonly paragraph: number
}

/**
 * What a model makes of each token in its sentence: a row of `width` small numbers that other models read. Row i is
 * `values[i * width …]` times `scales[i]`; kept in eight bits, for a report can have a million words.
 */
export interface TokenVectors {
  readonly width: number
  readonly values: Int8Array
  readonly scales: Float32Array
}

export interface Tag {
  readonly upos: string
  readonly xpos: string
  readonly lemma: string
}

/** `head` is a token index of the whole document, -1 at a root. Relations are Universal Dependencies' with subtypes. */
export interface Arc {
  readonly head: number
  readonly deprel: string
}

export interface Name extends Annotation, TokenRange {
  readonly kind: NameKind
}

/** "well over a dozen", "30 or 40", "60 miles (100 kilometers)"; `head` is the token counted, where there is one. */
export interface Quantity extends Annotation, TokenRange {
  readonly value: Count | Distance
  readonly head?: number
}

/** One expression that refers to an entity. `entity` indexes the layer `entities`; `head` is its head token. */
export interface Mention extends Annotation, TokenRange {
  readonly entity: number
  readonly form: MentionForm
  readonly head: number
}

/** An entity within one report; `mentions` index the layer `mentions`, in order of the text. */
export interface EntityAnnotation {
  readonly kind: EntityKind
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentions: readonly number[]
  readonly by: string
}

export interface Time extends Annotation, TokenRange {
  readonly type: TimeType
  /** TIMEX3 value. */
  readonly value: string
  /** EDTF; empty where nothing is known to hang it on. */
  readonly edtf: string
  readonly anchor: Anchor
}

/** A government called by its seat or country; people, or a thing, called by where they come from; a team called by its town. */
export type PlaceUse = 'government' | 'people' | 'team'

export interface PlaceAnnotation extends Annotation, TokenRange {
  readonly place: Place
  /** entity index, where a mention covers the same name */
  readonly entity?: number
  /** what a name stands for that is not a place here: "Washington said", "a Syrian doctor" */
  readonly use?: PlaceUse
  /** index of the place that it is told with: of "between X and Y", Y is told with X and is no value of its own */
  readonly partOf?: number
}

/** How sure the text is that a predicate holds, from -3 (certainly not) to +3 (certainly), at the predicate's head token. */
export interface CertaintyAnnotation extends Annotation {
  readonly token: number
  readonly value: number
  /** the word that carried it */
  readonly word?: string
  /** what the rules make of it, where a word speaks */
  readonly ruled?: RuledCertainty
}

/** A certainty by rule, from -3 to +3: with the verbs of saying and believing above the predicate, and without them. */
export interface RuledCertainty {
  /** of the text: "He denied that he fled", fled -3 */
  readonly value: number
  /** of the one in whose words it stands: fled 3 */
  readonly own: number
  /** the verbs of saying and believing above it, nearest first */
  readonly sayers: readonly number[]
}

/** One act of saying or thinking. Pieces are spans; `parent` indexes the layer `attributions`. */
export interface AttributionAnnotation {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** what the source spoke through: "via Twitter", "in a video" */
  readonly medium?: readonly Span[]
  readonly mode: AttributionMode
  readonly act: Act
  readonly certainty: Certainty
  readonly polarity: Polarity
  readonly parent?: number
  /** index of the attribution whose content this one denies, doubts or confirms: "…, which the army denies" */
  readonly answers?: number
  /** entity index of the source, where one of its mentions is the source */
  readonly entity?: number
  readonly sourceKind: SourceKind
  /** name of the source, or its stable description */
  readonly sourceName: string
  readonly protected?: Protection
  readonly by: string
}

/** A word in quotation marks that keep a distance from it: the “liberated” town. */
export interface ScareQuote extends Span {
  readonly by: string
}

/** One incident with all its mentions (head tokens of trigger words, spans in text order). */
export interface IncidentAnnotation {
  readonly type: string
  /** how likely the report tells of it as news, rather than as background or talk; of violent incidents only, 0 to 1 */
  readonly salience?: number
  readonly stage: IncidentStage
  readonly label: string
  readonly mentions: readonly { readonly span: Span; readonly token: number; readonly by: string }[]
}

/** Something done by saying it: a condemnation, a demand, a promise, a refusal. Who and to whom stand in `parties`. */
export interface SpeechAct extends Annotation {
  readonly type: string
  readonly stage: IncidentStage
  readonly token: number
  readonly parties: readonly { readonly property: string; readonly span: Span; readonly by: string }[]
}

/** A value of a proposition; entities and incidents are named by their index in their layer. */
export type PropositionValue =
  | Exclude<Value, { type: 'entity' } | { type: 'incident' } | { type: 'interval' }>
  | (Omit<Interval, 'anchor'> & { readonly anchor: Anchor | { readonly kind: 'incident'; readonly incident: number } })
  | { readonly type: 'entity'; readonly entity: number }
  | { readonly type: 'incident'; readonly incident: number }

/**
 * What a passage says of a subject, before anyone is asked who says so: the reader adds the chain of sources (from the
 * attributions whose content holds `token`) and the certainty (from the certainty layer at `token`).
 */
export interface Proposition {
  readonly subject: { readonly kind: 'incident' | 'entity'; readonly index: number }
  /** key of the vocabulary `properties` */
  readonly property: string
  readonly value: PropositionValue
  /** the token that governs it: its place in the tree decides attribution and certainty */
  readonly token: number
  /** the token whose certainty counts, where it is another: "tried" of "tried to storm the base" */
  readonly sureAt?: number
  /** the words that carry it, in text order; the first is where the value stands */
  readonly spans: readonly Span[]
  /** index of an attribution that vouches whatever the spans say: "ISIS claimed the attack" */
  readonly attribution?: number
  /** what the one who vouches does, where the rule reads more than the cue: "said it was behind the blast" claims responsibility */
  readonly act?: Act
  /** an attribution that does not vouch though its content holds the words: "They suspect the Lions, [which burned a mill in May]" */
  readonly apart?: number
  /** entity index of who vouches by that act, where no attribution was read: "the Front, which took responsibility" */
  readonly speaker?: number
  /** where the rule itself read how sure: "appears loyal to" */
  readonly certainty?: Certainty
  readonly polarity?: Polarity
  readonly certaintyWord?: string
  /** told by the way, in an apposition or a title: in the report's own words also within what somebody says indirectly */
  readonly background?: boolean
  /** when a relation holds or held: "until 2014" */
  readonly interval?: Interval
  /** how likely the network of fillers finds it that the value has this part in the incident, where it was asked, 0 to 1 */
  readonly chance?: number
  /** of how many of the subject it holds: "most of them" */
  readonly quantity?: Count | TextValue
  readonly by: string
}

/** Every layer by name. A stage adds its own layers once; nothing changes a layer afterwards. */
export interface Layers {
  paragraphs: readonly Paragraph[]
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  vectors: TokenVectors
  tags: readonly Tag[]
  trees: readonly Arc[]
  names: readonly Name[]
  quantities: readonly Quantity[]
  mentions: readonly Mention[]
  entities: readonly EntityAnnotation[]
  times: readonly Time[]
  places: readonly PlaceAnnotation[]
  certainty: readonly CertaintyAnnotation[]
  attributions: readonly AttributionAnnotation[]
  /** quotation marks that keep a distance from a word; nobody utters it */
  scareQuotes: readonly ScareQuote[]
  incidents: readonly IncidentAnnotation[]
  /** what is done by saying it, apart from the incidents that it is about */
  speechActs: readonly SpeechAct[]
  /** of incidents: role fillers, counts, times, places */
  incidentPropositions: readonly Proposition[]
  /** of entities: relations between them */
  relations: readonly Proposition[]
}

export type LayerName = keyof Layers
