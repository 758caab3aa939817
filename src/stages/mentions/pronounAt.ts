import type { Trees } from '../../document/Trees.ts'
import type { Candidate } from './Candidate.ts'
import type { HeadKinds } from './HeadKinds.ts'
import { PRONOUNS } from './pronounForms.ts'

/** "he", "whose", "themselves" */
export function pronounAt(trees: Trees, kinds: HeadKinds, i: number): Candidate | undefined {
  const entry = PRONOUNS.get(trees.lower(i))
  if (!entry || !/^(PRP|PRP\$|WP|WP\$|WDT|IN)$/.test(trees.tags[i].xpos)) return undefined
  const [pronoun, number, gender] = entry
  // "that" and "which" are pronouns of a relative clause only where one hangs on a noun.
  if (pronoun === 'relative' && !/^(WP|WP\$|WDT)$/.test(trees.tags[i].xpos)) return undefined
  if (trees.tags[i].xpos === 'IN') return undefined
  const possessive = trees.relation(i) === 'nmod:poss'
  return {
    from: i,
    to: i + 1,
    head: i,
    sentence: trees.tokens[i].sentence,
    form: 'pronoun',
    kind: undefined,
    number,
    gender,
    words: [],
    lemma: trees.lower(i),
    modifiers: new Set(),
    introduction: 'bare',
    pronoun: pronoun === 'personal' && possessive ? 'possessive' : pronoun,
    roles: [],
    guess: kinds.at(i),
    by: 'rule:mentions/pronoun',
  }
}
