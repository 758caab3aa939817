import { isPassive } from '../../document/Clauses.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { Argument } from './Argument.ts'
import { isParty } from './addTaken.ts'
import { announcedBy, isThreatened } from './announcedBy.ts'
import { nounArguments } from './nounArguments.ts'
import { partiesAround } from './partiesAround.ts'
import { protestedAgainst } from './protestedAgainst.ts'
import { ruledOutBy } from './ruledOutBy.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'
import { verbArguments } from './verbArguments.ts'

/** The arguments of a trigger: of a verb by subject, object and prepositions, of a noun by its phrase and its support verb. */
export function argumentsOf(scene: Scene, match: TriggerMatch): Argument[] {
  const { trees } = scene
  const search = match.trigger.as === 'noun' ? nounArguments : verbArguments
  const found: Argument[] = []
  const take = (role: Argument['role'], head: number, name: string) => {
    if (head >= 0) found.push({ role, head, by: `rule:incidents/${name}` })
  }
  search(scene, match, take)
  if (match.trigger.needs?.includes('ruled-out')) {
    const speaker = ruledOutBy(scene, match.token)
    if (speaker >= 0) found.push({ role: 'agent', head: speaker, by: 'rule:incidents/speaker' })
  }
  spokenFor(scene, match, found)
  announced(scene, match, found)
  pressed(scene, match, found)
  if (isKindOf(scene.lexicons.vocabulary, match.trigger.type, 'protest')) protestedAgainst(scene, match, take)
  found.push(...partiesAround(scene, match, found))
  // "protested to Peru over the overflights of its jets": to whom, and not whose
  const addressed = found.some(
    ({ role, head, by }) => role === 'patient' && by.endsWith('/taken') && /^(to|with)$/.test(scene.preposition(head)),
  )
  const told =
    addressed && match.trigger.type === 'condemnation'
      ? found.filter(({ by }) => !by.endsWith('/whose'))
      : found.filter(({ by, head }) => !isWhereHit(scene, match, found, by, head) && !isToBeFreed(scene, match, head))
  return told.flatMap((argument) =>
    scene.referents
      .conjuncts(scene.referents.antecedent(compared(scene, argument.head)))
      .filter(
        (head) =>
          (!match.words.includes(head) || argument.by === 'rule:incidents/self') &&
          trees.tags[head].upos !== 'PUNCT' &&
          !isOccasion(scene, argument.head, head),
      )
      .map((head) => ({ ...argument, head })),
  )
}

/** "blamed rebels for the attack on [a convoy]", with the convoy hung on the blame: nobody is blamed for it there. */
const isWhereHit = (
  { trees }: Scene,
  { trigger, token }: TriggerMatch,
  found: readonly Argument[],
  by: string,
  head: number,
): boolean => {
  if (trigger.type !== 'condemnation' || trigger.as === 'noun' || !by.endsWith('/taken')) return false
  const object = trees.child(token, 'obj')
  return (
    object >= 0 &&
    head > object &&
    found.some((other) => other.head === object && other.role === 'patient') &&
    trees.children(head).some((child) => trees.lower(child) === 'on')
  )
}

/** "demanded the release of [two nurses]": for whom it is demanded, and nobody of whom it is */
const isToBeFreed = ({ trees }: Scene, { trigger, token }: TriggerMatch, head: number): boolean =>
  trigger.type === 'demand' &&
  trees.head(trees.head(head)) === token &&
  /^(release|freedom|liberation|return|freeing)$/.test(trees.lemma(trees.head(head))) &&
  trees.children(head).some((child) => trees.lower(child) === 'of')

/** "It was the third [time] that they had raided it": nobody */
const isOccasion = ({ trees }: Scene, pronoun: number, noun: number): boolean =>
  pronoun !== noun && /^(time|occasion|day|way)$/.test(trees.lemma(noun)) && trees.lower(pronoun) === 'that'

