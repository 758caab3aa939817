import type { Acts } from './Acts.ts'
import type { AnonymityTerms } from './Anonymity.ts'
import type { AttributionWordLists } from './AttributionWords.ts'
import type { Term } from './Term.ts'
import type { Terms, Vocabulary } from './Vocabulary.ts'

const sentence = (text: string): string => text.replaceAll('|', '\\|')

function termLines(key: string, term: Term, details: readonly string[]): string[] {
  return [
    `### \`${key}\` ${term.label === key ? '' : `· ${term.label}`}`.trimEnd(),
    '',
    sentence(term.definition),
    '',
    ...(term.broader === undefined ? [] : [`- wider: \`${term.broader}\``]),
    ...details.map((detail) => `- ${detail}`),
    ...term.examples.map((example) => `- as in: *${sentence(example)}*`),
    `- but not: *${sentence(term.nearMiss)}*`,
    '',
  ]
}

function section<T extends Term>(
  title: string,
  intro: string,
  terms: Terms<T>,
  details: (term: T, key: string) => string[] = () => [],
): string[] {
  return [
    `## ${title}`,
    '',
    intro,
    '',
    ...[...terms].flatMap(([key, term]) => termLines(key, term, details(term, key))),
  ]
}

const codes = (items: readonly string[]): string => items.map((item) => `\`${item}\``).join(', ')
const VALUES = {
  one: 'one: two values are rivals',
  many: 'many: values add up',
  'one-per-category': 'one for each category: two counts of the same people are rivals',
}

/** The page `docs/vocabulary.md`, made of the vocabulary itself; a test fails when the file is stale. */
export function vocabularyPage(
  vocabulary: Vocabulary,
  acts: Acts,
  anonymity: AnonymityTerms,
  attributionWords: AttributionWordLists,
): string {
  const { incidentTypes, stages, roles, properties, actorKinds, targetKinds, instrumentKinds, triggers } = vocabulary
  const { placePrecisions, claimModes, casualtyCategories, responsibilityModes } = vocabulary
  const wordsOf = ({ words }: { words: readonly string[] }) => (words.length > 0 ? [`words: ${words.join(', ')}`] : [])
  const lines = [
    '# Vocabulary',
    '',
    'Generated from `vocabulary/` by `npm run docs`; change the data, not this page.',
    '',
    ...section('Incident types', 'What can happen, with its name in other codebooks.', incidentTypes, (type, key) => {
      const { plover, muc4, gtd, acled } = type.mappings
      const words = triggers.filter((trigger) => trigger.type === key).map(({ word }) => word)
      return [
        ...(plover ? [`PLOVER: ${plover.type}${plover.mode ? `, mode ${plover.mode}` : ''}`] : []),
        ...(muc4 ? [`MUC-4: ${muc4}`] : []),
        ...(gtd ? [`GTD: ${gtd}`] : []),
        ...(acled ? [`ACLED: ${acled}`] : []),
        ...(words.length > 0 ? [`words that speak of it: ${[...new Set(words)].join(', ')}`] : []),
      ]
    }),
    ...section('Stages', 'How far an incident got.', stages),
    ...section('Roles', 'Who or what takes which part in an incident.', roles),
    ...section('Properties', 'What a statement says of its subject.', properties, (property) => [
      `of: ${codes(property.domain)}`,
      `value: ${codes(property.range)}${property.vocabulary ? ` from \`${property.vocabulary}\`` : ''}`,
      VALUES[property.values],
      ...(property.role ? [`role: \`${property.role}\``] : []),
      ...(property.symmetric ? ['holds both ways'] : []),
    ]),
    ...section('Actor kinds', 'What kind of people or bodies act.', actorKinds, wordsOf),
    ...section('Target kinds', 'What kind of people or things are aimed at.', targetKinds, (kind) => [
      ...Object.entries(kind.mappings ?? {}).map(([codebook, name]) => `${codebook.toUpperCase()}: ${name}`),
      ...(kind.actors?.length ? [`people: actor kinds ${codes(kind.actors)}`] : []),
      ...wordsOf(kind),
    ]),
    ...section('Instrument kinds', 'With what kind of thing.', instrumentKinds, (kind) => [
      ...Object.entries(kind.mappings ?? {}).map(([codebook, name]) => `${codebook.toUpperCase()}: ${name}`),
      ...wordsOf(kind),
    ]),
    ...section('Responsibility modes', 'How somebody is held to have done it.', responsibilityModes),
    ...section(
      'Claim modes',
      'Through what a claim of responsibility came, with the codes of GTD (claimmode).',
      claimModes,
      (mode) => [
        ...Object.entries(mode.mappings ?? {}).map(([codebook, name]) => `${codebook.toUpperCase()}: ${name}`),
        ...wordsOf(mode),
      ],
    ),
    ...section('Casualty categories', 'What kind of people a count is of.', casualtyCategories, wordsOf),
    ...section(
      'Precision of places',
      'How exactly a place is known, with the codes of ACLED (geo_precision), UCDP GED (where_prec) and GTD (specificity).',
      placePrecisions,
      ({ codes: { acled, ucdp, gtd } }) => [
        `ACLED: ${acled ?? 'none'}`,
        `UCDP GED: ${ucdp ?? 'none'}`,
        `GTD: ${gtd ?? 'none'}`,
      ],
    ),
    ...section('Acts', 'What a source does with a content.', new Map(Object.entries(acts))),
    ...section(
      'Anonymity',
      'How a text says that a source is not to be named; who says so is protected.',
      new Map(Object.entries(anonymity)),
      ({ phrases }) => phrases.map((phrase) => `phrase: \`${phrase.replaceAll('|', '\\|')}\``),
    ),
    ...section(
      'Words of attribution',
      'What the rules for attributions go by, besides the verbs and nouns of reporting.',
      new Map(Object.entries(attributionWords)),
      wordsOf,
    ),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}
