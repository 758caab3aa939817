import type { Scene } from './Scene.ts'

/** "199 dead and [1,400] injured", "12 killed, [40] wounded": a number in a list of the dead. */
export function isListedDead({ trees }: Scene, number: number): boolean {
  if (/^(people|persons|men|women|children)$/.test(trees.lower(number + 2))) return false
  for (let i = number - 1; i > 0 && i > number - 7; i--)
    if (/^(dead|killed)$/.test(trees.lower(i)) && trees.tags[i - 1].upos === 'NUM') return true
  return false
}
