import type { Document } from '../../src/document/Document.ts'
import { Trees } from '../../src/document/Trees.ts'
import type { Reading } from './eventsOf.ts'

const HELPFUL = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'RETREAT', 'CONCEDE'])
export const isHelpful = (type: string): boolean => HELPFUL.has(type)

/** "said it will free the men": told as certain to come, and no mere possibility */
export function isToCome(document: Document, token: number): boolean {
  const trees = Trees.of(document)
  return trees.children(token).some((child) => /^(will|would|shall|'ll|’ll)$/.test(trees.lower(child)))
}

/**
 * What somebody demands, promises, denies or accuses others of is the content of that act and no event beside it: "urged Chad to
 * free the men" is one request. A promise of harm is the threat alone: "vowed to expel the envoys".
 */
export function withoutContents(
  document: Document,
  incidents: readonly Reading[],
  acts: readonly Reading[],
  code: (type: string) => string | undefined,
): Reading[] {
  const trees = Trees.of(document)
  const threats = incidents.filter(
    ({ type, stage }) => code(type) === 'THREATEN' && (stage === 'accomplished' || stage === 'alleged'),
  )
  const byToken = new Map([...acts, ...threats].map((act) => [act.token, act]))
  const dropped = new Set<Reading>()
  for (const reading of [...incidents, ...acts]) {
    const act = actOver(trees, reading.token, byToken)
    if (act === undefined || code(reading.type) === undefined) continue
    // "thanked Hanoi for releasing the monk": he was released.
    if (act.type === 'support' && trees.children(reading.token).some((child) => trees.lower(child) === 'for')) continue
    const negated = trees.children(reading.token).some((child) => /^(not|n't|never)$/.test(trees.lower(child)))
    // "pledged to prosecute the generals" threatens nobody.
    const lawful = /^(prosecution|investigation|trial)$/.test(reading.type)
    const harm = code(act.type) === 'AGREE' && !isHelpful(code(reading.type) ?? 'AGREE') && !negated && !lawful
    const told = code(act.type) === 'THREATEN' || harm
    const aimed =
      code(act.type) === 'THREATEN' && act.parties.some(({ property }) => /^(target|victim)$/.test(property))
    dropped.add(told && !aimed && reading.stage === 'threatened' ? act : reading)
  }
  // "sent a frigate to support Guyana", "banished them for criticising the chief": why something else was done
  for (const reading of acts) if (isMotive(trees, reading.token)) dropped.add(reading)
  // "filed a complaint": once, whether read as a deed or as an act of speech
  for (const reading of acts) {
    const same = incidents.find(({ token }) => token === reading.token)
    if (same !== undefined && code(same.type) === code(reading.type) && same.stage === 'accomplished')
      dropped.add(reading)
  }
  // "demanded the release of the nurses": asked for; "ordered the envoy to leave": expelled, not asked
  const asked = new Set(acts.filter(({ type }) => code(type) === 'REQUEST').map(({ token }) => token))
  for (const reading of incidents) {
    if (trees.relation(reading.token) === 'obj' && asked.has(trees.head(reading.token))) dropped.add(reading)
    if (!asked.has(reading.token) || code(reading.type) !== 'SANCTION') continue
    for (const act of acts) if (act.token === reading.token && code(act.type) === 'REQUEST') dropped.add(act)
  }
  // "protested": once, against whomever it was
  for (const reading of acts)
    if (
      incidents.some(({ token, type }) => token === reading.token && code(type) === 'PROTEST' && !dropped.has(reading))
    )
      if (code(reading.type) === 'ACCUSE') dropped.add(reading)
  for (const reading of incidents)
    if (
      isOfAccusation(trees, reading.token) ||
      (trees.relation(reading.token) === 'obj' && isOfAccusation(trees, trees.head(reading.token))) ||
      isWayOf(trees, reading, incidents, code) ||
      isRemembered(trees, reading.token)
    )
      dropped.add(reading)
  // "approved a bailout": one deed, told by its verb and its noun
  const verbs = new Map(incidents.map((reading) => [reading.token, reading]))
  for (const reading of incidents) {
    const verb = trees.relation(reading.token) === 'obj' ? verbs.get(trees.head(reading.token)) : undefined
    if (verb !== undefined && code(verb.type) === code(reading.type)) dropped.add(reading)
  }
  // "called off its strike": what is over is no news beside that.
  const over = new Set([...incidents, ...acts].filter(({ type }) => code(type) === 'CONCEDE').map(({ token }) => token))
  for (const reading of incidents)
    if (trees.relation(reading.token) === 'obj' && over.has(trees.head(reading.token))) dropped.add(reading)
  // "condemned the missile test"; "condemned the arrest of a monk by the army" tells of the arrest as well.
  for (const reading of incidents) {
    const over = trees.relation(reading.token) === 'obj' ? byToken.get(trees.head(reading.token)) : undefined
    if (over !== undefined && over.type === 'condemnation' && sidesOf(reading) < 2) dropped.add(reading)
  }
  // "summoned the envoy over the reef clash": why, told in passing
  for (const reading of incidents)
    if (isReason(trees, reading.token, byToken) && sidesOf(reading) < 2) dropped.add(reading)
  // "two men convicted of spying": what they had been found guilty of before
  for (const reading of incidents)
    if (/^(trial|prosecution)$/.test(reading.type) && isPastOfParty(trees, reading, incidents)) dropped.add(reading)
  // "promised to avenge its leader": the promise is the threat.
  const threatened = new Set(threats.map(({ token }) => token))
  return [...incidents, ...acts].filter(
    (reading) =>
      !dropped.has(reading) && !(/^(AGREE|REQUEST)$/.test(code(reading.type) ?? '') && threatened.has(reading.token)),
  )
}

/** How many of the two sides of a deed are named. */
const sidesOf = ({ parties }: Reading): number =>
  new Set(parties.map(({ property }) => /^(target|victim|killed|wounded|arrested)$/.test(property))).size

/** "over the clash", "about the raid" */
function isReason(trees: Trees, token: number, acts: ReadonlyMap<number, Reading>): boolean {
  if (!/^(obl|nmod)$/.test(trees.plainRelation(token))) return false
  if (!trees.children(token).some((child) => /^(over|about)$/.test(trees.lower(child)))) return false
  const over = trees.head(token)
  return acts.has(over) || (over >= 0 && acts.has(trees.head(over)))
}

function isPastOfParty(trees: Trees, { token }: Reading, others: readonly Reading[]): boolean {
  const noun = trees.head(token)
  if (trees.relation(token) !== 'acl' || noun < 0) return false
  const { start, end } = trees.tokens[noun]
  return others.some(
    (other) => other.token !== token && other.parties.some(({ span }) => span.start <= start && end <= span.end),
  )
}

/** "to support Guyana", "for criticising the chief" */
function isMotive(trees: Trees, token: number): boolean {
  if (!/^(advcl|acl)$/.test(trees.relation(token)) || trees.head(token) < 0) return false
  const mark = trees.children(token).find((child) => child < token && trees.plainRelation(child) === 'mark')
  if (mark === undefined) return false
  const over = trees.lemma(trees.head(token))
  return (
    (trees.lower(mark) === 'for' && trees.tags[token].xpos === 'VBG' && !/^(thank|praise|blame|accuse)$/.test(over)) ||
    (trees.lower(mark) === 'to' && /^(support|back|defend|assist|help)$/.test(trees.lemma(token)))
  )
}

/** "a man they suspected of stealing", "guilty of killing": only what somebody is thought or found to have done */
function isOfAccusation(trees: Trees, token: number): boolean {
  // "was accused by survivors [of killing nine men]", with the clause hung on the survivors
  const noun = trees.head(token)
  const across = noun >= 0 && trees.relation(token) === 'acl' && /^(obl|obl:agent)$/.test(trees.relation(noun))
  const over = across ? trees.head(noun) : noun
  return (
    over >= 0 &&
    /^(advcl|acl|obl|nmod)$/.test(trees.plainRelation(token)) &&
    /^(accuse|suspect|guilty|convict|acquit|charge|innocent|indict)$/.test(trees.lemma(over)) &&
    trees.children(token).some((child) => /^(of|for|with)$/.test(trees.lower(child)))
  )
}

/** "detained nine men in dawn raids": how it was done, and no deed beside it */
function isWayOf(
  trees: Trees,
  { token, type }: Reading,
  others: readonly Reading[],
  code: (type: string) => string | undefined,
): boolean {
  const over = trees.head(token)
  const way =
    trees.plainRelation(token) === 'obl' &&
    trees.children(token).some((child) => /^(in|during)$/.test(trees.lower(child)))
  // "pelted the guards with petrol bombs"
  const tool =
    trees.plainRelation(token) === 'obl' && trees.children(token).some((child) => trees.lower(child) === 'with')
  if (tool && others.some((other) => other.token === over && other.type === 'riot')) return true
  return way && others.some((other) => other.token === over && code(other.type) === code(type))
}

/** "an exhibition on the strike of 1984": what is shown, staged or told again */
function isRemembered(trees: Trees, token: number): boolean {
  for (let i = token; /^(nmod|compound)$/.test(trees.plainRelation(i)); i = trees.head(i))
    if (
      /^(exhibition|museum|film|documentary|novel|opera|musical|painting|retrospective|play)$/.test(
        trees.lemma(trees.head(i)),
      )
    )
      return true
  return false
}

/** The act whose clause the word heads. "after", "when" and "as" make a clause of its own. */
function actOver(trees: Trees, token: number, acts: ReadonlyMap<number, Reading>): Reading | undefined {
  for (let i = clauseOver(trees, token); CLAUSE.test(trees.plainRelation(i)); i = trees.head(i)) {
    if (trees.children(i).some((child) => APART.test(trees.lower(child)) && trees.plainRelation(child) === 'mark'))
      return undefined
    if (trees.relation(i) === 'advcl' && !trees.children(i).some((child) => trees.plainRelation(child) === 'mark'))
      return undefined
    const over = acts.get(trees.head(i)) ?? actAcross(trees, i, acts)
    if (over !== undefined && trees.plainRelation(i) !== 'conj') return over
  }
  return undefined
}

const CLAUSE = /^(xcomp|ccomp|advcl|acl|conj)$/

/** "promised to call off [the strike]": the verb whose object a noun is, where that verb heads a clause of its own. */
function clauseOver(trees: Trees, token: number): number {
  const verb = trees.head(token)
  const object = /^(NOUN|PROPN)$/.test(trees.tags[token].upos) && trees.relation(token) === 'obj'
  return object && verb >= 0 && /^(xcomp|ccomp)$/.test(trees.plainRelation(verb)) ? verb : token
}

/** "threatened on air to shoot them", with the clause hung on the air */
function actAcross(trees: Trees, clause: number, acts: ReadonlyMap<number, Reading>): Reading | undefined {
  const noun = trees.head(clause)
  if (trees.relation(clause) !== 'acl' || noun < 0) return undefined
  // "accused Chad [of arming them]", with the clause hung on Chad
  if (/^(obj|iobj)$/.test(trees.relation(noun)))
    return trees.children(clause).some((child) => trees.lower(child) === 'of') ? acts.get(trees.head(noun)) : undefined
  if (trees.plainRelation(noun) !== 'obl') return undefined
  return trees.children(clause).some((child) => trees.lower(child) === 'to') ? acts.get(trees.head(noun)) : undefined
}

const APART = /^(after|before|when|while|as|since|because|although|though|if|unless|until)$/
