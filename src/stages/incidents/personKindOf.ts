import type { Referents } from '../../document/Referents.ts'
import type { KindLexicon } from '../../vocabulary/KindLexicon.ts'

/** What somebody is by the words for him: a key of the actor kinds, and whether he only was it once. */
export interface PersonKind {
  readonly kind: string
  readonly former: boolean
}

interface KindLexicons {
  readonly actors: KindLexicon
  readonly targets: KindLexicon
}

/** Words that say what somebody is only together with what they are it of. */
const RANKS =
  /^(member|leader|chief|head|official|president|secretary|representative|militant|director|commander|supporter|vice-president|chairman|chairwoman|founder|officer|employee|personnel|worker|staff|coordinator|spokesman|spokeswoman|delegate|founder|chairperson|commissioner|agent|adviser|sympathizer|follower|deputy|cadre|activist)$/

/** Of what kind whoever belongs to such a thing is. */
const BELONGS: Readonly<Record<string, string>> = {
  police: 'police',
  military: 'armed-forces',
  diplomatic: 'diplomats',
  religious: 'clergy',
  education: 'educators',
  media: 'journalists',
  health: 'health-workers',
}

const PARTY =
  /^(party|movement|convergence|democracy|coalition|opposition|socialist|communist|congressional|politburo)$/
const UNION = /^(union|federation|confederation|labor|labour|trade|peasant|student|cooperative|community)$/
const COURT = /^(court|tribunal|justice|judicial|legal|prosecutor|judiciary)$/
const ARMY = /^(army|armed|military|navy|battalion|brigade|regiment|infantry)$/
const FORMER = /^(former|ex|ex-.*|retired|one-time|onetime|late)$/

/**
 * The finest kind that a phrase gives to whomever it describes: "a former judge" of the judiciary, once; "a leader of the party" a
 * politician, "a leader of the bakers' union" none.
 */
export function personKindOf(referents: Referents, lexicons: KindLexicons, head: number): PersonKind | undefined {
  const { trees } = referents
  const { sentence } = trees.tokens[head]
  const wordAt = (word: string) => (before: number) => {
    const at = head - before
    if (at < 0 || trees.tokens[at].sentence !== sentence) return undefined
    if (before > 0 && !/^(NOUN|PROPN|ADJ|VERB|NUM|ADP|PART)$/.test(trees.tags[at].upos)) return undefined
    return before === 0 ? word : trees.lower(at)
  }
  const own =
    lexicons.actors.finestKindOf(wordAt(trees.lemma(head))) ?? lexicons.actors.finestKindOf(wordAt(trees.lower(head)))
  const beside = besides(referents, head)
  const former = beside.some((i) => FORMER.test(trees.lower(i)) || FORMER.test(trees.lemma(i)))
  const ranked = RANKS.test(trees.lemma(head)) && !/^(diplomats|private-guards|party-politicians)$/.test(own ?? '')
  const kind = (ranked ? memberKind(referents, lexicons, beside) : undefined) ?? own
  return kind === undefined ? undefined : { kind, former }
}

/** The words before the head and those of what it is "of": "member of [the city's appeals court]". */
function besides({ trees }: Referents, head: number): number[] {
  const found: number[] = []
  const take = (i: number, depth: number): void => {
    found.push(i)
    if (depth > 2) return
    for (const child of trees.children(i)) {
      const relation = trees.plainRelation(child)
      if (/^(amod|compound|flat)$/.test(relation)) take(child, depth + 1)
      else if (relation === 'nmod' && (trees.relation(child) === 'nmod:poss' || trees.preposition(child) === 'of'))
        take(child, depth + 1)
    }
  }
  for (const child of trees.children(head)) {
    const relation = trees.plainRelation(child)
    if (/^(amod|compound|flat|advmod)$/.test(relation) && child < head) take(child, 1)
    else if (
      relation === 'nmod' &&
      (trees.relation(child) === 'nmod:poss' || /^(of|for|in|at)$/.test(trees.preposition(child)))
    )
      take(child, 1)
  }
  // "ex - minister", "retired police general", wherever the tree hangs it
  for (let i = head - 1; i >= 0 && i >= head - 4; i--) {
    if (!/^(NOUN|PROPN|ADJ|PUNCT|X|VERB)$/.test(trees.tags[i].upos) || /^[,.;:()]$/.test(trees.lower(i))) break
    if (!found.includes(i)) found.push(i)
  }
  return found
}

function memberKind(
  { trees }: Referents,
  { actors, targets }: KindLexicons,
  beside: readonly number[],
): string | undefined {
  const words = beside.map((i) => trees.lemma(i))
  if (words.includes('civilian')) return 'civilians'
  if (words.some((word) => UNION.test(word)) && !words.some((word) => PARTY.test(word)))
    return 'unionists-and-activists'
  if (words.some((word) => COURT.test(word))) return 'judiciary'
  if (words.some((word) => word === 'police')) return 'police'
  if (words.some((word) => word === 'embassy' || word === 'consulate' || word === 'diplomatic')) return 'diplomats'
  if (words.some((word) => ARMY.test(word))) return 'armed-forces'
  if (words.some((word) => PARTY.test(word) || /^(political|leftist|rightist|party)$/.test(word)))
    return 'party-politicians'
  for (const i of beside) {
    const thing = targets.kindOf((before) => (before === 0 ? trees.lemma(i) : undefined))
    const kind = thing === undefined ? undefined : BELONGS[thing]
    if (kind !== undefined) return kind
    const actor = actors.finestKindOf((before) => (before === 0 ? trees.lemma(i) : undefined))
    if (actor !== undefined && /^(government|judiciary|police|armed-forces)$/.test(actor)) return actor
  }
  return undefined
}
