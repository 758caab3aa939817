import type { Trees } from '../../document/Trees.ts'
import { type CertaintyWord, strengthOf } from '../../vocabulary/CertaintyWords.ts'
import type { ReportingVerb } from '../../vocabulary/ReportingVerbs.ts'
import { questionWord } from './questionWord.ts'
import { ASSERTED, type CertaintyVocabulary, leftOpen, type RuleValue } from './RuleValue.ts'
import { readingsAt } from './readingsAt.ts'

const CLAUSES = new Set(['ccomp', 'xcomp', 'csubj'])
const PREPOSITIONS = new Set(['from', 'in', 'into'])
const STRENGTH = { certain: 3, probable: 2, possible: 1, unknown: 0 } as const

/** What the word above `i` leaves of it: a verb by its signature or as an act of saying, a noun or adjective by its certainty. */
export function complementValue(
  trees: Trees,
  vocabulary: CertaintyVocabulary,
  i: number,
  governor: RuleValue,
): RuleValue {
  const head = trees.head(i)
  const relation = trees.plainRelation(i)
  const { upos } = trees.tags[head]
  const form = formOf(trees, i)
  const isClause = CLAUSES.has(relation)
  // "He knows who shot him", "It is unclear why they fled": that they did is taken for granted.
  if (isClause && form === 'that' && questionWord(trees, i) >= 0) return { ...ASSERTED, rules: ['question-word'] }
  if (upos === 'VERB' || upos === 'AUX') {
    const verb = verbOver(trees, vocabulary, head, form)
    if (verb !== undefined && (isClause || isGoverned(trees, i, verb, form))) return governed(verb, head, governor)
    // "had to leave", "used to smoke"
    const past = form === 'to' ? vocabulary.verbs.get(`${trees.lower(head)} to`) : undefined
    if (past !== undefined && (isClause || relation === 'advcl')) return governed(past, head, governor)
  }
  const isOf = relation === 'nmod' && form === 'of'
  if (isClause || isOf || (relation === 'acl' && trees.relation(i) !== 'acl:relcl')) {
    const reading = governingWord(trees, vocabulary, head, form)
    if (reading !== undefined && !(isOf && reading.kind !== 'noun')) return hedged(reading, head, governor)
  }
  if (
    form === 'to' &&
    trees.children(head).some((c) => trees.lower(c) === 'too' && trees.plainRelation(c) === 'advmod')
  ) {
    return {
      ...governor,
      value: -Math.abs(governor.value),
      own: -Math.abs(governor.own),
      words: [head],
      rules: ['too'],
    }
  }
  const yet = form === 'to' ? yetBefore(trees, vocabulary, i) : -1
  if (yet >= 0) return { ...ASSERTED, value: -3, own: -3, words: [yet], rules: ['yet to'] }
  if (relation === 'xcomp') {
    return form === 'to' ? leftOpen('xcomp', [head, ...governor.words]) : { ...governor, rules: ['small clause'] }
  }
  if (relation === 'advcl' && form === 'to') return leftOpen('purpose')
  return ASSERTED
}

/** How a complement hangs on its verb: "to leave", "from leaving", "that they left". */
function formOf(trees: Trees, i: number): string {
  for (const c of trees.children(i)) {
    const relation = trees.plainRelation(c)
    if (relation === 'mark' && trees.lower(c) === 'to') return 'to'
    if ((relation === 'mark' || relation === 'case') && (PREPOSITIONS.has(trees.lower(c)) || trees.lower(c) === 'of')) {
      return trees.lower(c)
    }
  }
  return trees.tags[i].xpos === 'VBG' ? 'gerund' : 'that'
}

/** The "yet" of "has yet to arrive", which hangs on "has"; -1 where there is none. */
function yetBefore(trees: Trees, { certaintyWords }: CertaintyVocabulary, i: number): number {
  const to = trees.children(i).find((c) => trees.plainRelation(c) === 'mark' && trees.lower(c) === 'to') ?? 0
  const before = to - 1
  if (before < 0 || trees.head(before) === i) return -1
  return certaintyWords.get(`${trees.lower(before)} to`)?.[0].kind === 'negation' ? before : -1
}

