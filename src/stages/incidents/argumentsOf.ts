import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { Argument } from './Argument.ts'
import { addTaken, isParty } from './addTaken.ts'
import { announcedBy, isThreatened } from './announcedBy.ts'
import { nounArguments } from './nounArguments.ts'
import { ruledOutBy } from './ruledOutBy.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'
import { verbArguments } from './verbArguments.ts'

/** The arguments of a trigger: of a verb by subject, object and prepositions, of a noun by its phrase and its support verb. */
export function argumentsOf(scene: Scene, match: TriggerMatch): Argument[] {
  const { trees } = scene
  const search = match.trigger.as === 'noun' ? nounArguments : verbArguments
  const found: Argument[] = []
  search(scene, match, (role, head, name) => {
    if (head >= 0) found.push({ role, head, by: `rule:incidents/${name}` })
  })
  if (match.trigger.needs?.includes('ruled-out')) {
    const speaker = ruledOutBy(scene, match.token)
    if (speaker >= 0) found.push({ role: 'agent', head: speaker, by: 'rule:incidents/speaker' })
  }
  announced(scene, match, found)
  pressed(scene, match, found)
  if (isKindOf(scene.lexicons.vocabulary, match.trigger.type, 'protest')) {
    for (const opposed of opposedBy(scene, match))
      addTaken(scene, 'whose', opposed, 'protested', (role, head, name) => {
        found.push({ role, head, by: `rule:incidents/${name}` })
      })
  }
  return found.flatMap((argument) =>
    scene.referents
      .conjuncts(scene.referents.antecedent(compared(scene, argument.head)))
      .filter(
        (head) =>
          (!match.words.includes(head) || argument.by === 'rule:incidents/self') && trees.tags[head].upos !== 'PUNCT',
      )
      .map((head) => ({ ...argument, head })),
  )
}

/** "threatened to blow up the line unless [Chad] frees him": of whom something is asked is threatened. */
function pressed(scene: Scene, { trigger, token }: TriggerMatch, found: Argument[]): void {
  const { trees } = scene
  if (trigger.type !== 'threat' || trigger.as === 'noun') return
  const clauses = trees.children(token).filter((child) => /^(xcomp|ccomp|advcl)$/.test(trees.plainRelation(child)))
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
  if (!own) found.push({ role: 'agent', head: speaker, by })
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

/** "marched to denounce [the government's law]": what a protest is against, by the verb that says why. */
function opposedBy(scene: Scene, { trigger, token }: TriggerMatch): number[] {
  const { trees } = scene
  // "held a rally to denounce the law"
  const verb = trigger.as === 'noun' && trees.relation(token) === 'obj' ? trees.head(token) : token
  return (
    [...new Set([...trees.children(token), ...trees.children(verb)])]
      .filter((child) => /^(xcomp|advcl|acl)$/.test(trees.plainRelation(child)) && OPPOSE.test(trees.lemma(child)))
      .map((child) => ({ asked: /^(demand|seek)$/.test(trees.lemma(child)), object: trees.child(child, 'obj') }))
      // "to demand justice": what is asked for is nobody that the protest is against.
      .filter(({ asked, object }) => object >= 0 && !(asked && isParty(scene, object)))
      .map(({ object }) => object)
  )
}

const OPPOSE =
  /^(denounce|condemn|protest|oppose|reject|decry|criticise|criticize|demand|seek|force|oust|topple|pressure|press|urge)$/

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
