import { isListedDead } from './listedDead.ts'
import type { Scene } from './Scene.ts'
import { stateOfWord, type Toll, type TollRule, toll } from './Toll.ts'
import { isAboard } from './takenAlong.ts'
import { numbered, numberOfHarmed, putAt, tollRose } from './tollAsNumber.ts'
import { asManyAs, bodiesOf, claimedLives, died, lost, lostLives, takenAlong, treated } from './tollByVerb.ts'
import {
  among,
  countedDead,
  hungOnState,
  included,
  leftDead,
  leftDeadAtEnd,
  ofTheWhole,
  peopleDead,
} from './tollInState.ts'

/** The ways in which a toll is told; the first that fits holds. */
const RULES: readonly TollRule[] = [
  listedBehind,
  attackers,
  numberOfHarmed,
  putAt,
  tollRose,
  hungOnState,
  countedDead,
  peopleDead,
  bodiesOf,
  lostLives,
  lost,
  claimedLives,
  treated,
  died,
  numbered,
  included,
  ofTheWhole,
  asManyAs,
  leftDeadAtEnd,
  takenAlong,
  leftDead,
  among,
  aboard,
  partOf,
]

/** What the words around a count say became of those counted: "20 dead", "the bodies of seven", "nine were missing". */
export function tollAt(scene: Scene, counted: number): Toll | undefined {
  const { trees } = scene
  // "two more died", "30 others were wounded", where the number hangs on "more"
  const more = trees.tags[counted].upos === 'NUM' && /^(more|others)$/.test(trees.lower(counted + 1)) ? counted + 1 : -1
  const head = more >= 0 && trees.head(counted) === more ? more : counted
  if (head < 0) return undefined
  if (isNobody(scene, head)) return noneHarmed(scene, head)
  for (const rule of RULES) {
    const found = rule(scene, head)
    if (found !== undefined) return found
  }
  return undefined
}

function isNobody({ trees, referents }: Scene, head: number): boolean {
  const none = referents.quantityAt(head)?.value
  return none?.type === 'count' && none.high === 0 && /^(one|nobody|none)$/.test(trees.lower(head))
}

/** "No one was hurt", "nobody was killed" */
function noneHarmed({ trees }: Scene, nobody: number): Toll | undefined {
  const verb = trees.relation(nobody) === 'nsubj:pass' ? trees.head(nobody) : -1
  const word = verb < 0 ? '' : trees.lemma(verb)
  const property = /^(kill|slay|murder)$/.test(word)
    ? 'killed'
    : /^(hurt|harm|injure|wound)$/.test(word)
      ? 'wounded'
      : ''
  return property === '' ? undefined : toll(property, verb, 'none-harmed')
}

/** "stood at 199 dead and 1,400 injured": the word right behind the number says what became of them, wherever the tree hangs it. */
function listedBehind(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const after = head + 1
  const counts =
    trees.tags[head].upos === 'NUM' &&
    after < trees.length &&
    /^(dead|injured|wounded|missing)$/.test(trees.lower(after))
  const word =
    counts && isListedDead(scene, head)
      ? after
      : /^(injured|wounded|missing)$/.test(trees.lower(head)) && isListedDead(scene, head - 1)
        ? head
        : -1
  const state = word < 0 ? undefined : stateOfWord(scene, word)
  return state === undefined ? undefined : toll(state, word, 'number-of-dead')
}

/** "five attackers had fled": how many they were, whatever they do here. */
function attackers({ trees, lexicons }: Scene, head: number): Toll | undefined {
  return lexicons.tollWords.attackers.has(trees.lemma(head)) && trees.tags[head].xpos === 'NNS'
    ? toll('perpetrators', head, 'attackers')
    : undefined
}

/** "hijacked a tanker with 24 crew members aboard", "a boat carrying 12 fishermen" */
function aboard(scene: Scene, head: number): Toll | undefined {
  return isAboard(scene, head) ? toll('abducted', head, 'aboard') : undefined
}

/** "14 dead, including two children"; "six women and four children": what became of the whole or of the first of them. */
function partOf(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const whole = trees.head(head)
  const isIncluded = scene.preposition(head) === 'including'
  if (whole < 0 || !(scene.isPerson(head) || isIncluded)) return undefined
  if (isIncluded && trees.tags[whole].upos === 'VERB') {
    const { states } = scene.lexicons.tollWords
    const word = [head - 2, head - 3, head - 4, head - 5].find(
      (i) => i > whole && states.has(trees.lower(i)) && trees.tags[i].upos === 'ADJ',
    )
    return word === undefined ? undefined : toll(states.get(trees.lower(word))!, word, 'including')
  }
  if (!isIncluded && trees.plainRelation(head) !== 'conj') return undefined
  return /^(NOUN|NUM|PROPN)$/.test(trees.tags[whole].upos) ? tollAt(scene, whole) : undefined
}