/** The verb with its particle or with the form of its complement, where the vocabulary has that, or else the verb: "rule out", "stop to". */
function verbOver(trees: Trees, { verbs }: CertaintyVocabulary, head: number, form: string): ReportingVerb | undefined {
  const lemma = trees.lemma(head)
  const particle = trees.children(head).find((c) => trees.relation(c) === 'compound:prt')
  return (
    (particle === undefined ? undefined : verbs.get(`${lemma} ${trees.lower(particle)}`)) ??
    verbs.get(`${lemma} ${form}`) ??
    verbs.get(lemma)
  )
}

/** True of what a verb governs as a noun or with a preposition: "foiled the attack", "prevented them from leaving". */
function isGoverned(trees: Trees, i: number, { act, takes }: ReportingVerb, form: string): boolean {
  const relation = trees.relation(i)
  // "is suspected of poisoning"
  if (act !== undefined) return form === 'of' && (relation === 'obl' || relation === 'advcl') && isGerund(trees, i)
  if (relation === 'obj' || relation === 'nsubj:pass') return takes.includes('noun')
  const plain = trees.plainRelation(i)
  return (plain === 'obl' || plain === 'advcl') && PREPOSITIONS.has(form) && isGerund(trees, i)
}

const isGerund = (trees: Trees, i: number): boolean => trees.lower(i).endsWith('ing')

function governed(verb: ReportingVerb, head: number, governor: RuleValue): RuleValue {
  const rules = [...governor.rules, verb.signature, verb.act ?? 'acts']
  const words = [head, ...governor.words]
  if (verb.act === undefined) {
    return {
      value: signed(verb.signature, governor.value),
      own: signed(verb.signature, governor.own),
      words,
      sayers: governor.sayers,
      rules,
    }
  }
  // Who knows or admits it takes it for true, whatever else is said of that.
  const value = verb.signature === '+/+' ? 3 : heldBySource(verb, governor.value)
  return { value, own: 3, words, sayers: [head, ...governor.sayers], rules }
}

function signed(signature: string, over: number): number {
  const sign = signature[over < 0 ? 2 : 0]
  if (sign === 'o') return 0
  return sign === '+' ? Math.abs(over) : -Math.abs(over)
}

/** Acts whose content turns round with them: "does not believe that it fell" is as good as "believes that it did not". */
const TURNING = new Set(['believes', 'doubts'])
/** What is only claimed is less than what is said. */
const CLAIMING = new Set(['claims', 'accuses'])

/** What a report leaves of its content, for the one who made it. */
function heldBySource({ act, certainty, polarity }: ReportingVerb, over: number): number {
  if (certainty === undefined || act === undefined) return 0
  const strength = Math.min(STRENGTH[certainty], Math.abs(over), CLAIMING.has(act) ? 2 : 3)
  if (over < 0 && !TURNING.has(act)) return 0
  return (polarity === 'denied') === over < 0 ? strength : -strength
}

/** The adjective, noun or plan that governs a complement: "likely to", "going to", "the fear that". */
function governingWord(
  trees: Trees,
  { certaintyWords }: CertaintyVocabulary,
  head: number,
  form: string,
): CertaintyWord | undefined {
  const readings = certaintyWords.get(`${trees.lower(head)} ${form}`) ?? readingsAt(trees, certaintyWords, head)
  return readings?.find(
    ({ kind }) =>
      kind === 'adjective' ||
      kind === 'noun' ||
      kind === 'plan' ||
      kind === 'evidential' ||
      // "did nothing to stop it"
      (kind === 'negation' && form === 'to'),
  )
}

function hedged(reading: CertaintyWord, head: number, governor: RuleValue): RuleValue {
  const under = (over: number): number => {
    const strength = strengthOf(over < 0 && reading.negated !== undefined ? reading.negated : reading)
    const turned = over < 0 && reading.negated === undefined ? -strength : strength
    return Math.sign(turned) * Math.min(Math.abs(turned), Math.abs(over))
  }
  return {
    value: under(governor.value),
    own: under(governor.own),
    words: [head],
    sayers: governor.sayers,
    rules: [...governor.rules, reading.kind],
  }
}
