import { subjectOf } from '../../document/Clauses.ts'
import type { Proposition } from '../../document/Layers.ts'
import type { Span } from '../../model/Span.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import type { ClusterIndex } from './ClusterIndex.ts'
import { isNegated } from './isNegated.ts'
import type { Scene } from './Scene.ts'

/**
 * What is given as the reason for an incident:
 *
 *     Rebels burned the village in retaliation for the raid.                           retaliation for the raid, answering the raid
 *     A guard shot two colleagues. The mine said he had been suffering depression.     depression
 *     The survivors of the blast were suffering depression.                            no reason
 */
export function motivesOf(scene: Scene, clusters: ClusterIndex, at: CandidateAt): Proposition[] {
  const { mind, revenge } = scene.lexicons.circumstanceWords
  const found: Proposition[] = []
  const taken = new Set<number>()
  for (let i = 0; i < scene.trees.length; i++) {
    const lemma = scene.trees.lemma(i)
    if (mind.has(lemma) || mind.has(scene.trees.lower(i))) {
      const state = stateOfMind(scene, clusters, i)
      if (state === undefined || taken.has(state.token)) continue
      taken.add(state.token)
      found.push(...state.indices.map((index) => motive(scene, index, state, 'state-of-mind')))
    } else if (revenge.has(lemma) || lemma === 'avenge' || lemma === 'motivate')
      found.push(...answers(scene, clusters, at, i))
  }
  return found
}

/** The words that give the reason, from the first to the last, and the token that governs them. */
interface Reason {
  readonly from: number
  readonly to: number
  readonly token: number
}

function motive(scene: Scene, index: number, { from, to, token }: Reason, name: string): Proposition {
  const { tokens } = scene.trees
  const span: Span = { start: tokens[from].start, end: tokens[to].end }
  return {
    subject: { kind: 'incident', index },
    property: 'motive',
    value: { type: 'text', text: scene.document.text.slice(span.start, span.end).replace(/\s+/g, ' ') },
    token,
    spans: [span, { start: tokens[token].start, end: tokens[token].end }],
    ...(isNegated(scene.trees, token) ? { polarity: 'denied' as const } : {}),
    by: `rule:incidents/${name}`,
  }
}

/** Sentences between a deed and what is told of the mind of who did it, at most. */
const REACH = 6

const HAVING = /^(suffer|have|battle|struggle|experience|diagnose|treat|undergo|show)$/

/** "had been suffering [psychological problems]", "was [mentally ill]", of who did what is told before. */
function stateOfMind(scene: Scene, clusters: ClusterIndex, word: number): (Reason & { indices: number[] }) | undefined {
  const { trees } = scene
  let below = word
  let token = word
  for (let steps = 0; trees.child(token, 'nsubj') < 0; steps++) {
    if (trees.head(token) < 0 || steps > 4) return undefined
    below = token
    token = trees.head(token)
  }
  const predicate = trees.child(token, 'cop') >= 0
  if (!predicate && !HAVING.test(trees.lemma(token))) return undefined
  const doer = scene.referents.entityAt(subjectOf(trees, token).head)
  if (doer < 0) return undefined
  const sentence = scene.sentenceOf(token)
  const near = clusters
    .within(Math.max(0, sentence - REACH), sentence)
    .filter(({ candidate }) => isViolent(scene, candidate) && isDoneBy(scene, candidate, doer))
  const last = near.at(-1)
  if (last === undefined) return undefined
  if (predicate) return { from: Math.min(word, token), to: Math.max(word, token), token, indices: [last.index] }
  const { from, to } = scene.referents.phraseOf(below)
  return { from, to: to - 1, token, indices: [last.index] }
}

const isViolent = ({ lexicons: { vocabulary } }: Scene, { type }: Candidate): boolean =>
  isKindOf(vocabulary, type, 'attack')

const isDoneBy = ({ referents }: Scene, { args }: Candidate, entity: number): boolean =>
  args.some(({ role, head }) => role === 'agent' && referents.entityAt(head) === entity)

/** "in retaliation for the raid", "to avenge his death", "was revenge for the strikes", "was motivated by a dispute" */
function answers(scene: Scene, clusters: ClusterIndex, at: CandidateAt, word: number): Proposition[] {
  const { trees } = scene
  const noun = trees.tags[word].upos === 'NOUN'
  if (!noun && trees.tags[word].upos !== 'VERB') return []
  const deed = deedOf(scene, at, word)
  const reason = deed === undefined ? undefined : reasonAt(scene, word)
  if (deed === undefined || reason === undefined || reason.head === deed.match.token) return []
  const answered = at.get(reason.head)
  return clusters.indicesOf(deed).flatMap((index): Proposition[] => {
    const told = motive(scene, index, { ...reason, token: deed.match.token }, 'in-answer')
    const others = answered === undefined ? [] : clusters.indicesOf(answered).filter((other) => other !== index)
    return [
      told,
      ...others.map(
        (incident): Proposition => ({ ...told, property: 'response-to', value: { type: 'incident', incident } }),
      ),
    ]
  })
}

/** The incident that was done in answer: above the phrase, or what the sentence is about. */
function deedOf({ trees }: Scene, at: CandidateAt, word: number): Candidate | undefined {
  const subject = trees.child(word, 'nsubj')
  if (subject >= 0) return at.get(subject)
  for (let i = trees.head(word), steps = 0; i >= 0 && steps < 3; i = trees.head(i), steps++) {
    const deed = at.get(i)
    if (deed !== undefined) return deed
  }
  return undefined
}

/** What is answered, with the words from "retaliation" or "avenge" on. */
function reasonAt(scene: Scene, word: number): (Reason & { head: number }) | undefined {
  const { trees } = scene
  const head =
    trees.lemma(word) === 'motivate'
      ? trees.child(word, 'obl:agent', 'obl')
      : trees.lemma(word) === 'avenge'
        ? trees.child(word, 'obj')
        : ([...trees.children(word), ...trees.children(Math.max(trees.head(word), 0))].find(
            (child) =>
              // "in retaliation for the raid", with the raid hung beside the retaliation
              child > word && trees.left(child) === word + 1 && /^(for|over|against)$/.test(scene.preposition(child)),
          ) ?? -1)
  if (head < word) return undefined
  const { from, to } = scene.referents.phraseOf(head)
  const start = trees.lemma(word) === 'avenge' && trees.lower(word - 1) === 'to' ? word - 1 : word
  return { from: trees.lemma(word) === 'motivate' ? from : start, to: to - 1, token: word, head }
}
