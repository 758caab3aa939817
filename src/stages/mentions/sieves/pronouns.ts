import type { Candidate } from '../Candidate.ts'
import type { Sieve, Story } from '../Story.ts'

/** How many sentences back a pronoun looks. */
const REACH = 3
/** What an antecedent must score at least. */
const LEAST = 5.5

/** "[It] is led by a former teacher": where only a body of people can be meant, the most salient one before. */
export const actors: Sieve = (story) => {
  const { candidates, clusters } = story
  for (const [i, candidate] of candidates.entries()) {
    if (candidate.lemma !== 'it' || candidate.form !== 'pronoun' || clusters.linkedBy(i) !== undefined) continue
    if (isEmpty(story, candidate.head) || !isActor(story, candidate)) continue
    const best = bestActor(story, i)
    if (best !== undefined) clusters.merge(best, i, 'actor')
  }
}

function bestActor(story: Story, i: number): number | undefined {
  const { candidates } = story
  const pronoun = candidates[i]
  let best: number | undefined
  let most = LEAST
  for (let j = i - 1; j >= 0; j--) {
    const candidate = candidates[j]
    if (pronoun.sentence - candidate.sentence > REACH) break
    if (!ACTORS.has(candidate.kind ?? 'other')) continue
    if (!agrees(story, i, j) || isBarred(story, pronoun, candidate)) continue
    const score = salience(story, pronoun, j)
    if (score > most) {
      most = score
      best = j
    }
  }
  return best
}

const ACTORS: ReadonlySet<string> = new Set(['group', 'organisation', 'public body'])
const ACTS =
  /^(lead|found|head|command|ban|outlaw|disband|claim|deny|fight|vow|recruit|pledge|split|operate|accuse|announce|warn|threaten|fund|finance|emerge|swear|say)$/

/** "[It] is led by a former teacher", "[It] denied the report": what only a body of people does or undergoes. */
function isActor({ trees }: Story, { head }: Candidate): boolean {
  const verb = trees.head(head)
  if (verb < 0 || !/^nsubj/.test(trees.relation(head)) || trees.tags[verb].upos !== 'VERB') return false
  // "It was said that …", "It is claimed": nobody.
  if (trees.relation(head) === 'nsubj:pass' && /^(claim|deny|say|announce|accuse|vow)$/.test(trees.lemma(verb)))
    return false
  return ACTS.test(trees.lemma(verb))
}

/** Number, gender and kind. */
export function agrees({ candidates, clusters }: Story, i: number, j: number): boolean {
  const { lemma, gender, number } = candidates[i]
  const { kinds, genders, numbers } = clusters.of(j)
  if (kinds.size === 0) return false
  if (gender !== 'unknown')
    return kinds.has('person') && !kinds.has('people') && [...genders].every((other) => other === gender)
  if (number === 'plural') {
    if (kinds.has('person')) return false
    if (kinds.has('people')) return true
    return (
      numbers.has('plural') ||
      kinds.has('group') ||
      kinds.has('organisation') ||
      (kinds.has('public body') && lemma !== 'them')
    )
  }
  return !kinds.has('person') && !kinds.has('people') && !(numbers.has('plural') && !numbers.has('singular'))
}

/** Binding: a pronoun is not the other argument of its own verb, nor what holds it ("[the mother of [her]]"). */
export function isBarred({ trees }: Story, pronoun: Candidate, other: Candidate): boolean {
  if (other.from <= pronoun.from && pronoun.to <= other.to && other.form !== 'name') return true
  if (other.sentence !== pronoun.sentence) return false
  const clause = trees.head(pronoun.head)
  if (pronoun.pronoun === 'reflexive') return trees.head(other.head) !== clause
  if (pronoun.pronoun === 'possessive')
    return trees.dominates(other.head, pronoun.head) && trees.head(pronoun.head) === other.head
  return clause >= 0 && trees.head(other.head) === clause && /^(nsubj|obj|iobj|obl)/.test(trees.relation(other.head))
}

/** Subjects before objects before the rest, near before far, what is often spoken of before what is named once. */
export function salience({ candidates, clusters, trees }: Story, pronoun: Candidate, j: number): number {
  const candidate = candidates[j]
  const cluster = clusters.of(j)
  const relation = trees.plainRelation(candidate.head)
  let score = 6 - 2.2 * (pronoun.sentence - candidate.sentence)
  if (relation === 'nsubj') score += 3
  else if (relation === 'obj') score += 1
  else if (relation === 'nmod' || relation === 'compound') score -= 1
  if (trees.relation(candidate.head) === 'nmod:poss') score += 0.5
  score += Math.min(4, cluster.members.length - 1) * 0.4
  if (candidate.form === 'name') score += 0.6
  if (candidate.form === 'description' && candidate.introduction === 'indefinite') score -= 0.3
  if (candidate.kind === 'place' || candidate.kind === 'facility') score -= pronoun.pronoun === 'possessive' ? 0.5 : 2
  if (pronoun.number === 'plural' && (cluster.kinds.has('organisation') || cluster.kinds.has('public body'))) {
    score -= cluster.numbers.has('plural') ? 0.5 : 2.5
  }
  if (candidate.sentence === pronoun.sentence && quotedApart(trees, candidate.head, pronoun.head)) score -= 5
  if (speaksOf({ trees }, candidate.head, pronoun.head)) score += 2.5
  // Nearness in words settles what is otherwise even.
  return score - Math.min(60, pronoun.from - candidate.from) / 40
}

/** "[Haddad] said that [he] …": the subject of the clause above the pronoun's. */
export function speaksOf({ trees }: Pick<Story, 'trees'>, subject: number, pronoun: number): boolean {
  const verb = trees.head(subject)
  if (verb < 0 || trees.plainRelation(subject) !== 'nsubj') return false
  for (let up = trees.head(pronoun), steps = 0; up >= 0 && steps < 8; up = trees.head(up), steps++) {
    if (trees.head(up) === verb && /^(ccomp|xcomp|advcl|parataxis|conj)$/.test(trees.plainRelation(up))) return true
  }
  return false
}

/** True where one of two words of a sentence stands in a quotation that the other is not in: "I saw a killer," he said. */
function quotedApart(trees: Story['trees'], a: number, b: number): boolean {
  let apart = false
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++)
    if (/^(["“”]|''|``)$/.test(trees.tokens[i].text)) apart = !apart
  return apart
}

/** "It is clear that …", "it rained", "it seems": no one and nothing. */
export function isEmpty({ trees }: Story, it: number): boolean {
  if (/^expl/.test(trees.relation(it))) return true
  const above = trees.head(it)
  if (above < 0) return true
  if (/^(seem|appear|rain|snow|turn|happen|emerge|matter|remain)$/.test(trees.lemma(above))) return true
  const clause = trees
    .children(above)
    .some((child) => /^(csubj|ccomp|advcl|xcomp|acl)$/.test(trees.plainRelation(child)) && child > above)
  return trees.child(above, 'cop') >= 0 && (clause || trees.tags[above].upos === 'ADJ')
}
