import { z } from 'zod'
import { Certainty } from '../model/Certainty.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { WordSet } from './WordSet.ts'

/** What an argument must be: a kind of entity, or a word for a camp or an area that no gazetteer knows. */
const Kinds = z.array(z.string()).min(1)

const Rule = z.strictObject({
  word: z.string(),
  property: z.string().describe('key of the vocabulary properties'),
  subjectKinds: Kinds.optional(),
  valueKinds: Kinds.optional(),
  valueWords: z.array(z.string()).optional().describe('the value must be one of these words: "ran the camp"'),
  with: z
    .array(z.string())
    .optional()
    .describe('words below it of which one must be there: "pledged allegiance to", "a founding member of"'),
  bound: z.enum(['starts', 'ends']).optional().describe('what a time at it bounds: "expelled in 2009" ends'),
  certainty: Certainty.optional().describe('where the word itself is less than sure'),
  reversed: z
    .boolean()
    .optional()
    .describe('the relation runs from the value: the killer of X tells that X was killed by'),
  example: z.string(),
  nearMiss: z.string(),
})

/** A word, lemma, that relates what stands on both sides of it; each with a sentence in which it does and one in which not. */
export const VerbRule = Rule.extend({
  subject: z.enum(['agent', 'patient']),
  value: z.union([z.enum(['agent', 'patient']), z.array(z.string()).min(1).describe('prepositions')]),
})
export type VerbRule = z.infer<typeof VerbRule>

export const WordRule = Rule.extend({
  value: z.array(z.string()).min(1).describe('prepositions'),
})
export type WordRule = z.infer<typeof WordRule>

/** A noun for what happens between the two: "his trip to X", "the murder of X by Y", "X's ban on Y". */
export const EventNounRule = Rule.extend({
  subject: z.array(z.string()).min(1).describe('prepositions, or "poss" for whose it is'),
  value: z.array(z.string()).min(1).describe('prepositions, or "poss"'),
})
export type EventNounRule = z.infer<typeof EventNounRule>

/** A noun that relates within a phrase, with the preposition before it. */
export const PhraseRule = WordRule.extend({ preposition: z.string() })
export type PhraseRule = z.infer<typeof PhraseRule>

export const RelationWords = z.strictObject({
  verbs: z.array(VerbRule),
  adjectives: z.array(WordRule),
  nouns: z.array(WordRule),
  eventNouns: z.array(EventNounRule),
  wars: z.array(z.strictObject({ word: z.string(), property: z.string() })).describe('"the war between X and Y"'),
  hyphenated: z
    .array(z.strictObject({ word: z.string(), property: z.string(), reversed: z.boolean().optional() }))
    .describe('"the Goma-based network", "a Haddad-led militia"'),
  memberNouns: WordSet.describe('what somebody is in a group: "the rebels’ judge"'),
  phrases: z.array(PhraseRule).describe('"at the helm of X", "in the ranks of X"'),
  groupWords: WordSet.describe('first or last words of the names of groups: "jaysh", "brigade"'),
  ties: WordSet.describe('"has ties to the group"'),
  relatives: WordSet.describe('"his brother Amadou"'),
  camps: WordSet.describe('where one can train or hide though no gazetteer knows it: "a camp in the desert"'),
  parts: WordSet.describe('what a group has several of: "the armed wing of the movement"'),
  undergone: WordSet.describe(
    'verbs whose participle behind a noun is passive however it is tagged: "Omar, wanted in Spain"',
  ),
  namedUnits: WordSet.describe('last words of the names of units: "the 5th Brigade of the Lions"'),
  ledUnits: WordSet.describe(
    'what somebody may head though no mention of it was read: "the commander of the regiment"',
  ),
  deaths: WordSet.describe('what happens at the hands of somebody'),
  intentions: WordSet.describe('what stands below one of these need not have happened: "plans to fund the militia"'),
  institutions: WordSet.describe('of the names of bodies that are no armed group: "the Court of Appeal"'),
  forces: WordSet.describe('whose they are, leads them: "Haddad’s militia"'),
  presentVerbs: WordSet.describe('who does so somewhere is there: "300 fighters are hiding in the valley"'),
  countedUnits: WordSet.describe('what so many belong to: "a camp of 30 men"'),
  noOffices: WordSet.describe('nouns beside a person’s name that tell no office: "the man, Omar Haddad"'),
  rulingBodies: WordSet.describe('bodies without a name that one can be a member of: "the navy"'),
  weapons: WordSet.describe('by which somebody is killed, but who are nobody: "killed by rocket launchers"'),
  strikes: WordSet.describe('in which somebody dies by a hand: "died in a drone strike by American forces"'),
  servingVerbs: WordSet.describe('who does so as something is it: "served as spokesman"'),
  notHeld: WordSet.describe('what is their object did not take place: "cancelled its trip to Libya"'),
  hedges: z
    .record(z.string(), Certainty)
    .transform((list): ReadonlyMap<string, Certainty> => new Map(Object.entries(list)))
    .describe('words over a relation that make it less than sure: "allegedly trained"'),
})
export type RelationWords = z.output<typeof RelationWords>

export const parseRelationWords = (json: string, file: string): RelationWords =>
  parseVocabularyFile(RelationWords, json, file)
