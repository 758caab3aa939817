import { type Subject, subjectOf } from '../../document/Clauses.ts'
import { isParty } from './addTaken.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** The subject; of "an attempt to kill the mayor" who made the attempt, where a verb over it says so. */
export function agentOf(scene: Scene, token: number): Subject {
  const { trees } = scene
  const read = subjectOf(trees, token)
  // "The attackers, believed to be rebels, burned two trucks", read as if they had believed that the trucks were burned
  const over = trees.head(token)
  const aside = read.head < 0 && trees.relation(token) === 'ccomp' && isSaidToBe(scene, over)
  const own = aside ? { head: trees.child(over, 'nsubj'), by: 'shared-subject' } : read
  // "seized the files and detained its director, Anna Reyes", with Reyes read as who detained
  const apart = own.by === 'subject' && own.head > token && trees.plainRelation(token) === 'conj'
  const object = trees.child(token, 'obj')
  const subject =
    apart && object > token && object < own.head
      ? { head: subjectOf(trees, trees.head(token)).head, by: 'shared-subject' }
      : own
  if (subject.by === 'participle' && isPurposeOf(scene, token, subject.head))
    return { ...subjectOf(trees, trees.head(subject.head)), by: 'shared-subject' }
  if (subject.by !== 'participle' || !scene.lexicons.participantWords.undertakings.has(trees.lemma(subject.head)))
    return subject
  // "[the court]'s decision to jail the governor"
  const owner = trees
    .children(subject.head)
    .find(
      (child) =>
        trees.relation(child) === 'nmod:poss' ||
        (trees.relation(child) === 'nmod' && /^(by|of)$/.test(scene.preposition(child))),
    )
  if (owner !== undefined && isParty(scene, owner)) return { head: owner, by: 'possessor' }
  const verb = trees.head(subject.head)
  const made =
    verb >= 0 &&
    trees.plainRelation(subject.head) === 'obj' &&
    (scene.lexicons.supportVerbs.lend.has(trees.lemma(verb)) || /^(give|take|sign)$/.test(trees.lemma(verb)))
  return made ? subjectOf(trees, verb) : { head: -1, by: 'none' }
}

/** "agreed in a chat [to blow up a lorry]", "met in a flat [to plan a raid]": not the chat does so, but who agreed. */
function isPurposeOf(scene: Scene, token: number, noun: number): boolean {
  const { trees } = scene
  if (trees.lower(token - 1) !== 'to' || trees.plainRelation(noun) !== 'obl') return false
  const verb = trees.head(noun)
  return verb >= 0 && trees.tags[verb].upos === 'VERB' && !isParty(scene, noun) && !scene.isPerson(noun)
}

/** "believed" of "The attackers, believed to be rebels" */
const isSaidToBe = ({ trees, lexicons }: Scene, verb: number): boolean =>
  verb >= 0 &&
  lexicons.participantWords.suppositions.has(trees.lemma(verb)) &&
  trees.lower(verb - 1) === ',' &&
  trees.child(verb, 'aux') < 0 &&
  trees.lower(verb + 1) === 'to' &&
  trees.lower(verb + 2) === 'be'

/** "A plane chartered [by the Red Cross] brought tents": who sent what cannot act of itself */
export function sendersOf(scene: Scene, subject: number): number[] {
  const { trees } = scene
  const sent = scene.lexicons.participantWords.unmanned.has(trees.lemma(subject))
  if (!sent && (scene.isPerson(subject) || scene.isBody(subject) || scene.isPlace(subject))) return []
  const clause = trees
    .children(subject)
    .find(
      (child) =>
        trees.relation(child) === 'acl' && scene.lexicons.participantWords.sendingVerbs.has(trees.lemma(child)),
    )
  if (clause === undefined) return []
  return trees.children(clause).filter((child) => scene.preposition(child) === 'by' && isParty(scene, child))
}

/** "A drone killed two men", with the drone read as somebody */
export const isWeapon = (scene: Scene, subject: number): boolean =>
  scene.isDevice(subject) &&
  (!scene.isPerson(subject) ||
    (scene.trees.tags[subject].upos === 'NOUN' &&
      scene.lexicons.participantWords.missiles.has(scene.trees.lemma(subject))))

/** "A truck was driven into the gate, wounding seven": it did nothing of itself. */
export const isVehicle = ({ trees, lexicons }: Scene, subject: number): boolean =>
  lexicons.participantWords.vehicles.has(trees.lemma(subject))

/** "A truck blew up at the gate": what goes up is what was used, and not who did it. */
export const isBlownUp = (scene: Scene, { trigger, token }: TriggerMatch, subject: number): boolean =>
  trigger.type === 'bombing' &&
  trigger.word === 'blow up' &&
  scene.trees.child(token, 'obj') < 0 &&
  scene.isThing(subject) &&
  !scene.isPerson(subject) &&
  !scene.isBody(subject)
