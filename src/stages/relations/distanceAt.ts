import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'

/** "The camp is 40 miles (64 kilometers) from the border": how far, and from what. */
export function distanceAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  const here = scene.referents.quantityAt(i)
  return (here === undefined ? [] : [here]).flatMap((quantity) => {
    if (quantity.value.type !== 'distance' || i < quantity.from || i >= quantity.to || headOf(scene, quantity) !== i)
      return []
    const clause = clauseOf(scene, i)
    const beside = placeBeside(scene, quantity.from)
    const top = beside >= 0 ? beside : topPlace(scene, quantity.from)
    const own = clause < 0 ? -1 : trees.child(clause, 'nsubj')
    const subject = top >= 0 || clause < 0 ? top : own >= 0 ? own : lyingAt(scene, clause)
    if (subject < 0) return []
    const from = [i, ...(clause < 0 ? [] : [clause, ...trees.children(clause)])].flatMap((at) =>
      scene.obliques(at, ['from', 'of', 'outside']),
    )[0]
    if (from === undefined && quantity.value.from === undefined) return []
    const value =
      from === undefined || quantity.value.from !== undefined
        ? quantity.value
        : { ...quantity.value, from: phraseText(scene, from) }
    return [
      {
        property: 'distance-from',
        subject: scene.referents.antecedent(subject),
        value,
        valueSpan: quantity,
        token: clause < 0 ? i : clause,
        rule: 'distance',
      },
    ]
  })
}

/** "camps in the Rugo forest, about 40 kilometres from the border": the place right before, -1 where none stands there. */
function placeBeside(scene: RelationScene, from: number): number {
  const { trees, referents } = scene
  let last = from - 1
  while (last > 0 && trees.tags[last].upos === 'ADV') last--
  if (last > 0 && /^[,(–—]$/.test(trees.lower(last))) last--
  if (last < 0 || !/^(?:NOUN|PROPN)$/.test(trees.tags[last].upos)) return -1
  const head = referents.mentions[referents.mentionAt(last)]?.head ?? last
  const place = /^(?:place|facility)$/.test(scene.kindOf(head) ?? '') || scene.words.camps.has(trees.lemma(head))
  return place && referents.entityAt(head) >= 0 ? head : -1
}

const LIES = /^(lie|sit|stand)$/

/** The subject of "lies"; in "the camp where they train lies …", read as a second relative clause, what both hang on. */
function lyingAt(scene: RelationScene, verb: number): number {
  const { trees } = scene
  const own = trees.child(verb, 'nsubj')
  if (own >= 0) return own
  return trees.plainRelation(verb) === 'acl' ? trees.head(verb) : -1
}

function phraseText(scene: RelationScene, head: number): string {
  const { start, end } = scene.referents.phraseOf(head)
  return scene.document.text.slice(start, end)
}

/** "The place where they met, near Gulu, is 60 miles from …", read as a sentence without a verb: the place on top of it. */
function topPlace(scene: RelationScene, from: number): number {
  const { trees } = scene
  let verb = from - 1
  while (verb > 0 && trees.tags[verb].upos === 'ADV') verb--
  if (verb < 0 || !/^(is|was|are|were|lies|lay|stands|stood|sits)$/.test(trees.lower(verb))) return -1
  let top = from
  for (let steps = 0; trees.head(top) >= 0 && steps < 12; steps++) top = trees.head(top)
  return top < verb && /^(place|facility)$/.test(scene.kindOf(top) ?? '') ? top : -1
}

function headOf(scene: RelationScene, { from, to }: { from: number; to: number }): number {
  for (let i = from; i < to; i++) {
    const head = scene.trees.head(i)
    if (head < from || head >= to) return i
  }
  return from
}

/** The word with the subject: the unit itself in "is 40 miles from", the verb in "lies 40 miles from". */
function clauseOf(scene: RelationScene, i: number): number {
  const { trees } = scene
  for (let at = i, steps = 0; at >= 0 && steps < 4; at = trees.head(at), steps++) {
    if (trees.child(at, 'nsubj') >= 0 || (LIES.test(trees.lemma(at)) && lyingAt(scene, at) >= 0)) return at
  }
  return -1
}
