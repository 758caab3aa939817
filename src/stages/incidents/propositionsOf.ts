import { isPassive } from '../../document/Clauses.ts'
import type { PlaceAnnotation, Proposition, PropositionValue } from '../../document/Layers.ts'
import type { Span } from '../../model/Span.ts'
import { frameOf, isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { Argument } from './Argument.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { categoryOf, countOf } from './countOf.ts'
import type { Cluster } from './groupCandidates.ts'
import { hedgeOver } from './hedgeOver.ts'
import { inTheirHundreds } from './inTheirHundreds.ts'
import { lineHead } from './lineHead.ts'
import { isEffect } from './linkMentions.ts'
import { propertyOf } from './propertyOf.ts'
import type { Scene } from './Scene.ts'
import { weOf } from './weOf.ts'

const PARTS = /^(most|many|some|half|all|mostly|mainly|majority|none)$/

/** What the mentions of one incident say of it: who, to whom, how many, with what, when, where. */
export function propositionsOf(scene: Scene, cluster: Cluster, index: number, at: CandidateAt): Proposition[] {
  const found: Proposition[] = []
  const subject = { kind: 'incident', index } as const
  for (const candidate of cluster.candidates) {
    const { token } = candidate.match
    const add = (property: string, value: PropositionValue, spans: readonly Span[], by: string) =>
      found.push({
        subject,
        property,
        value,
        token,
        ...(candidate.stageWord === undefined ? {} : { sureAt: candidate.stageWord }),
        spans: [...spans, spanOf(scene, token)],
        // "was probably behind the blast": the blast is sure, who did it is not.
        ...(by === 'rule:incidents/behind' ? hedgeOver(scene, token) : {}),
        ...(CIRCUMSTANCES.has(property) && isOwnDenial(scene, candidate) ? { polarity: 'affirmed' as const } : {}),
        by,
      })
    for (const argument of candidate.args) {
      if (
        (at.has(argument.head) &&
          argument.role !== 'instrument' &&
          !isDoer(at, argument) &&
          candidate.type !== 'ban') ||
        isUnfit(scene, argument) ||
        isStray(scene, cluster, candidate, argument, at)
      )
        continue
      addArgument(scene, cluster, candidate, argument, add)
    }
    // "crossed, perhaps in their hundreds"
    const crowd = inTheirHundreds(scene, token)
    const counted = crowd && crowdProperty(scene, candidate)
    if (crowd !== undefined && counted !== undefined) {
      add(counted, crowd.count, [crowd.span], 'rule:incidents/in-their-hundreds')
      found.push({ ...found.pop()!, ...hedgeOver(scene, crowd.head) })
    }
    for (const time of candidate.times) {
      const phrase = scene.document.text.slice(time.start, time.end)
      const by = time.by.startsWith('rule:incidents/') ? time.by : 'rule:incidents/when'
      add('date', { type: 'interval', edtf: time.edtf, phrase, anchor: time.anchor }, [time], by)
    }
    for (const annotation of candidate.places) add('place', annotation.place, [annotation], 'rule:incidents/where')
  }
  return found
}

/** What the number of a crowd counts: of "were arrested in their dozens" those who were. */
function crowdProperty({ lexicons: { vocabulary }, trees }: Scene, { match, type }: Candidate): string | undefined {
  const frame = match.trigger.frame ?? frameOf(vocabulary, type)
  return isPassive(trees, match.token) ? (match.trigger.effect ?? frame.patientCount) : frame.agentCount
}

/** "suicide bomber": a mention of what happened that names who did it */
const isDoer = (at: CandidateAt, { role, head }: Argument): boolean =>
  role === 'agent' && at.get(head)?.match.trigger.takes?.self === 'agent'

const CIRCUMSTANCES: ReadonlySet<string> = new Set(['date', 'place'])

/** "The Front denied that it had attacked the post in May": it denies who did it, not when or where it was done. */
function isOwnDenial(scene: Scene, { match: { token }, args }: Candidate): boolean {
  const attributions = scene.document.get('attributions')
  const agents = args.filter(({ role }) => role === 'agent').map(({ head }) => scene.referents.entityAt(head))
  return scene.attributionsOver(token).some((index) => {
    const { act, entity } = attributions[index]
    return act === 'denies' && entity !== undefined && agents.includes(entity)
  })
}

const spanOf = (scene: Scene, i: number): Span => {
  const { start, end } = scene.trees.tokens[i]
  return { start, end }
}

/**
 * "He trained with the men who attacked the museum, killing 22": the participle belongs to the attack, wherever the tree has
 * hung it; a subject that it shares with another verb is not who killed.
 */
function isStray(
  scene: Scene,
  cluster: Cluster,
  candidate: Candidate,
  { role, by }: Argument,
  at: CandidateAt,
): boolean {
  if (role !== 'agent' || by !== 'rule:incidents/shared-subject' || !isEffect(candidate)) return false
  const over = scene.trees.head(candidate.match.token)
  const above = at.get(over)
  if (over < 0 || (above !== undefined && cluster.candidates.includes(above))) return false
  return cluster.candidates.some(
    (other) => !isEffect(other) && other.sentence === candidate.sentence && other.match.token < candidate.match.token,
  )
}

/** Words that name nobody: "it", "there", "what". */
const isUnfit = (scene: Scene, { head }: Argument): boolean => {
  const { upos } = scene.trees.tags[head]
  if (/^(ADV|SCONJ|ADP|PART|DET|AUX)$/.test(upos)) return true
  return upos === 'PRON' && scene.referents.entityAt(head) < 0 && scene.referents.quantityAt(head) === undefined
}

type Add = (property: string, value: PropositionValue, spans: readonly Span[], by: string) => void

function addArgument(scene: Scene, cluster: Cluster, candidate: Candidate, argument: Argument, add: Add): void {
  const { vocabulary } = scene.lexicons
  const { trigger } = candidate.match
  const frame = trigger.frame ?? frameOf(vocabulary, candidate.type)
  const { head, by } = argument
  // "The dynamite had been left in a doorway", "Youths threw a petrol bomb": what is put there is no target of the bombing.
  const isMeans = argument.role === 'patient' && isKindOf(vocabulary, candidate.type, 'bombing') && scene.isDevice(head)
  const role = isMeans ? 'instrument' : argument.role
  // "security was tightened": the measure is not its own target.
  if (candidate.type === 'security-measure' && /^(security|measure)$/.test(scene.trees.lemma(head))) return
  const span = ownerOf(scene, scene.referents.phraseOf(head))
  if (role === 'instrument') {
    const kind = scene.instrumentKind(head)
    if (kind === undefined) return
    add('instrument', { type: 'text', text: scene.document.text.slice(span.start, span.end) }, [span], by)
    add('instrument-kind', { type: 'term', vocabulary: 'instrument-kinds', key: kind }, [span], by)
    return
  }
  let property = propertyOf(scene, candidate.type, frame, argument)
  if (property === undefined) return
  // "the Turkish-Syrian border": the gazetteer's place says it already.
  const isSaid = (place: PlaceAnnotation): boolean =>
    (place.from <= head && head < place.to) || lineHead(scene.trees, place) === head
  if (property === 'place' && scene.placesIn(candidate.sentence).some(isSaid)) return
  if (property === 'place' && (!scene.isThing(head) || isNoSite(scene, head) || isNamedPlace(scene, candidate, head)))
    return
  if (property === 'perpetrator' && scene.isDevice(head)) return
  // Among the effects of an attack, things are damage: "killing two and destroying a bus".
  if (role === 'patient' && candidate.type === 'sabotage' && cluster.candidates.some((other) => !isEffect(other)))
    property = 'damage'
  const bare = scene.trees.tags[head].upos === 'NUM'
  if (!bare) add(property, fillerOf(scene, head), [span], by)
  const countProperty = role === 'agent' ? frame.agentCount : (trigger.effect ?? frame.patientCount)
  if (countProperty !== undefined && (role === 'agent' || role === 'patient'))
    addCount(scene, candidate, head, role, countProperty, span, by, add)
}

/** "the government" of "the government's" */
function ownerOf(scene: Scene, span: Span): Span {
  const { start, end } = span
  const text = scene.document.text.slice(start, end)
  return { start, end: end - (/['’]s?$/.exec(text)?.[0].length ?? 0) }
}

/** "crossed in their hundreds", "20 years in prison": how, and what state; no site. */
function isNoSite({ trees }: Scene, head: number): boolean {
  if (/^(hundred|thousand|dozen|score|drove|number)s?$/.test(trees.lower(head))) return true
  return /^(prison|jail|custody|detention)$/.test(trees.lower(head)) && trees.children(head).length <= 1
}

/** "near the old town of Gulu": the gazetteer's Gulu says it already, with the preposition. */
const isNamedPlace = (scene: Scene, { sentence }: Candidate, head: number): boolean => {
  const { to } = scene.referents.phraseOf(head)
  return scene.isPlace(head) && scene.placesIn(sentence).some((place) => head < place.from && place.to <= to)
}

function addCount(
  scene: Scene,
  candidate: Candidate,
  head: number,
  role: Argument['role'],
  property: string,
  span: Span,
  by: string,
  add: Add,
): void {
  if (candidate.stage !== 'accomplished' && candidate.stage !== 'alleged') return
  const count = countOf(scene, head, candidate.match.token)
  if (count === undefined) return
  // Who survives an attempt is not counted among the dead.
  // "Two cousins joined the thousands on the road" says nothing of how many are on it.
  if (by === 'rule:incidents/suffered' || by === 'rule:incidents/joined') return
  // One gunman is who did it; that they were one goes without saying.
  if ((role === 'agent' || property === 'participants') && count.best === 1) return
  const quantity = scene.referents.quantityAt(head)
  add(killedOrWounded(scene, candidate, property), count, [quantity ?? span], by)
  for (const { head: part, of } of partsOf(scene, head)) {
    const counted = countOf(scene, part)
    const partCount = counted && of !== undefined ? { ...counted, of: categoryOf(scene, of) } : counted
    if (partCount)
      add(
        property,
        partCount,
        [scene.referents.quantityAt(part) ?? scene.referents.phraseOf(part)],
        'rule:incidents/including',
      )
  }
  const composition = compositionOf(scene, head)
  if (composition)
    add(
      'composition',
      { type: 'text', text: scene.document.text.slice(composition.start, composition.end) },
      [composition],
      'rule:incidents/composition',
    )
}

/** "killed or wounded 30 soldiers": the number is of both together. */
function killedOrWounded(scene: Scene, { match: { token } }: Candidate, property: string): string {
  if (property !== 'killed' && property !== 'wounded') return property
  const { trees } = scene
  const other = property === 'killed' ? /^(wound|injure|hurt)$/ : /^kill$/
  const pair = [...trees.children(token), trees.head(token)].find((i) => i >= 0 && other.test(trees.lemma(i)))
  if (pair === undefined) return property
  const [first, second] = [Math.min(pair, token), Math.max(pair, token)]
  for (let i = first + 1; i < second; i++) if (trees.lower(i) === 'or') return 'killed-or-wounded'
  return property
}

/** "nine people, including two children", "among them three guards", "three of them children": parts that are counted apart. */
function partsOf(scene: Scene, head: number): { readonly head: number; readonly of?: number }[] {
  const { trees } = scene
  const hung = trees
    .children(head)
    .filter((child) => child > head && /^(nmod|appos|acl|parataxis)$/.test(trees.plainRelation(child)))
    .filter(
      (child) =>
        /^(including|among)$/.test(scene.preposition(child).split(' ')[0]) ||
        trees.lower(trees.left(child)) === 'including',
    )
    .flatMap((child) => scene.referents.conjuncts(child))
  // By the words alone, since the tree hangs it anywhere: ", among them two children", ", three of them children"
  let next = scene.referents.phraseOf(head).to
  const { sentence } = trees.tokens[head]
  const inSentence = (i: number): boolean => i < trees.length && trees.tokens[i].sentence === sentence
  if (!inSentence(next + 3) || trees.lower(next) !== ',') return hung.map((part) => ({ head: part }))
  next++
  if (trees.lower(next) === 'including') next++
  else if (trees.lower(next) === 'among' && trees.lower(next + 1) === 'them') next += 2
  else if (
    scene.referents.quantityAt(next) !== undefined &&
    trees.lower(next + 1) === 'of' &&
    trees.lower(next + 2) === 'them'
  ) {
    const of = next + 3
    return inSentence(of) && trees.tags[of].upos === 'NOUN' ? [{ head: next, of }] : []
  } else return hung.map((part) => ({ head: part }))
  const quantity = scene.referents.quantities.find(({ from }) => from === next)
  const told = quantity?.head === undefined ? [] : scene.referents.conjuncts(quantity.head)
  return [...new Set([...hung, ...told])].map((part) => ({ head: part }))
}

/** "nine people, most of them pilgrims": the words that say who they were. */
function compositionOf(scene: Scene, head: number): Span | undefined {
  const { trees } = scene
  // By the words alone, since the tree hangs it anywhere: ", most of them pilgrims"
  const { to } = scene.referents.phraseOf(head)
  const next = to + 1
  if (
    next < trees.length &&
    trees.lower(to) === ',' &&
    PARTS.test(trees.lower(next)) &&
    trees.tokens[next].sentence === trees.tokens[head].sentence
  ) {
    let last = next
    while (last + 1 < trees.length && last - next < 7 && trees.tags[last + 1].upos !== 'PUNCT') last++
    return { start: trees.tokens[next].start, end: trees.tokens[last].end }
  }
  for (const child of trees.children(head)) {
    if (child < head || !/^(appos|parataxis|acl|nmod|conj|advcl|dep)$/.test(trees.plainRelation(child))) continue
    const first = trees.left(child)
    if (PARTS.test(trees.lower(first)) && first > head) {
      return { start: trees.tokens[first].start, end: trees.tokens[trees.right(child)].end }
    }
  }
  return undefined
}

/** What the value is: an entity of the document, or the words where the text mentions none. */
export function fillerOf(scene: Scene, head: number): PropositionValue {
  const entity = weOf(scene, head) ?? scene.referents.entityAt(head)
  if (entity >= 0) return { type: 'entity', entity }
  const { start, end } = scene.referents.phraseOf(head)
  return { type: 'text', text: scene.document.text.slice(start, end) }
}
