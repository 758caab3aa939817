import type { Document } from '../../document/Document.ts'
import type { AttributionAnnotation } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { lazily } from '../../learned/lazily.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import type { AttributionMode } from '../../model/Attribution.ts'
import type { Protection } from '../../model/Source.ts'
import type { Span } from '../../model/Span.ts'
import { AttributionNetwork } from './AttributionNetwork.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { actOf } from './actOf.ts'
import { answeredClaim } from './answeredClaim.ts'
import { askedProtection, isSameDescription, type Spoken } from './askedProtection.ts'
import { Context } from './Context.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { carriedQuotes } from './carriedQuotes.ts'
import { type Chosen, choose } from './choose.ts'
import { floatingQuotes } from './floatingQuotes.ts'
import { freeIndirect } from './freeIndirect.ts'
import { has } from './has.ts'
import { lastSpeaker } from './lastSpeaker.ts'
import { mediumOf } from './mediumOf.ts'
import { mendRoles } from './mendRoles.ts'
import { nestedCandidates } from './nestedCandidates.ts'
import { anonymityNotes, protectionOf } from './protectionOf.ts'
import { ruleCandidates } from './ruleCandidates.ts'
import { scareQuotes } from './scareQuotes.ts'
import { mentionsByHead, type Speaker, speakerOf } from './sourceOf.ts'
import { subjectAsSource } from './subjectAsSource.ts'

/** The trained weights of the stage: see `models/attribution.md`. */
export interface AttributionModels {
  /** how likely a word heads a cue, and which words are its source, cue and content */
  readonly network: () => TensorFile
  /** whether a candidate stands, once its roles are known */
  readonly verdicts: LinearModel
}

/**
 * Reads who says what: finds the words that attribute, labels their source and content, keeps the candidates that hold
 * together, and reads act, certainty, speaker and protection of each.
 *
 *     The ministry said residents had told police that two men fled.
 *     source       cue  content ------------------------------------   says
 *                       source    cue         content --------------   says, parent: the first
 */
export function createAttributionsStage(
  vocabulary: AttributionVocabulary,
  models: AttributionModels,
): Stage<
  'paragraphs' | 'tokens' | 'sentences' | 'vectors' | 'tags' | 'trees' | 'mentions' | 'entities',
  'attributions' | 'scareQuotes'
> {
  const network = lazily(() => new AttributionNetwork(models.network()))
  return {
    name: 'attributions',
    requires: ['paragraphs', 'tokens', 'sentences', 'vectors', 'tags', 'trees', 'mentions', 'entities'],
    assigns: ['attributions', 'scareQuotes'],
    run(document) {
      const context = new Context(document, vocabulary)
      const candidates = candidatesOf(context, network())
      const notes = anonymityNotes(document, vocabulary.anonymity)
      const asks = ({ cue }: Candidate) => {
        const { start } = context.trees.tokens[cue]
        return notes.some((note) => note.start <= start && start < note.end)
      }
      const chosen = choose(
        context,
        candidates.filter((candidate) => !asks(candidate)),
        models.verdicts,
        (kept) => ruleCandidates(context, vocabulary, kept),
        (candidate, kept) => mendRoles(context, candidate, kept, vocabulary),
        (mended) => nestedCandidates(context, vocabulary, mended),
      )
      const carried = carriedQuotes(
        context,
        chosen.map(({ candidate }) => candidate),
      )
      // “…,” he said, asking not to be named: the request is no part of what was said.
      const withoutNotes = (content: readonly number[]) => {
        if (!content.some((i) => context.quotes.at[i] >= 0)) return content
        return content.filter((i) => {
          const { start, end } = context.trees.tokens[i]
          return context.quotes.at[i] >= 0 || !notes.some((note) => note.start < end && start < note.end)
        })
      }
      const spokenWords = new Set(
        chosen.flatMap(({ candidate }) => [
          ...candidate.source,
          ...candidate.cueWords,
          ...candidate.content,
          ...(carried.get(candidate) ?? []),
        ]),
      )
      const voiced = [...chosen, ...floatingQuotes(context, spokenWords).map((candidate): Chosen => ({ candidate }))]
      const scare = scareQuotes(
        context,
        vocabulary,
        voiced.map(({ candidate }) => candidate),
      )
      const byHead = mentionsByHead(document)
      const voices = voiced.map(({ candidate, parent }) => {
        const content = [...candidate.content, ...(carried.get(candidate) ?? [])].sort((a, b) => a - b)
        const source = subjectAsSource(context, candidate)
        const cueWords = candidate.cueWords.filter((i) => i === candidate.cue || !has(source, i))
        const whole = {
          ...candidate,
          source,
          cueWords: runAround(cueWords, candidate.cue),
          content: withoutNotes(content).filter((i) => !has(source, i)),
        }
        return { whole, parent, speaker: speakerOf(document, context.trees, whole, vocabulary, byHead) }
      })
      const read = voices.map((voice) => {
        const speaker = lastSpeaker(document, context.trees, voices, voice) ?? voice.speaker
        const protection = protectionOf(document, context.trees, voice.whole, speaker, notes, vocabulary)
        return { ...voice, speaker, protection }
      })
      const asked = askedProtection(document, context.trees, read, notes, byHead)
      const heard = read.map((one, index) => ({ ...one, protection: asked.get(index) ?? one.protection }))
      const guarded = heard.filter(({ protection }) => protection !== undefined)
      const reasons = heard.map(({ speaker, protection }) => sharedProtection(context, guarded, speaker, protection))
      const told = read.map(({ whole, parent, speaker }, index): AttributionAnnotation => {
        const reason = reasons[index] ?? carriedProtection(context, read, reasons, index)
        reasons[index] = reason
        const reported = actOf(context.trees, whole, vocabulary)
        const answers = answeredClaim(context, vocabulary, read, index, reported.act)
        return {
          source: spansOf(document, whole.source),
          cue: spansOf(document, whole.cueWords),
          medium: spansOf(document, mediumOf(context, vocabulary, whole)),
          content: spansOf(document, whole.content),
          mode: modeOf(context, whole, scare),
          ...reported,
          ...(parent === undefined ? {} : { parent }),
          ...(answers === undefined ? {} : { answers }),
          ...(speaker.entity === undefined ? {} : { entity: speaker.entity }),
          sourceKind: speaker.kind,
          sourceName: speaker.name,
          ...(reason === undefined ? {} : { protected: reason }),
          by: whole.by ?? 'model:attribution',
        }
      })
      const goneOn = freeIndirect(
        context,
        read.map((voice, index) => ({ ...voice, isPrivate: reasons[index] !== undefined })),
      )
      const attributions = [
        ...told,
        ...goneOn.map(
          ({ content, of }): AttributionAnnotation => ({
            ...told[of],
            cue: [],
            medium: [],
            content: spansOf(document, content),
            mode: 'indirect',
            act: 'says',
            certainty: 'certain',
            polarity: 'affirmed',
            by: 'rule:attributions/free-indirect',
          }),
        ),
      ]
      const quotations = [...scare].sort((a, b) => a - b).map((index) => context.quotes.list[index])
      return {
        attributions,
        scareQuotes: quotations.map(({ from, to }) => ({
          start: context.trees.tokens[from].start,
          end: context.trees.tokens[to - 1].end,
          by: 'rule:attributions/scare-quote',
        })),
      }
    },
  }
}

