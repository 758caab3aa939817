import { subjectOf } from '../../document/Clauses.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'
import { possessorOf } from './sideOf.ts'

/** "issued a statement saying it had done it": who says so, where no attribution was read. */
export function withSpeaker(scene: Scene, reading: Responsibility): Responsibility {
  const { trees } = scene
  for (let i = reading.verb, steps = 0; trees.head(i) >= 0 && steps < 3; i = trees.head(i), steps++) {
    const above = trees.head(i)
    if (!/^(ccomp|xcomp|advcl|acl)$/.test(trees.plainRelation(i))) return reading
    if (!/^(say|announce|declare|insist|maintain|acknowledge|admit|assert|claim|boast)$/.test(trees.lemma(above)))
      continue
    const speaker = speakerOf(scene, above)
    if (speaker < 0) return reading
    const own = /^(it|they)$/.test(trees.lower(reading.who)) || possessorOf(scene, reading.who) >= 0
    return own && !/^(blamed|suspected)$/.test(reading.rule)
      ? { ...reading, who: speaker, speaker, act: reading.polarity === 'denied' ? 'denies' : 'claims-responsibility' }
      : { ...reading, speaker }
  }
  return reading
}

/** The subject of a verb of saying; of "posted a statement saying" who posted it. */
function speakerOf(scene: Scene, verb: number): number {
  const { trees } = scene
  const { messages, media } = scene.lexicons.responsibilityWords
  let who = subjectOf(trees, verb).head
  for (
    let i = verb, steps = 0;
    who >= 0 && steps < 4 && (messages.has(trees.lemma(who)) || media.has(trees.lemma(who)));
    steps++
  ) {
    i = trees.head(i)
    if (i < 0) return -1
    if (trees.tags[i].upos === 'VERB') who = subjectOf(trees, i).head
  }
  return who
}
