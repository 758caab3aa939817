/** One figure of a table: where the scorer's JSON has it, what is known from others, and whether less is better. */
export interface Figure {
  readonly label: string
  readonly path: readonly string[]
  readonly known?: string
  readonly lessIsBetter?: boolean
  /** the scorer gives it in per cent already */
  readonly percent?: boolean
}

/** One gold file of the accuracy tables, how it is scored, and how many documents the quick check takes of it. */
export interface Table {
  readonly name: string
  readonly scorer: string
  readonly gold: string
  readonly sample: number
  readonly figures: readonly Figure[]
}

const f1 = (label: string, known?: string, key = label): Figure => ({ label, path: [key, 'f1'], known })

const syntax = (name: string, sample: number, known: readonly string[]): Table => ({
  name: `syntax ${name}`,
  scorer: 'syntax/score.mjs',
  gold: `syntax/dev/${name}.jsonl`,
  sample,
  figures: ['sentences', 'words', 'upos', 'UAS', 'LAS'].map((label, index) => f1(label, known[index])),
})

const time = (name: string, sample: number, known: readonly string[]): Table => ({
  name: `time ${name}`,
  scorer: 'time/score.mjs',
  gold: `time/dev/${name}.jsonl`,
  sample,
  figures: ['strict', 'relaxed', 'value', 'type'].map((label, index) => f1(label, known[index])),
})

const place = (name: string, sample: number, known: readonly string[]): Table => ({
  name: `place ${name}`,
  scorer: 'place/score.mjs',
  gold: `place/dev/${name}.jsonl`,
  sample,
  figures: [
    f1('recognition strict', known[0]),
    f1('recognition overlap', known[1]),
    f1('end to end, overlap', known[2], 'end to end @161km, overlap'),
    { label: 'accuracy@161km', path: ['resolution', 'accuracy161', 'value'], known: known[3] },
  ],
})

const certainty = (name: string, sample: number, mae: string): Table => ({
  name: `certainty ${name}`,
  scorer: 'certainty/score.mjs',
  gold: `certainty/dev/${name}-dev.jsonl`,
  sample,
  figures: [
    { label: 'MAE', path: ['mae'], known: mae, lessIsBetter: true },
    { label: 'r', path: ['r'], known: 'constant 0' },
  ],
})

/** Every table with gold answers, the figures read off it, and the baselines of its README. */
export const TABLES: readonly Table[] = [
  syntax('ewt', 60, [
    'wink 88.8',
    'wink 96.7',
    'wink 88.0',
    'prototype, gold words 84.8',
    'prototype, gold words 81.0',
  ]),
  syntax('gum', 5, ['wink 97.1', 'wink 99.2', 'wink 91.9', 'prototype, gold words 86.0', 'prototype, gold words 83.1']),
  {
    name: 'names',
    scorer: 'names/score.mjs',
    gold: 'names/dev/dev.jsonl',
    sample: 20,
    figures: [
      f1('person', 'prototype 87'),
      f1('group', 'prototype 73'),
      f1('place', 'prototype 84'),
      f1('person+group+place', 'prototype 82'),
      f1('all', 'prototype 81'),
    ],
  },
  time('timebank', 40, ['chrono-node 57.6', 'chrono-node 71.0', 'chrono-node 47.9', 'chrono-node 63.4']),
  time('aquaint', 12, ['chrono-node 72.8', 'chrono-node 82.8', 'chrono-node 63.4', 'chrono-node 75.8']),
  time('wikiwars', 4, ['chrono-node 58.6', 'chrono-node 70.6', 'chrono-node 33.1', 'chrono-node 65.0']),
  place('lgl', 60, ['by population 56.3', 'by population 71.0', 'by population 45.5', 'by population 65.0']),
  place('gwn', 30, ['by population 62.8', 'by population 77.4', 'by population 56.8', 'by population 76.0']),
  {
    name: 'attribution',
    scorer: 'attribution/score.mjs',
    gold: 'attribution/dev/dev.jsonl',
    sample: 16,
    figures: [
      f1('source exact', 'quotes + verbs 42.2'),
      f1('source tokens', 'quotes + verbs 39.7'),
      f1('cue exact', 'quotes + verbs 50.8'),
      f1('cue tokens', 'quotes + verbs 38.7'),
      f1('content exact', 'quotes + verbs 31.3'),
      f1('content tokens', 'quotes + verbs 64.0'),
      f1('whole overlap', 'quotes + verbs 48.4'),
    ],
  },
  certainty('uw', 120, 'constant 0.77'),
  certainty('uds-ih2', 300, 'constant 2.26'),
  {
    name: 'coreference',
    scorer: 'coreference/score.mjs',
    gold: 'coreference/dev/dev.jsonl',
    sample: 60,
    figures: ['MUC', 'B3', 'CEAFe', 'CoNLL', 'LEA'].map((label, index) => ({
      label,
      path: ['whole corpus', label, 'f1'],
      known: `same lemma ${[76.0, 61.5, 57.3, 65.0, 47.8][index].toFixed(1)}`,
    })),
  },
]

/** MUC-4 has a form and a scorer of its own; its F is that of all templates, from the raw counts. */
export const MUC4 = {
  name: 'muc4',
  figures: [
    {
      label: 'all templates',
      path: ['f', 'exact'],
      percent: true,
      known: 'best of 1992, other messages 57; prototype 46; median 29',
    },
  ],
} as const satisfies Pick<Table, 'name' | 'figures'>

/** Sentences written for this project, with the events that they tell by hand: `bench/plover/sentences.jsonl`. */
export const PLOVER = {
  name: 'plover',
  figures: [
    { label: 'type', path: ['type'], percent: true },
    { label: 'type + actors', path: ['whole'], percent: true },
  ],
} as const satisfies Pick<Table, 'name' | 'figures'>
