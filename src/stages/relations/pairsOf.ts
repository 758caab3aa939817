import type { PropositionValue } from '../../document/Layers.ts'
import type { WordRule } from '../../vocabulary/RelationWords.ts'
import type { Found } from './Found.ts'
import { namesOf } from './namesOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { tellsNothing } from './tellsNothing.ts'
import { namedAmong } from './together.ts'
import { valueAt } from './valueAt.ts'

/** What a rule of any kind of word has. */
type AnyRule = Pick<WordRule, 'property' | 'valueKinds' | 'valueWords' | 'certainty' | 'word' | 'bound' | 'reversed'>

/** Subject and values of a word that relates them, each pair told once; none that tells nothing. */
export function pairsOf(
  scene: RelationScene,
  token: number,
  subject: number,
  values: readonly number[],
  rule: AnyRule,
  background: boolean,
): Found[] {
  return (
    values
      // "an alliance of five factions, among them the Lions": the named ones
      .flatMap((head) => (rule.property === 'part-of' && rule.reversed ? withNamedAmong(scene, head) : [head]))
      .filter(
        (head) =>
          scene.isOneOf(head, rule.valueKinds) ||
          // "Police intelligence, headed by", "The resistance is led by": bodies of which no mention was read
          (rule.property === 'leader-of' &&
            /^(intelligence|resistance|guard|opposition)$/.test(scene.trees.lemma(head))),
      )
      // "left Azaz": a place, also where no gazetteer knows it
      .filter((head) => rule.word !== 'leave' || rule.property !== 'member-of' || scene.kindOf(head) !== 'place')
      .filter((head) => !IS_OF_BODIES.test(rule.property) || isBody(scene, head))
      .filter((head) => !isWithinName(scene, token, head))
      .filter((head) => !tellsNothing(scene, subject, head, rule))
      .filter(
        (head) =>
          rule.valueWords === undefined || lemmasOf(scene, head).some((lemma) => rule.valueWords!.includes(lemma)),
      )
      .map((head) => {
        const several = isOneOfSeveral(scene, token, rule) || headsPart(scene, token, head, rule)
        // "The Lions belong to the Joint Command": a group is part of a wider one
        const body = /^(group|organisation|public body)$/.test(scene.kindOf(subject) ?? '')
        const joined = rule.word === 'belong' && body && scene.trees.tags[subject].xpos !== 'NNS'
        const { property } = several ? MEMBER : joined ? PART : rule
        const [from, to] = rule.reversed ? [head, subject] : [subject, head]
        return {
          property,
          subject: from,
          value: otherThan(scene, from, to),
          valueSpan: scene.referents.phraseOf(namesOf(scene, to)[0]),
          token,
          rule: `${rule.property}/${rule.word}`,
          background,
          ...(rule.bound ? { bound: rule.bound } : {}),
          ...(rule.certainty ? { certainty: rule.certainty } : {}),
        }
      })
  )
}

/** Head words of what a word stands for: "camp" for "it" in "a camp … having run it". */
function lemmasOf({ trees, referents }: RelationScene, i: number): string[] {
  const entity = referents.entityAt(i)
  const mentions = entity < 0 ? [] : referents.entities[entity].mentions
  return [trees.lemma(i), ...mentions.map((mention) => trees.lemma(referents.mentions[mention].head))]
}

/** "Soldiers of the Caliphate" is all one name. */
function isWithinName({ referents }: RelationScene, token: number, head: number): boolean {
  const mention = referents.mentions[referents.mentionAt(token)]
  return mention?.form === 'name' && mention.from <= head && head < mention.to
}

/** "the paper's chief of distribution" leads a part of it at most. */
function headsPart(scene: RelationScene, token: number, head: number, { property }: AnyRule): boolean {
  if (property !== 'leader-of' || scene.trees.tags[token].upos !== 'NOUN' || head > token) return false
  const of = scene.obliques(token, ['of'])
  // "the rebels' chief of staff" commands them, "the president's chief of staff" an office
  if (of.some((at) => scene.trees.lower(at) === 'staff') && scene.isOneOf(head, ['group'])) return false
  // "the police chief of Kolwezi" leads the police there
  return of.some((at) => scene.placeAt(at) === undefined) && scene.trees.head(head) === token
}

const MEMBER = { property: 'member-of' }
const PART = { property: 'part-of' }

/** "a senior Front commander", "a local leader of the Front": one of several, who leads a part of it at most. */
function isOneOfSeveral({ trees }: RelationScene, token: number, { property, word }: AnyRule): boolean {
  if (property !== 'leader-of' || !/^(NOUN|PROPN)$/.test(trees.tags[token].upos)) return false
  const before = trees.children(token).filter((child) => child < token)
  // "vice coordinator of the committee"
  if ([...before, token - 1].some((at) => at >= 0 && /^(vice|deputy|assistant)$/.test(trees.lower(at)))) return true
  const indefinite = trees.tags[token].upos === 'NOUN' && before.some((child) => /^an?$/.test(trees.lower(child)))
  // "a Front commander", "a Front leader"
  const titled = before.some((child) => trees.relation(child) === 'compound' && trees.tags[child].upos === 'PROPN')
  if (indefinite && titled && /^(commander|leader|chief|boss|captain)$/.test(word)) return true
  return (
    indefinite &&
    !/^(head|president|chairman)$/.test(word) &&
    before.some((child) =>
      /^(senior|top|local|regional|field|high|mid|midlevel|low|junior|mid-level)$/.test(trees.lower(child)),
    )
  )
}

function withNamedAmong(scene: RelationScene, head: number): number[] {
  const named = namedAmong(scene, head)
  // "a coalition of militias" tells of none
  return named.length > 0 ? named : scene.trees.tags[head].upos === 'PROPN' || scene.isNamed(head) ? [head] : []
}

const IS_OF_BODIES = /^(member-of|split-from|affiliate-of|part-of)$/
/** A body that fights or rules, or has a name: not "a member of a fishing club", "expelled from school". */
function isBody(scene: RelationScene, i: number): boolean {
  return (
    scene.kindOf(i) === 'group' ||
    scene.words.rulingBodies.has(scene.trees.lemma(i)) ||
    scene.isNamed(i) ||
    scene.trees.tags[i].upos === 'PROPN'
  )
}

/** "Omar was recruited by a preacher" does not tell of himself, though both may have been read as one. */
function otherThan(scene: RelationScene, subject: number, other: number): PropositionValue {
  const { referents, trees, document } = scene
  const same =
    referents.entityAt(subject) >= 0 && referents.entityAt(namesOf(scene, other)[0]) === referents.entityAt(subject)
  const bySelf = /^(NOUN|PROPN)$/.test(trees.tags[other].upos) && trees.head(other) === trees.head(subject)
  if (!same || !bySelf || trees.tags[trees.head(other)]?.upos !== 'VERB') return valueAt(scene, other)
  const { start, end } = referents.phraseOf(other)
  return { type: 'text', text: document.text.slice(start, end) }
}