/** The run of neighbours that holds the head of the cue; none where there is no cue. */
function runAround(words: readonly number[], cue: number): number[] {
  if (words.length === 0) return []
  let [from, to] = [words.indexOf(cue), words.indexOf(cue)]
  while (from > 0 && words[from - 1] === words[from] - 1) from--
  while (to + 1 < words.length && words[to + 1] === words[to] + 1) to++
  return words.slice(from, to + 1)
}

/** Who is protected once, among those who are, is protected wherever they speak; who asked for it once, by that reason. */
function sharedProtection(
  { trees }: Context,
  guarded: readonly Spoken[],
  speaker: Speaker,
  own: Protection | undefined,
): Protection | undefined {
  if (own?.reason === 'asked-not-to-be-named') return own
  const shared = guarded.filter(
    (other) =>
      (speaker.entity !== undefined && other.speaker.entity === speaker.entity) ||
      (['unnamed', 'role'].includes(speaker.kind) &&
        (isSameDescription(trees, other.speaker, speaker) || isSameDescription(trees, speaker, other.speaker))),
  )
  const asked = shared.find(({ protection }) => protection?.reason === 'asked-not-to-be-named')
  return asked?.protection ?? own ?? shared[0]?.protection
}

/**
 * "he said", right after someone who is protected spoke: as long as no one else is named, he is taken for the same, so
 * that a pronoun that was resolved wrongly gives nobody away.
 */
function carriedProtection(
  { trees }: Context,
  read: readonly { readonly whole: Candidate; readonly parent?: number | undefined; readonly speaker: Speaker }[],
  reasons: readonly (Protection | undefined)[],
  index: number,
): Protection | undefined {
  const { whole, parent, speaker } = read[index]
  if (speaker.head < 0 || parent !== undefined || !/^(?:he|she|they|i)$/.test(trees.lower(speaker.head)))
    return undefined
  // "They said be ready", within what he says, are others than he.
  const before = read.slice(0, index).findLastIndex((other) => !has(whole.content, other.whole.cue))
  return before < 0 ? undefined : reasons[before]
}

/** Token lists as spans of the text, one for each run of neighbours. */
function spansOf(document: Document, words: readonly number[]): Span[] {
  const tokens = document.get('tokens')
  const spans: Span[] = []
  words.forEach((word, k) => {
    const last = spans.at(-1)
    if (last !== undefined && words[k - 1] === word - 1 && sameLine(document.text, last.end, tokens[word].start)) {
      spans[spans.length - 1] = { start: last.start, end: tokens[word].end }
    } else spans.push({ start: tokens[word].start, end: tokens[word].end })
  })
  return spans
}

const sameLine = (text: string, from: number, to: number): boolean =>
  from >= to || !/\n\s*\n/.test(text.slice(from, to))

/**
 * direct where all words of the content are in quotation marks, mixed where some are; marks that keep a distance do not count:
 * where nobody is named who speaks, they are all there is.
 */
function modeOf(context: Context, { content, source }: Candidate, scare: ReadonlySet<number>): AttributionMode {
  const words = content.filter((i) => context.trees.tags[i].upos !== 'PUNCT')
  const quoted = words.filter((i) => context.quotes.at[i] >= 0)
  const uttered = quoted.filter((i) => !scare.has(context.quotes.at[i]))
  if (uttered.length === 0) return quoted.length > 0 && source.length === 0 ? 'scare' : 'indirect'
  return uttered.length === words.length ? 'direct' : 'mixed'
}
