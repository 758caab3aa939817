import { agentsOf, patientsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import { isPassive } from './isPassive.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'
import { valueAt } from './valueAt.ts'

/** "serving life for the murder of a driver", "convicted of killing her": the one held for it did it, as surely as the verb has it. */
export function murderAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!/^(murder|killing|assassination|slaying|beheading)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'NOUN')
    return []
  const verb = trees.head(i)
  if (verb < 0 || !/^(for|of|in|over|with)$/.test(scene.preposition(i))) return []
  const lemma = trees.lemma(verb)
  const sure = /^(serve|convict|sentence|jail|imprison|execute|hang)$/.test(lemma)
  if (!sure && !/^(accuse|charge|suspect|arrest|want|try|indict|blame|hold|detain|seek)$/.test(lemma)) return []
  const agents = lemma === 'serve' ? agentsOf(scene, verb) : patientsOf(scene, verb)
  return scene
    .obliques(i, ['of'])
    .filter((head) => scene.kindOf(head) === 'person')
    .flatMap((subject) =>
      agents.map((agent) =>
        relationTo(scene, agent, {
          property: 'killed-by',
          subject,
          token: verb,
          rule: 'murder',
          ...(sure ? {} : { certainty: 'possible' as const, certaintyWord: trees.tokens[verb].text }),
        }),
      ),
    )
}

/** "His widow blames the police for the death of Omar Haddad": whom they hold to have killed. */
export function blamedAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (!/^(death|killing|murder|assassination|slaying)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'NOUN') return []
  const verb = trees.head(i)
  if (verb < 0 || trees.lemma(verb) !== 'blame' || trees.tags[verb].upos !== 'VERB') return []
  const forIt = scene.preposition(i) === 'for'
  const onThem = trees.plainRelation(i) === 'obj'
  const killers = forIt ? patientsOf(scene, verb) : onThem ? scene.obliques(verb, ['on']) : []
  const owners = trees.children(i).filter((child) => trees.relation(child) === 'nmod:poss')
  return [...scene.obliques(i, ['of']), ...owners]
    .map((head) => scene.antecedent(head))
    .filter((head) => scene.kindOf(head) === 'person' && scene.isNamed(head))
    .flatMap((subject) =>
      killers
        .filter((at) => referents.entityAt(at) !== referents.entityAt(subject) && !scene.isTime(at))
        .map((killer) =>
          relationTo(scene, killer, {
            property: 'killed-by',
            subject,
            token: verb,
            rule: 'blamed',
          }),
        ),
    )
}

/** "died in a drone strike by American forces", "was killed in an Israeli airstrike": by whom, or else by what. */
export function struckAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  const dies = trees.lemma(i) === 'die' || (/^(kill|slay)$/.test(trees.lemma(i)) && isPassive(scene, i))
  if (!dies || trees.tags[i].upos !== 'VERB') return []
  const subjects = (trees.lemma(i) === 'die' ? agentsOf(scene, i) : patientsOf(scene, i)).filter(
    (at) => scene.kindOf(at) === 'person',
  )
  return (
    scene
      .obliques(i, ['in', 'by', 'during'])
      // "by a Kenyan drone east of Gulu", with "east" as the head of it all
      .filter((head) => [head, ...compounds(scene, head)].some((at) => scene.words.strikes.has(trees.lemma(at))))
      .flatMap((strike) => {
        const by = scene.obliques(strike, ['by'])[0]
        const whose = trees
          .children(strike)
          .some((child) => child < strike && (scene.isOfPeople(child) || isCountry(scene, child)))
        if (by === undefined && !whose) return []
        const span = by === undefined ? referents.phraseOf(strike) : referents.phraseOf(by)
        const words = { type: 'text' as const, text: scene.document.text.slice(span.start, span.end) }
        const value = by === undefined ? words : valueAt(scene, by)
        return subjects.map((subject) => ({
          property: 'killed-by',
          subject,
          value,
          valueSpan: span,
          token: i,
          rule: 'strike',
        }))
      })
  )
}

const compounds = ({ trees }: RelationScene, head: number): number[] =>
  trees.children(head).filter((child) => child < head && trees.plainRelation(child) === 'compound')

/** "a US drone" */
const isCountry = (scene: RelationScene, i: number): boolean => scene.placeAt(i)?.place.precision === 'country'

/** "A bomb planted by the Lions killed Omar Haddad": by whom a weapon was laid. */
export function weaponAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!/^(kill|slay)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') return []
  const by = agentsOf(scene, i)
    .filter((at) => /^(bomb|mine|rocket|shell|missile|device|grenade|shot|bullet|parcel)$/.test(trees.lemma(at)))
    .flatMap((at) => trees.children(at))
    .filter((at) => /^(plant|lay|throw|fire|drop|detonate|send|launch)$/.test(trees.lemma(at)) && isPassive(scene, at))
    .flatMap((at) => scene.obliques(at, ['by']))
  return patientsOf(scene, i)
    .filter((at) => scene.kindOf(at) === 'person')
    .flatMap((subject) =>
      by.map((agent) =>
        relationTo(scene, agent, {
          property: 'killed-by',
          subject,
          token: i,
          rule: 'weapon',
        }),
      ),
    )
}