/** "The movement said on Friday that [it] had shelled the port": a pronoun that stands for no one known is the speaker. */
function spokenFor(scene: Scene, { trigger, token }: TriggerMatch, found: Argument[]): void {
  const { trees, referents } = scene
  if (trigger.as === 'noun' || trees.relation(token) !== 'ccomp') return
  const say = trees.head(token)
  const speaker = trees.child(say, 'nsubj')
  if (
    speaker < 0 ||
    isPassive(trees, say) ||
    !/^(say|announce|declare|claim|confirm|add|insist)$/.test(trees.lemma(say))
  )
    return
  const at = found.findIndex(
    ({ role, head }) =>
      role === 'agent' &&
      head !== speaker &&
      /^(it|they)$/.test(trees.lower(head)) &&
      referents.entityAt(head) < 0 &&
      trees.lower(head) === (/S$/.test(trees.tags[speaker].xpos) ? 'they' : 'it'),
  )
  if (at >= 0 && trees.tags[speaker].upos !== 'PRON') found[at] = { ...found[at], head: speaker }
}

/** "threatened to blow up the line unless [Chad] frees him": of whom something is asked is threatened. */
function pressed(scene: Scene, { trigger, token }: TriggerMatch, found: Argument[]): void {
  const { trees } = scene
  const above = trees.head(token)
  // "threatened [to blow up] the line unless …"
  const below = trees.relation(token) === 'xcomp' && /^(threaten|vow|swear)$/.test(trees.lemma(above))
  if (trigger.as === 'noun' || (trigger.type !== 'threat' && !below && !isThreatened(scene, token))) return
  const someone = ({ role, head }: Argument) => role === 'patient' && isParty(scene, head)
  if (trigger.type !== 'threat' && found.some(someone)) return
  const clauses = [token, ...(below ? [above] : [])]
    .flatMap((i) => trees.children(i))
    .filter((child) => /^(xcomp|ccomp|advcl)$/.test(trees.plainRelation(child)))
  for (const clause of [...clauses, ...clauses.flatMap((child) => trees.children(child))]) {
    if (trees.plainRelation(clause) !== 'advcl') continue
    if (!trees.children(clause).some((mark) => /^(if|unless|until)$/.test(trees.lower(mark)))) continue
    const who = trees.child(clause, 'nsubj')
    if (who < 0 || trees.tags[who].upos === 'PRON' || !isParty(scene, who) || trees.relation(who) !== 'nsubj') continue
    found.push({ role: 'patient', head: who, by: 'rule:incidents/pressed' })
  }
}

/** "told the crowd that anyone on the square would be arrested": who says so, and to whom. */
function announced(scene: Scene, { trigger, token }: TriggerMatch, found: Argument[]): void {
  if (trigger.as === 'noun') return
  const { speaker, told, own } = announcedBy(scene, token) ?? { speaker: -1, told: -1, own: true }
  if (speaker < 0 || !(trigger.needs?.includes('foretold') || isThreatened(scene, token))) return
  const by = 'rule:incidents/announced'
  // "it" that stands for no one known is the speaker
  const nameless = found.findIndex(
    ({ role, head }) =>
      role === 'agent' && scene.trees.tags[head].upos === 'PRON' && scene.referents.entityAt(head) < 0,
  )
  if (own && nameless >= 0) found.splice(nameless, 1)
  if (!own || nameless >= 0) found.push({ role: 'agent', head: speaker, by })
  if (told < 0 || (own && found.some(({ role }) => role === 'patient'))) return
  const vague = found.findIndex(
    ({ role, head }) =>
      role === 'patient' &&
      (/^(anyone|anybody|those|whoever|they|it|he|she|you)$/.test(scene.trees.lower(head)) ||
        // "told the station that its studios would be blown up"
        scene.trees.children(head).some((child) => /^(its|their|his|her)$/.test(scene.trees.lower(child)))),
  )
  if (vague >= 0) found.splice(vague, 1)
  if (!found.some(({ role }) => role === 'patient')) found.push({ role: 'patient', head: told, by })
}

/** "more than “30 guards”", with the guards hung on the verb or on "more": whom the comparison counts. */
function compared({ trees }: Scene, head: number): number {
  if (!/^(more|fewer|less)$/.test(trees.lower(head)) || head + 2 >= trees.length || trees.lower(head + 1) !== 'than')
    return head
  let number = head + 2
  while (number + 1 < trees.length && trees.tags[number].upos === 'PUNCT') number++
  if (trees.tags[number].upos !== 'NUM' || trees.tokens[number].sentence !== trees.tokens[head].sentence) return head
  const noun = trees.head(number)
  return noun > number && trees.plainRelation(number) === 'nummod' ? noun : number
}
