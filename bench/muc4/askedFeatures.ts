import type { Proposition } from '../../src/document/Layers.ts'
import { monthsOld } from '../../src/stages/incidents/monthsOld.ts'
import { OF_INTEREST } from './countries.ts'
import type { Instance } from './Instance.ts'
import type { Message } from './messages.ts'
import type { Phrases } from './Phrases.ts'

/** What the task's relevance rests on (template-doc-part1, "terrorist acts"), in the order of the weights in `asked.json`. */
export const ASKED_FEATURES = [
  'salience',
  'highest salience in the message',
  'instances in the message',
  'mentions',
  'properties told',
  'surest target',
  'surest perpetrator',
  'no target',
  'only fighters hit',
  'state perpetrator',
  'date told',
  'place told',
  'only places abroad',
  'older than two months',
] as const

/** How each instance of one message stands as to `ASKED_FEATURES`. */
export function askedFeatures(phrases: Phrases, instances: readonly Instance[], message: Message): number[][] {
  const salience = instances.map(({ incidents }) =>
    logOdds(Math.max(...incidents.map((incident) => incident.salience ?? 0))),
  )
  return instances.map(({ incidents, propositions }, i) => {
    const told = propositions.filter(({ chance = 1 }) => chance >= DOUBTED)
    const targets = told.filter(isTarget)
    const perpetrators = told.filter(({ property }) => property === 'perpetrator')
    const kinds = targets.map((target) => phrases.actorKindOf(target))
    // where a report is dated from is only probably where it happened
    const own = told.filter(({ by }) => !by.endsWith('/dateline'))
    const lands = own.flatMap(({ property, value }) =>
      property === 'place' && value.type === 'place' && value.country !== undefined ? [value.country] : [],
    )
    const age = monthsOld(message.published, told)
    return [
      salience[i],
      Math.max(...salience),
      Math.min(instances.length, 8),
      Math.min(incidents.flatMap(({ mentions }) => mentions).length, 6),
      new Set(own.map(({ property }) => property)).size,
      surest(propositions.filter(isTarget)),
      surest(propositions.filter(({ property }) => property === 'perpetrator')),
      Number(targets.length === 0),
      Number(kinds.length > 0 && kinds.every((kind) => /^(armed-forces|armed-group|criminals)$/.test(kind ?? ''))),
      Number(perpetrators.some((perpetrator) => STATE.test(phrases.actorKindOf(perpetrator) ?? ''))),
      Number(told.some(({ property }) => property === 'date')),
      Number(lands.length > 0),
      Number(lands.length > 0 && !lands.some((land) => OF_INTEREST.has(land))),
      Number(age !== undefined && age > 2),
    ]
  })
}

/** Below which chance a filler is left out of a slot: chosen on the development messages. */
export const DOUBTED = 0.2
const STATE = /^(armed-forces|police|government)$/

const isTarget = ({ property }: Proposition): boolean => property === 'target' || property === 'victim'
const surest = (list: readonly Proposition[]): number => Math.max(0, ...list.map(({ chance = 0 }) => chance))

const logOdds = (chance: number): number => Math.log(Math.max(chance, 1e-4) / Math.max(1 - chance, 1e-4))
