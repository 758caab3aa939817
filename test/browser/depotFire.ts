import type { Place } from '../../src/model/Place.ts'
import type { Reading } from '../../src/model/Reading.ts'
import { type Report, reportOf } from '../../src/model/Report.ts'
import type { Count, Interval } from '../../src/model/Value.ts'
import { type ByHand, handReading } from './handReading.ts'

const count = (low: number, best: number, high: number | null, words: string): Count => ({
  type: 'count',
  low,
  best,
  high,
  words,
})
const when = (edtf: string, phrase: string): Interval => ({
  type: 'interval',
  edtf,
  phrase,
  anchor: edtf === '' ? { kind: 'unresolved' } : { kind: 'published', value: '2022-11-09' },
})
const place = (name: string, precision: Place['precision'], relation: Place['relation'] = 'at'): Place => ({
  type: 'place',
  name,
  precision,
  relation,
})
const text = (words: string) => ({ type: 'text' as const, text: words })

/**
 * A report in which everything that the page can show occurs: denial, doubt, suspicion, nesting, a protected source,
 * vague values, a relation that was over and held of some.
 */
export const depotFireReport = reportOf({
  title: 'Two accounts of a night at the Harran fuel depot',
  outlet: 'The Lower Reach Courier',
  author: 'Ines Duarte',
  published: '2022-11-09',
  text: `A fire at the Harran fuel depot killed at least eleven people on Monday night, the provincial health office said. The governor put the number of dead at six.

The defence ministry said a drone had struck the depot, and accused the Northern Column of launching it from somewhere across the river. The Northern Column denied that it had attacked the depot in a message on Telegram.

Residents told the health office that they heard two explosions. “The second one threw me against the wall,” said a watchman, who asked not to be named because he still works there.

Some analysts doubt that the Northern Column has drones of that range. The depot may have burned because of an old pipeline, according to a former engineer of the company that runs it and of its predecessor, the Joint Authority for the Storage and Distribution of Fuels in the Lower Provinces.

In the spring, gunmen attacked a convoy near Tell Amar, probably to seize fuel, and several dozen drivers left the region. The “liberated” villages upstream have been silent since. Three of the drivers were killed. The mayor suspects the Wardens, a militia to which an unknown number of guards belonged until 2014.`,
})

