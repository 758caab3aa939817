import type { Sieve, Story } from '../Story.ts'

/** Relative pronouns: "the men [who] fled", "a group [whose] leader died". */
export const relatives: Sieve = (story) => {
  const { candidates, clusters, trees, at } = story
  for (const [i, { pronoun, head }] of candidates.entries()) {
    if (pronoun !== 'relative') continue
    for (let up = trees.head(head), steps = 0; up >= 0 && steps < 6; up = trees.head(up), steps++) {
      if (trees.relation(up) !== 'acl:relcl') continue
      const noun = at.get(trees.head(up))
      if (noun !== undefined && candidates[noun].head < head) clusters.merge(noun, i, 'relative')
      break
    }
  }
}

/** "Karim Haddad, the mayor", "Jund al Sham (Soldiers of the Levant)", "a group called Ansar", "the NTO, also known as …". */
export const appositions: Sieve = (story) => {
  const { candidates, clusters, trees, at } = story
  for (const [i, candidate] of candidates.entries()) {
    const { head } = candidate
    if (candidate.form === 'pronoun') continue
    if (trees.plainRelation(head) === 'appos') {
      const other = at.get(trees.head(head))
      if (other !== undefined && mayBeOne(story, other, i)) clusters.merge(other, i, 'apposition')
    }
    const called = calledBy(story, head)
    if (called !== undefined && clusters.compatible(called, i)) clusters.merge(called, i, 'alias')
  }
  parentheses(story)
  alsoKnownAs(story)
}

function mayBeOne({ candidates, clusters, trees }: Story, i: number, j: number): boolean {
  const [a, b] = [candidates[i], candidates[j]]
  if (a.form === 'pronoun' || b.form === 'pronoun') return false
  // "Sfax, Tunisia": a place in a place. "Haddad, Diallo and Soto": a list that the tree missed.
  if (a.form === 'name' && b.form === 'name') return false
  if (a.kind === 'place' && b.kind === 'place' && a.form === 'name' && b.introduction === 'bare') return false
  if (a.number !== b.number && (a.kind === 'person' || b.kind === 'person')) return false
  if (trees.children(b.head).some((child) => trees.plainRelation(child) === 'cc')) return false
  return clusters.compatible(i, j)
}

/** "a group called Jund al Sham": the noun that a participle of naming hangs on. */
function calledBy({ trees, at, candidates }: Story, name: number): number | undefined {
  const verb = trees.head(name)
  if (verb < 0 || verb > name || !/^(call|name|know|dub|nickname|style|brand)$/.test(trees.lemma(verb)))
    return undefined
  if (trees.plainRelation(verb) !== 'acl') return undefined
  const noun = at.get(trees.head(verb))
  return noun !== undefined && candidates[noun].head < verb ? noun : undefined
}

/** "[Jund al Sham] ([Soldiers of the Levant])", "the [National Trade Office] ([NTO])" */
function parentheses({ candidates, clusters, trees }: Story): void {
  for (const [i, { from, form, kind }] of candidates.entries()) {
    if (form !== 'name' || from < 2 || trees.lower(from - 1) !== '(' || trees.lower(candidates[i].to) !== ')') continue
    const before = candidates.findLastIndex((other, j) => j < i && other.to === from - 1 && other.form !== 'pronoun')
    if (before < 0) continue
    const other = candidates[before]
    if (kind === 'place' || other.kind === 'place' || kind === 'person' || other.kind === 'person') continue
    if (clusters.compatible(before, i)) clusters.merge(before, i, 'alias')
  }
}

/** "[ISIS], also known as [the Islamic State]", "[Karim Haddad], alias [Abu Tariq]" */
function alsoKnownAs({ candidates, clusters, trees }: Story): void {
  for (let i = 0; i < trees.length - 2; i++) {
    const word = trees.lower(i)
    let after = 0
    if (word === 'known' && trees.lower(i + 1) === 'as') after = i + 2
    else if (/^(alias|aka|a\.k\.a\.?|formerly|dubbed)$/.test(word)) after = i + 1
    if (after === 0 || trees.tokens[i].sentence !== trees.tokens[after].sentence) continue
    if (/^(a|an)$/.test(trees.lower(after))) continue
    if (/^(the|by)$/.test(trees.lower(after))) after++
    const alias = candidates.findIndex(({ from, to, form }) => form === 'name' && from <= after && after < to)
    if (alias < 0) continue
    let before = i - 1
    while (
      before > 0 &&
      /^(,|also|better|who|which|is|was|are|were|then|widely|commonly|previously|\(|once)$/.test(trees.lower(before))
    )
      before--
    const whole = candidates.findIndex(
      ({ from, to, form }) => form !== 'pronoun' && from <= before && before < to && to === before + 1,
    )
    if (whole >= 0 && whole !== alias && candidates[whole].sentence === candidates[alias].sentence) {
      if (clusters.compatible(whole, alias)) clusters.merge(whole, alias, 'alias')
    }
  }
}

/** "Haddad was the mayor", "Ansar is a militia": what the subject is said to be, unless it is denied or only possible. */
export const predicates: Sieve = (story) => {
  const { candidates, clusters, trees, at } = story
  for (const [i, { head, form, kind, number }] of candidates.entries()) {
    if (form === 'pronoun' || trees.child(head, 'cop') < 0) continue
    const subject = at.get(trees.child(head, 'nsubj'))
    if (subject === undefined || candidates[subject].pronoun === 'relative') continue
    if (trees.children(head).some((child) => /^(not|n't|n’t|never|no|longer)$/.test(trees.lower(child)))) continue
    if (trees.children(head).some((child) => trees.tags[child].xpos === 'MD')) continue
    const other = candidates[subject]
    if (other.form !== 'pronoun' && (number !== other.number || other.kind === undefined || kind === undefined))
      continue
    if (other.form === 'name' && form === 'name') continue
    if (clusters.compatible(subject, i)) clusters.merge(subject, i, 'predicate')
  }
}
