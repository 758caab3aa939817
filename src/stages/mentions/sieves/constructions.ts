import { isToldThat } from '../../../document/Clauses.ts'
import { respectively } from '../../../document/respectively.ts'
import type { Sieve, Story } from '../Story.ts'

/** Relative pronouns: "the men [who] fled", "a group [whose] leader died". */
export const relatives: Sieve = (story) => {
  const { candidates, clusters, trees, at } = story
  for (const [i, { pronoun, head }] of candidates.entries()) {
    if (pronoun !== 'relative') continue
    for (let up = trees.head(head), steps = 0; up >= 0 && steps < 6; up = trees.head(up), steps++) {
      if (trees.relation(up) !== 'acl:relcl') continue
      if (isToldThat(trees, trees.head(up), up)) break
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
    // "the 15-year-old and the 16-year-old, an Afghan and a Dane": to each his own
    const own = respectively(trees, head)
    const described = own === undefined ? undefined : at.get(own)
    if (described !== undefined) {
      if (clusters.compatible(described, i)) clusters.merge(described, i, 'apposition')
    } else if (trees.plainRelation(head) === 'appos') {
      // The tree sometimes hangs it on the comma before.
      const above = trees.head(head)
      const other = at.get(trees.tags[above]?.upos === 'PUNCT' ? trees.head(above) : above)
      if (other !== undefined && mayBeOne(story, other, i)) clusters.merge(other, i, 'apposition')
    }
    const called = calledBy(story, head)
    if (called !== undefined && clusters.compatible(called, i)) clusters.merge(called, i, 'alias')
  }
  betweenCommas(story)
  endOfList(story)
  parentheses(story)
  alsoKnownAs(story)
  placesOf(story)
}

/** "[Omar], [an 18-year-old who left school], said": an apposition that the tree has missed. */
function betweenCommas(story: Story): void {
  const { candidates, trees } = story
  const beginning = new Map(
    candidates.flatMap(({ form, from }, i) => (form === 'description' ? [[from, i] as const] : [])),
  )
  for (const [i, { form, to, kind, sentence }] of candidates.entries()) {
    if (form !== 'name' || kind === 'place') continue
    // "the [Trade Watch] (TW), [a local monitor], said"
    const end = to + 3 < trees.length && trees.lower(to) === '(' && trees.lower(to + 2) === ')' ? to + 3 : to
    if (end + 1 >= trees.length || trees.lower(end) !== ',') continue
    const j = beginning.get(end + 1)
    if (j === undefined || story.clusters.same(i, j)) continue
    const other = candidates[j]
    if (other.sentence !== sentence || other.introduction === 'bare' || other.introduction === 'possessive') continue
    if (other.to < trees.length && !/^(,|[.;]|who|which)$/.test(trees.lower(other.to))) continue
    if (/^(and|or)$/.test(trees.lower(Math.min(trees.length - 1, other.to + 1)))) continue
    if (other.number === 'singular' && mayBeOne(story, i, j)) story.clusters.merge(i, j, 'apposition')
  }
}

/** "a priest and [a Dutch nurse], [Ana Smit], fled": behind the "and" no third one follows. */
function endOfList({ candidates, clusters, trees }: Story): void {
  for (const [i, { form, from, to, kind }] of candidates.entries()) {
    if (form !== 'name' || kind !== 'person' || from < 2 || trees.lower(from - 1) !== ',') continue
    if (to >= trees.length || !/^[,.;]$/.test(trees.lower(to))) continue
    const before = endingAt(candidates, i, from - 1)
    const other = candidates[before]
    if (other?.form !== 'description' || other.number !== 'singular' || other.kind !== 'person') continue
    const joined = trees.children(other.head).some((child) => /^(and|or)$/.test(trees.lower(child)))
    if (joined && clusters.compatible(before, i)) clusters.merge(before, i, 'apposition')
  }
}

/** "the town of [Sfax]", "the region of [Gafsa]" */
function placesOf({ candidates, clusters, trees, at }: Story): void {
  for (const [i, { kind, form, from, head }] of candidates.entries()) {
    if (form !== 'name' || kind !== 'place' || from < 2 || trees.lower(from - 1) !== 'of') continue
    const whole = at.get(from - 2)
    if (whole === undefined || candidates[whole].kind !== 'place' || candidates[whole].number !== 'singular') continue
    if (
      !/^(town|city|village|province|region|district|county|state|island|governorate|republic|municipality|territory|port|capital|suburb|neighbou?rhood|area|valley|hamlet|settlement|enclave|prefecture|kingdom)$/.test(
        candidates[whole].lemma,
      )
    )
      continue
    if (trees.head(head) === from - 2) clusters.merge(whole, i, 'place-of')
  }
}

function mayBeOne({ candidates, clusters, trees }: Story, i: number, j: number): boolean {
  const [a, b] = [candidates[i], candidates[j]]
  if (a.form === 'pronoun' || b.form === 'pronoun') return false
  // "Sfax, Tunisia": a place in a place. "Haddad, Diallo and Soto": a list that the tree missed.
  if (a.form === 'name' && b.form === 'name') return false
  if (a.kind === 'place' && b.kind === 'place' && a.form === 'name' && b.introduction === 'bare') return false
  // "a bridge in Gulu, Delta Radio reported": a place and who speaks, with a name between them.
  if (/^(place|facility)$/.test(a.kind ?? '') && b.form === 'name' && hasName(trees, a.to, b.from)) return false
  if (a.number !== b.number && (a.kind === 'person' || b.kind === 'person')) return false
  if (trees.children(b.head).some((child) => trees.plainRelation(child) === 'cc')) return false
  return clusters.compatible(i, j)
}

const hasName = (trees: Story['trees'], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (trees.tags[i].upos === 'PROPN') return true
  return false
}

/** "a group called Jund al Sham": the noun right before a participle of naming, or the one that it hangs on. */
function calledBy({ trees, at, candidates }: Story, name: number): number | undefined {
  const verb = trees.head(name)
  if (verb < 1 || verb > name || !/^(call|name|dub|nickname|style|brand)$/.test(trees.lemma(verb))) return undefined
  if (trees.plainRelation(verb) !== 'acl') return undefined
  const noun = at.get(verb - 1) ?? at.get(trees.head(verb))
  return noun !== undefined && candidates[noun].head < verb ? noun : undefined
}

/** "[Jund al Sham] ([Soldiers of the Levant])", "the [National Trade Office] ([NTO])" */
function parentheses({ candidates, clusters, trees }: Story): void {
  for (const [i, { from, form, kind }] of candidates.entries()) {
    if (form !== 'name' || from < 2 || trees.lower(from - 1) !== '(' || trees.lower(candidates[i].to) !== ')') continue
    const before = endingAt(candidates, i, from - 1)
    if (before < 0) continue
    const other = candidates[before]
    if (kind === 'place' || other.kind === 'place' || kind === 'person' || other.kind === 'person') continue
    if (clusters.compatible(before, i)) clusters.merge(before, i, 'alias')
  }
}

/** The last mention before `i` that ends right before token `to`; only what is near is looked at. */
function endingAt(candidates: Story['candidates'], i: number, to: number): number {
  for (let j = i - 1; j >= 0 && j >= i - 12; j--)
    if (candidates[j].to === to && candidates[j].form !== 'pronoun') return j
  return -1
}

/** "[The NTO], also known as [the Trade Office]", "[Karim Haddad], alias [Abu Tariq]" */
function alsoKnownAs({ candidates, clusters, trees }: Story): void {
  const nameAt = new Map<number, number>()
  for (const [i, { from, to, form }] of candidates.entries()) {
    if (form === 'name') for (let token = from; token < to; token++) nameAt.set(token, i)
  }
  for (let i = 0; i < trees.length - 2; i++) {
    const word = trees.lower(i)
    let after = 0
    if (word === 'known' && trees.lower(i + 1) === 'as') after = i + 2
    else if (/^(alias|aka|a\.k\.a\.?|formerly|dubbed)$/.test(word)) after = i + 1
    if (after === 0 || trees.tokens[i].sentence !== trees.tokens[after].sentence) continue
    if (/^(a|an)$/.test(trees.lower(after))) continue
    if (/^(the|by)$/.test(trees.lower(after))) after++
    const alias = nameAt.get(after)
    if (alias === undefined) continue
    let before = i - 1
    while (
      before > 0 &&
      /^(,|also|better|who|which|is|was|are|were|then|widely|commonly|previously|\(|once)$/.test(trees.lower(before))
    )
      before--
    const whole = endingAt(candidates, alias, before + 1)
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
