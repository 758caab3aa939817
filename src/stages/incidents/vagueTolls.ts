import { subjectOf } from '../../document/Clauses.ts'
import type { Proposition } from '../../document/Layers.ts'
import type { ClusterIndex } from './ClusterIndex.ts'
import { fillerOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'

const HEAVY = /^(heavy|many|numerous|serious|severe|massive|high|mass|huge|significant|considerable)$/

/** Who takes losses is harmed; who inflicts them on others harms those; what causes them tells only that there were some. */
const TAKING = /^(take|suffer|sustain|incur|endure|bear)$/
const GIVING = /^(inflict|deal)$/
const CAUSING = /^(cause|leave|claim|bring|result|report|be)$/

/**
 * Tolls told without a number, as two or more:
 *
 *     The rebels suffered heavy casualties in the fighting.      two or more killed or wounded, of the rebels
 *     The bombing caused many casualties.                        two or more killed or wounded
 *     There were no casualties. The firm took heavy losses.      none
 */
export function vagueTolls(scene: Scene, clusters: ClusterIndex): Proposition[] {
  const { trees } = scene
  const found: Proposition[] = []
  for (let noun = 0; noun < trees.length; noun++) {
    const lemma = trees.lemma(noun)
    if (!/^(casualty|loss)$/.test(lemma) || !trees.tags[noun].xpos.endsWith('S')) continue
    const how = trees.children(noun).find((child) => child < noun && HEAVY.test(trees.lower(child)))
    if (how === undefined || scene.referents.quantityAt(noun) !== undefined) continue
    const verb = trees.head(noun)
    if (verb < 0) continue
    const harmed = harmedBy(scene, verb, noun)
    if (harmed === undefined) continue
    const index = incidentAt(scene, clusters, verb)
    if (index < 0) continue
    const fought = clusters.clusters[index].candidates.some(({ type }) => type === 'clash')
    if (lemma === 'loss' && !fought && !harmed.some((i) => scene.isArmed(i))) continue
    const { tokens } = trees
    const span = { start: tokens[how].start, end: tokens[noun].end }
    const subject = { kind: 'incident', index } as const
    const by = 'rule:incidents/vague-toll'
    const words = scene.document.text.slice(span.start, span.end)
    const spans = [span, { start: tokens[verb].start, end: tokens[verb].end }]
    const count = { type: 'count', low: 2, best: 2, high: null, words } as const
    found.push({ subject, property: 'killed-or-wounded', value: count, token: verb, spans, by })
    for (const who of harmed.filter((i) => scene.isPerson(i) || scene.isBody(i) || scene.isArmed(i))) {
      const { start, end } = scene.referents.phraseOf(who)
      found.push({
        subject,
        property: 'victim',
        value: fillerOf(scene, who),
        token: verb,
        spans: [{ start, end }, span],
        by,
      })
    }
  }
  return found
}

/** Whose losses they are, none where it is not told; undefined where nobody is said to have any. */
function harmedBy(scene: Scene, verb: number, noun: number): number[] | undefined {
  const { trees, referents } = scene
  const lemma = trees.lemma(verb)
  if (TAKING.test(lemma)) {
    const { head } = subjectOf(trees, verb)
    return head < 0 ? [] : referents.conjuncts(referents.antecedent(head))
  }
  if (GIVING.test(lemma)) {
    const on = [...trees.children(verb), ...trees.children(noun)].find((child) =>
      /^(on|upon|to)$/.test(scene.preposition(child)),
    )
    return on === undefined ? [] : referents.conjuncts(referents.antecedent(on))
  }
  return CAUSING.test(lemma) ? [] : undefined
}

/** The incident of the sentence that people may come to harm in: what the verb itself tells, else the nearest to it. */
function incidentAt(scene: Scene, clusters: ClusterIndex, verb: number): number {
  const sentence = scene.sentenceOf(verb)
  const near = clusters
    .within(sentence, sentence)
    .filter(({ index }) => clusters.hasToll(index))
    .sort((a, b) => Math.abs(a.candidate.match.token - verb) - Math.abs(b.candidate.match.token - verb))
  return near[0]?.index ?? -1
}
