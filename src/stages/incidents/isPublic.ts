import { isNationality } from './isNationality.ts'
import type { Scene } from './Scene.ts'

const PUBLIC_ACTORS = new Set(['armed-group', 'armed-forces', 'police', 'government'])
const PUBLIC_WORDS =
  /^(union|party|opposition|alliance|bloc|leader|chief|negotiator|delegation|movement|commission|council|nations|organi[sz]ation|federation|league|assembly|coalition|committee|congress|court|king|queen|emperor|sultan|pope|pontiff|premier|chancellor|envoy|junta|commander|spokesman|spokeswoman|mediator|representative|state|country|nation|side|capital|power|authority|tribe|clan|charity|inspector|watchdog|agency|conference|church|programme|program|fund|troops|protester|demonstrator|activist|campaigner|follower|supporter|ally|backer|mp|lawmaker|legislator|bishop|cleric|caliphate|monarch|sheikh|ayatollah|captor|hacker|archbishop|patriarch|prelate|imam|elder|chieftain|prosecutor|judge|magistrate|tribunal|legislature|regulator|embassy|kidnapper|dissident|exile|faction|presidency|synod|vatican|monk|trade|guerrillas|consulate|maoist|head|region|chairman|chairwoman|adviser|attorney|rapporteur|bureaucrat|aide|marshal|warden|princess|mufti|rabbi|priest|cardinal|nun|missionary|mosque|diocese|parish|confederation|association|society|guild|chamber|directorate|inspectorate|ngo|foundation|institute|observatory|collective|forum|caucus|lawyer|journalist|academic|expert|observer|monitor|delegate|customs|counterpart|parliamentarian|ministry|secretariat|directorate|office|palace|kremlin|pentagon|elysee|quirinal|mutineer|monarchy|emirate|sheikhdom|sultanate)$/
const PUBLIC_NAME =
  /\b(united|world|international|european|african|arab|asian|human rights|red cross|red crescent|amnesty|national|islamic|liberation|democratic)\b/
/** What works for itself: "the airline's recruiters" */
export const PRIVATE_WORDS =
  /^(company|firm|club|team|airline|maker|studio|label|museum|band|chain|retailer|supplier|producer|manufacturer|carmaker|startup|start-up|publisher|insurer|league|striker|coach|analyst|investor|shareholder|singer|actor|actress|author|fan)$/

/** Somebody whose doings are public affairs: a state by its name or seat, a public body, an armed group, somebody in office. */
export function isPublic(scene: Scene, word: number): boolean {
  const { trees } = scene
  const i = named(scene, word)
  if (PRIVATE_WORDS.test(trees.lemma(i))) return false
  const kind = scene.entityKind(i)
  if (kind === 'public body' || kind === 'group') return true
  if (kind === 'place' && trees.tags[i].upos === 'PROPN') return true
  // "UN", "ECOWAS", "U.S."
  if (kind === 'organisation' && /^(\p{Lu}\.?){2,7}$/u.test(trees.tokens[i].text)) return true
  if (kind === 'organisation' && PUBLIC_NAME.test(phraseText(scene, i))) return true
  const words = [
    i,
    ...trees
      .children(i)
      .filter(
        (child) =>
          /^(compound|flat|appos|amod)$/.test(trees.plainRelation(child)) || trees.relation(child) === 'nmod:desc',
      ),
  ]
  // "Czech customs", "Turkish bulldozers": those of a country; "a Czech nurse" is herself
  const one = scene.isPerson(i) && !trees.tags[i].xpos.endsWith('S')
  if (
    trees.tags[i].upos === 'NOUN' &&
    !one &&
    trees.children(i).some((child) => trees.relation(child) === 'amod' && isNationality(scene, child))
  )
    return true
  // "UN experts"
  if (
    trees.children(i).some((child) => trees.relation(child) === 'compound' && scene.entityKind(child) === 'public body')
  )
    return true
  // "Doctors of the Samaritan League"
  const of = trees
    .children(i)
    .filter((child) => trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'of')
  if (scene.isPerson(i) && of.some((child) => scene.isBody(child))) return true
  return words.some((word) => PUBLIC_ACTORS.has(scene.actorKind(word) ?? '') || PUBLIC_WORDS.test(trees.lemma(word)))
}

/** "The union said [it] was boycotting the vote": whom the pronoun stands for, where the text names or describes them. */
function named({ trees, referents }: Scene, word: number): number {
  const entity = trees.tags[word].upos === 'PRON' ? referents.entityAt(word) : -1
  if (entity < 0) return word
  const mention = referents.entities[entity].mentions
    .map((index) => referents.mentions[index])
    .find(({ form }) => form !== 'pronoun')
  return mention?.head ?? word
}

/** The words of the phrase of a head, in lower case. */
export const phraseText = (scene: Scene, i: number): string => {
  const { start, end } = scene.referents.phraseOf(i)
  return scene.document.text.slice(start, end).toLowerCase()
}
