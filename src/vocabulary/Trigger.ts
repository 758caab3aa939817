import { z } from 'zod'
import { Frame } from './IncidentType.ts'

/**
 * What a trigger word needs beside it before it is read as an incident. An ambiguous verb ("hit", "seized", "planted")
 * says nothing alone: its object or subject decides.
 */
export const TriggerNeed = z.enum([
  'target',
  'person',
  'thing',
  'person-or-place',
  'person-subject',
  'people',
  'people-moved',
  'device',
  'device-object',
  'shell-object',
  'weapon-object',
  'captive',
  'captive-subject',
  'territory',
  'closable',
  'law-object',
  'security-object',
  'group-object',
  'group-or-activity',
  'fighter',
  'border',
  'armed',
  'authority',
  'violent',
  'into',
  'into-people',
  'public',
  'public-agent',
  'party',
  'public-pair',
  'office-agent',
  'protesters',
  'armed-or-troops',
  'party-agent',
  'deployed',
  'leave-clause',
  'helped',
  'own-arms',
  'armed-party',
  'refused',
  'ruled-out',
  'given',
  'laden',
  'unarmed-agent',
  'discharged',
  'must-clause',
  'foretold',
  'joint',
  'sacked',
  'kept',
  'or-else',
  'asked-by',
  'done-by',
  'on-condition',
  'police-agent',
  'at-once',
  'armed-object',
  'veiled',
  'recruiters',
  'enlisting',
  'outlaw',
  'mine',
])
export type TriggerNeed = z.infer<typeof TriggerNeed>

/**
 * What stands beside the word, where it is not what such a place usually holds: in "recalled its envoy from Minsk" the envoy is
 * part of the deed and Minsk is whom it is done to. `whose`: itself if it is somebody, or else whose it is: "condemned the
 * [army's] attack"; `owner`: the same, and itself where nobody owns it: "the offices of [a union]"; `reached`: of "access to the app", the app; `otherwise`: the object only
 * where no other phrase names whom it is done to: "seized the files", "seized the files from the mayor".
 */
export const Taken = z.enum(['agent', 'patient', 'recipient', 'with', 'whose', 'owner', 'reached', 'otherwise', 'none'])
export type Taken = z.infer<typeof Taken>

/** A word that may speak of an incident: a lemma, or lemmas with single spaces ("blow up", "car bomb"). */
export const Trigger = z.strictObject({
  word: z.string().regex(/^[^A-Z]+$/, 'triggers are lemmas in lower case'),
  as: z.enum(['verb', 'noun', 'phrase']),
  type: z.string().describe('key of the vocabulary incident-types'),
  stage: z.string().optional().describe('key of the vocabulary stages, where the word alone says it'),
  weight: z.number().min(0).max(1).default(1).describe('how often the word speaks of such an incident in news'),
  needs: z.array(TriggerNeed).optional(),
  subject: z
    .enum(['patient', 'instrument'])
    .optional()
    .describe('what the subject of the active verb is, where it is not the agent: "two men died", "a bomb exploded"'),
  effect: z.enum(['killed', 'wounded']).optional().describe('property that counts its patients'),
  with: z.array(z.string()).optional().describe('words one of which must stand beside it'),
  takes: z
    .record(z.string(), Taken)
    .optional()
    .describe('what its object, or the phrase with that preposition, is in the event'),
  frame: Frame.optional().describe('where the word turns the frame of its type round: "join"'),
  notWith: z.array(z.string()).optional().describe('words beside it with which it does not'),
})
export type Trigger = z.infer<typeof Trigger>
