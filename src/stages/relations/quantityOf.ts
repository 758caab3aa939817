import type { Count, TextValue } from '../../model/Value.ts'
import { isBareShare } from './carried.ts'
import type { RelationScene } from './RelationScene.ts'

const VAGUE = /^(most|many|some|few|several|numerous|countless|half|part|much|majority|minority|handful|number|scores)$/

/** Of how many a relation is told: "several dozen of its men", "most fighters"; not of "the five suspects", who are all of them. */
export function quantityOf(scene: RelationScene, subject: number, token: number): Count | TextValue | undefined {
  const { trees, referents, document } = scene
  const mention = referents.mentionAt(subject)
  if (mention < 0 || referents.mentions[mention].form === 'name') return undefined
  const share = trees.children(token).find((child) => child < token && isBareShare(referents, child))
  if (share !== undefined && share !== subject) {
    const { start } = trees.tokens[trees.left(share)]
    return { type: 'text', text: document.text.slice(start, trees.tokens[share].end) }
  }
  const many = inTheirHundreds(scene, subject, token)
  if (many !== undefined) return many
  // "a handful of students", read as one phrase
  const itself = VAGUE.test(trees.lemma(subject)) && scene.obliques(subject, ['of']).length > 0
  if (itself)
    return {
      type: 'text',
      text: document.text.slice(trees.tokens[firstOf(trees, subject)].start, trees.tokens[subject].end),
    }
  const whole = trees.head(subject)
  if (whole >= 0 && trees.head(whole) === token && scene.preposition(subject) === 'of' && isAtLeastOne(trees, whole))
    return { type: 'text', text: document.text.slice(trees.tokens[trees.left(whole)].start, trees.tokens[whole].end) }
  // "one of the cell"
  if (
    /^NNP?$/.test(trees.tags[subject].xpos) &&
    referents.entities[referents.mentions[mention].entity].kind === 'group'
  )
    return undefined
  const over = trees.head(subject)
  // "none of the groups operating there": of how many is told of another verb
  const within = trees.head(token) === subject && /^(acl|amod)$/.test(trees.plainRelation(token))
  const isPart =
    !within &&
    over >= 0 &&
    trees.plainRelation(subject) === 'nmod' &&
    scene.preposition(subject) === 'of' &&
    isAmount(scene, over)
  const own = referents.quantityAt(subject)
  const above = isPart ? referents.quantityAt(over) : undefined
  const quantity = own?.head === subject ? own : above?.head === over && above.from <= over ? above : undefined
  const definite = trees
    .children(subject)
    .some(
      (child) =>
        child < subject &&
        (/^(the|these|those|this|both)$/.test(trees.lower(child)) || trees.relation(child) === 'nmod:poss'),
    )
  if (quantity?.value.type === 'count' && (isPart || !definite || (!within && quantity.from < trees.left(subject))))
    return quantity.value
  const vague = isPart
    ? over
    : trees.children(subject).find((child) => child < subject && VAGUE.test(trees.lower(child)))
  if (vague === undefined || (!isPart && definite)) return undefined
  const words = trees.children(vague).filter((child) => child < vague && trees.plainRelation(child) !== 'case')
  const from = Math.min(vague, ...words)
  return { type: 'text', text: document.text.slice(trees.tokens[from].start, trees.tokens[vague].end) }
}

/** The first word of a phrase behind its preposition. */
function firstOf(trees: RelationScene['trees'], i: number): number {
  let from = trees.left(i)
  while (from < i && trees.plainRelation(from) === 'case') from++
  return from
}

const isAmount = ({ trees, referents }: RelationScene, i: number): boolean =>
  VAGUE.test(trees.lower(i)) || referents.quantityAt(i) !== undefined

/** "at least one of the cell"; "one of the founders" is one of them, told by name. */
const isAtLeastOne = (trees: RelationScene['trees'], i: number): boolean =>
  trees.lower(i) === 'one' && trees.children(i).some((child) => trees.lower(child) === 'least')

/** "members, perhaps in their hundreds, crossed the border" */
function inTheirHundreds(scene: RelationScene, subject: number, token: number): TextValue | undefined {
  const { trees, document } = scene
  const phrase = [token, subject]
    .flatMap((at) => trees.children(at))
    .find((at) => /^(hundred|thousand|dozen|score|ten)$/.test(trees.lemma(at)) && scene.preposition(at) === 'in')
  if (phrase === undefined) return undefined
  let from = trees.left(phrase)
  while (trees.tags[from].upos === 'PUNCT') from++
  return { type: 'text', text: document.text.slice(trees.tokens[from].start, trees.tokens[phrase].end) }
}