const BY_HAND: ByHand = {
  scareQuotes: ['“liberated”'],
  sources: {
    health: { kind: 'organisation', name: 'provincial health office' },
    governor: { kind: 'role', name: 'governor' },
    ministry: { kind: 'organisation', name: 'defence ministry' },
    column: { kind: 'organisation', name: 'Northern Column' },
    residents: { kind: 'unnamed', name: 'residents' },
    watchman: { kind: 'unnamed', name: 'a watchman', protect: 'asked-not-to-be-named' },
    analysts: { kind: 'group', name: 'some analysts' },
    mayor: { kind: 'role', name: 'mayor' },
    engineer: {
      kind: 'unnamed',
      name: 'a former engineer of the company that runs the depot and of its predecessor, the Joint Authority for the Storage and Distribution of Fuels in the Lower Provinces',
    },
  },
  entities: {
    guards: { kind: 'people', name: 'guards', at: 'guards' },
    wardens: { kind: 'group', name: 'Wardens', at: 'Wardens' },
  },
  incidents: {
    fire: { type: 'bombing', label: 'fire at the Harran fuel depot', at: 'fire at the Harran fuel depot' },
    convoy: { type: 'armed-assault', label: 'attack on a convoy', at: 'attacked a convoy' },
  },
  attributions: {
    health: {
      source: 'health',
      at: 'the provincial health office',
      cue: 'said',
      content: 'A fire at the Harran fuel depot killed at least eleven people on Monday night',
    },
    governor: { source: 'governor', at: 'The governor', cue: 'put', content: 'the number of dead at six' },
    ministry: {
      source: 'ministry',
      at: 'The defence ministry',
      cue: 'said|2',
      content: 'a drone had struck the depot',
    },
    accuses: {
      source: 'ministry',
      at: 'The defence ministry',
      cue: 'accused',
      content: 'the Northern Column of launching it from somewhere across the river',
      act: 'accuses',
    },
    denies: {
      source: 'column',
      at: 'The Northern Column',
      cue: 'denied',
      content: 'that it had attacked the depot',
      act: 'denies',
      medium: 'in a message on Telegram',
      polarity: 'denied',
    },
    told: {
      source: 'residents',
      at: 'Residents',
      cue: 'told',
      content: 'that they heard two explosions',
    },
    watchman: {
      source: 'watchman',
      at: 'a watchman',
      cue: 'said|3',
      content: '“The second one threw me against the wall,”',
    },
    doubts: {
      source: 'analysts',
      at: 'Some analysts',
      cue: 'doubt',
      content: 'that the Northern Column has drones of that range',
      act: 'doubts',
      certainty: 'probable',
      polarity: 'denied',
    },
    suspects: {
      source: 'mayor',
      at: 'The mayor',
      cue: 'suspects',
      content: 'the Wardens',
      act: 'believes',
      certainty: 'probable',
    },
    engineer: {
      source: 'engineer',
      at: 'a former engineer of the company that runs it and of its predecessor, the Joint Authority for the Storage and Distribution of Fuels in the Lower Provinces',
      cue: 'according to',
      content: 'The depot may have burned because of an old pipeline',
      certainty: 'possible',
    },
  },
  statements: [
    {
      on: 'fire',
      property: 'killed',
      value: count(11, 11, null, 'at least eleven people'),
      at: ['at least eleven people'],
      by: ['health'],
    },
    { on: 'fire', property: 'date', value: when('2022-11-07', 'Monday night'), at: ['Monday night'], by: ['health'] },
    {
      on: 'fire',
      property: 'place',
      value: place('Harran fuel depot', 'site'),
      at: ['the Harran fuel depot'],
      by: ['health'],
    },
    { on: 'fire', property: 'killed', value: count(6, 6, 6, 'six'), at: ['six'], by: ['governor'] },
    { on: 'fire', property: 'instrument', value: text('a drone'), at: ['a drone'], by: ['ministry'] },
    {
      on: 'fire',
      property: 'perpetrator',
      value: text('the Northern Column'),
      at: ['the Northern Column'],
      by: ['accuses'],
    },
    {
      on: 'fire',
      property: 'origin',
      value: place('across the river', 'region'),
      at: ['somewhere across the river'],
      by: ['accuses'],
      certainty: 'unknown',
      word: 'somewhere',
    },
    {
      on: 'fire',
      property: 'perpetrator',
      value: text('the Northern Column'),
      at: ['had attacked'],
      by: ['denies'],
      polarity: 'denied',
    },
    { on: 'fire', property: 'composition', value: text('two explosions'), at: ['two explosions'], by: ['told'] },
    {
      on: 'fire',
      property: 'perpetrator',
      value: text('the Northern Column'),
      at: ['the Northern Column|2'],
      by: ['doubts'],
      polarity: 'denied',
      certainty: 'probable',
      word: 'doubt',
    },
    {
      on: 'fire',
      property: 'instrument',
      value: text('an old pipeline'),
      at: ['an old pipeline'],
      by: ['engineer'],
      certainty: 'possible',
      word: 'may',
    },
    { on: 'convoy', property: 'perpetrator', value: text('gunmen'), at: ['gunmen'] },
    { on: 'convoy', property: 'date', value: when('2022-21~', 'In the spring'), at: ['In the spring'] },
    { on: 'convoy', property: 'place', value: place('Tell Amar', 'town', 'near'), at: ['near Tell Amar'] },
    { on: 'convoy', property: 'target', value: text('a convoy'), at: ['a convoy'] },
    {
      on: 'convoy',
      property: 'response-to',
      value: text('to seize fuel'),
      at: ['to seize fuel'],
      certainty: 'probable',
      word: 'probably',
    },
    {
      on: 'convoy',
      property: 'participants',
      value: count(24, 36, 96, 'several dozen'),
      at: ['several dozen drivers'],
    },
    {
      on: 'guards',
      property: 'member-of',
      value: text('Wardens'),
      at: ['guards belonged'],
      interval: { type: 'interval', edtf: '../2014', phrase: 'until 2014', anchor: { kind: 'none' } },
      quantity: { type: 'text', text: 'an unknown number' },
    },
    {
      on: 'convoy',
      property: 'killed',
      value: { ...count(3, 3, 3, 'Three'), of: 'drivers', category: 'civilians' },
      at: ['Three of the drivers'],
    },
    {
      on: 'convoy',
      property: 'perpetrator',
      value: text('Wardens'),
      at: ['suspects the Wardens'],
      by: ['suspects'],
      certainty: 'probable',
    },
  ],
}

/** The reading of any report with this text, also under another title or outlet. */
export const readDepotFire = (report: Report): Reading => handReading(report, BY_HAND)

export const depotFireReading = readDepotFire(depotFireReport)
