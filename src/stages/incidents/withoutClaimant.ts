import type { Argument } from './Argument.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/**
 * What stands by a deed that is claimed or blamed, without what the clause says of the claim: of "blamed the attack on the clan" the
 * clan is no target, of "claimed the attack on its Telegram channel" neither is the channel.
 */
export function withoutClaimant(
  scene: Scene,
  { trigger, token }: TriggerMatch,
  args: readonly Argument[],
): readonly Argument[] {
  const { trees, lexicons } = scene
  const { blame, claimVerbs, denyVerbs, shares, media, messages } = lexicons.responsibilityWords
  if (trigger.as !== 'noun') return args
  let verb = trees.head(token)
  // "claimed responsibility for the attack on …", "the blame for the attack"
  if (verb >= 0 && trees.tags[verb].upos === 'NOUN' && shares.has(trees.lemma(verb))) verb = trees.head(verb)
  if (verb < 0) return args
  const lemma = trees.lemma(verb)
  const claimed = claimVerbs.has(lemma) || denyVerbs.has(lemma)
  const blamed = blame.filter((frame) => frame.verb === lemma && frame.what.includes('obj')).map(({ who }) => who)
  if (!claimed && blamed.length === 0) return args
  return args.filter(({ role, head }) => {
    if (!/^(patient|place|into|with)$/.test(role) || head < token) return true
    if (blamed.includes(scene.preposition(head))) return false
    if (!claimed) return true
    const isOwn = trees.children(head).some((child) => /^(its|their|his|her|a|an)$/.test(trees.lower(child)))
    return !(
      (media.has(trees.lemma(head)) || messages.has(trees.lemma(head))) &&
      (isOwn || trees.tags[head].upos === 'PROPN')
    )
  })
}
