import type { Count } from '../../model/Value.ts'
import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'

/** "the 34-year-old driver", "Yusuf, 18, said", "a farmer aged 52": said of whoever the words hang on. */
export function ageAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (!/^\d/.test(trees.tokens[i].text) && trees.lower(i) !== 'old') return []
  const written = /^(\d{1,3})-?years?-?old$/i.exec(trees.tokens[i].text)
  const from = written ? i : yearsOld(scene, i)
  const years = written ? Number(written[1]) : from >= 0 ? Number(trees.tokens[from].text) : ageInWords(scene, i)
  if (years === undefined || years > 120) return []
  let holder = written || from >= 0 ? i : nameBeforeAge(scene, i)
  for (let steps = 0; holder >= 0 && steps < 4 && !isSomebody(scene, holder); steps++) holder = trees.head(holder)
  if (holder < 0 || !isSomebody(scene, holder)) return []
  const { start } = trees.tokens[Math.max(0, from)]
  const span = { start: from >= 0 ? start : trees.tokens[i].start, end: trees.tokens[i].end }
  const value: Count = {
    type: 'count',
    low: years,
    best: years,
    high: years,
    words: scene.document.text.slice(span.start, span.end),
    of: 'years',
  }
  return [{ property: 'age', subject: holder, value, valueSpan: span, token: i, rule: 'age' }]
}

/** "Olga Brandt, 34, and Samir Aziz, 41, fled": the name right before, whatever the number hangs on. */
function nameBeforeAge({ trees, referents }: RelationScene, i: number): number {
  const before = i > 1 && trees.lower(i - 1) === ',' ? referents.mentionAt(i - 2) : -1
  const mention = before < 0 ? undefined : referents.mentions[before]
  return mention?.form === 'name' && mention.to === i - 1 ? mention.head : i
}

const isSomebody = (scene: RelationScene, i: number): boolean => /^(person|people)$/.test(scene.kindOf(i) ?? '')

/** The number of "34 - year - old", where the words are cut at their hyphens; -1 where it is none. */
function yearsOld(scene: RelationScene, i: number): number {
  const { trees } = scene
  if (trees.lower(i) !== 'old') return -1
  let at = i - 1
  const step = (pattern: RegExp): boolean => {
    if (at >= 0 && /^[-‐–]$/.test(trees.lower(at))) at--
    return at >= 0 && pattern.test(trees.lower(at))
  }
  if (!step(/^years?$/)) return -1
  at--
  return step(/^\d{1,3}$/) ? at : -1
}

/** "Yusuf, 18, said": a number between commas right after a person's name. */
function ageInWords(scene: RelationScene, i: number): number | undefined {
  const { trees } = scene
  if (!/^\d{1,3}$/.test(trees.tokens[i].text) || i < 2 || i + 1 >= trees.length) return undefined
  const before = trees.lower(i - 1)
  if (before === 'aged' || before === 'age') return Number(trees.tokens[i].text)
  if (before !== ',' || trees.lower(i + 1) !== ',') return undefined
  const holder = nameBeforeAge(scene, i)
  return (trees.plainRelation(i) === 'appos' || holder !== i) &&
    scene.kindOf(holder === i ? trees.head(i) : holder) === 'person'
    ? Number(trees.tokens[i].text)
    : undefined
}
