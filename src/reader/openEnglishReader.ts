import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyStage } from '../document/Stage.ts'
import { LinearModel } from '../learned/LinearModel.ts'
import { TensorFile } from '../learned/neural/TensorFile.ts'
import { WordClusters } from '../learned/WordClusters.ts'
import { createAttributionsStage } from '../stages/attributions/createAttributionsStage.ts'
import { createCertaintyStage } from '../stages/certainty/createCertaintyStage.ts'
import { createEncodeStage } from '../stages/encode/createEncodeStage.ts'
import { createIncidentsStage } from '../stages/incidents/createIncidentsStage.ts'
import { createMentionsStage } from '../stages/mentions/createMentionsStage.ts'
import { createNamesStage } from '../stages/names/createNamesStage.ts'
import { createParseStage } from '../stages/parse/createParseStage.ts'
import { createPlacesStage } from '../stages/places/createPlacesStage.ts'
import { Gazetteer } from '../stages/places/Gazetteer.ts'
import { createQuantitiesStage } from '../stages/quantities/createQuantitiesStage.ts'
import { createRelationsStage } from '../stages/relations/createRelationsStage.ts'
import { BoundaryModel } from '../stages/segment/BoundaryModel.ts'
import { createSegmentStage } from '../stages/segment/createSegmentStage.ts'
import { Truecaser } from '../stages/segment/Truecaser.ts'
import { writtenNames } from '../stages/segment/writtenNames.ts'
import { createTagStage } from '../stages/tag/createTagStage.ts'
import { createTimesStage } from '../stages/times/createTimesStage.ts'
import { parseActorNouns } from '../vocabulary/ActorNouns.ts'
import { parseAnonymity } from '../vocabulary/Anonymity.ts'
import { parseAttributionWords } from '../vocabulary/AttributionWords.ts'
import { parseCertaintyWords } from '../vocabulary/CertaintyWords.ts'
import { parseCircumstanceWords } from '../vocabulary/CircumstanceWords.ts'
import { parseDeedVerbs } from '../vocabulary/DeedVerbs.ts'
import { parseGovernmentWords } from '../vocabulary/GovernmentWords.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../vocabulary/loadVocabulary.ts'
import { parseNameWords, parseNationalities, parsePersonalNames } from '../vocabulary/NameLexicon.ts'
import { parseParticipantWords } from '../vocabulary/ParticipantWords.ts'
import { parseQuantityWords } from '../vocabulary/QuantityWords.ts'
import { parseRelationWords } from '../vocabulary/RelationWords.ts'
import { parseReportingNouns } from '../vocabulary/ReportingNouns.ts'
import { parseReportingVerbs } from '../vocabulary/ReportingVerbs.ts'
import { parseResponsibilityWords } from '../vocabulary/ResponsibilityWords.ts'
import { parseSegmentationLexicon } from '../vocabulary/SegmentationLexicon.ts'
import { parseDangerWords, parseSpeakers } from '../vocabulary/Speakers.ts'
import { parseSupportVerbs } from '../vocabulary/SupportVerbs.ts'
import { parseTimesLexicon } from '../vocabulary/TimesLexicon.ts'
import { parseTollWords } from '../vocabulary/TollWords.ts'
import { type EnglishReader, englishReader } from './EnglishReader.ts'

/** The reader for English, with the models and the vocabulary that ship with Ascribe. The only file of the reader that knows Node. */
export function openEnglishReader(): EnglishReader {
  const clusters = WordClusters.parse(readModel('clusters'), 'models/clusters.bin')
  const nationalities = parseNationalities(...vocabulary('lexicons/nationalities.json'))
  const personal = parsePersonalNames(...vocabulary('lexicons/personal-names.json'))
  const reportingVerbs = parseReportingVerbs(...vocabulary('lexicons/reporting-verbs.json'))
  const incidentVocabulary = loadVocabulary(
    Object.fromEntries(VOCABULARY_FILES.map((file) => [file, vocabulary(file)[0]])),
  )
  const danger = parseDangerWords(...vocabulary('lexicons/danger.json'))
  const deedVerbs = parseDeedVerbs(...vocabulary('lexicons/deed-verbs.json'))
  const verbs = new Set([
    ...[...reportingVerbs.keys()].map((verb) => verb.split(' ')[0]),
    ...deedVerbs.always,
    ...deedVerbs.things,
    ...danger.harm,
    ...incidentVocabulary.triggers.filter(({ as }) => as !== 'noun').map(({ word }) => word.split(' ')[0]),
  ])
  const nameWords = parseNameWords(...vocabulary('lexicons/name-words.json'))
  const nouns = parseActorNouns(...vocabulary('lexicons/actor-nouns.json'))
  const stages: AnyStage[] = [
    createSegmentStage(
      parseSegmentationLexicon(...vocabulary('lexicons/segmentation.json')),
      BoundaryModel.parse(readModel('segmenter'), 'models/segmenter.bin'),
      new Truecaser(model('truecaser'), clusters, writtenNames([...nameWords.organisations, ...nouns.groupNames])),
    ),
    createEncodeStage(tensors('encoder')),
    createTagStage({ tagger: tensors('tagger'), lemmas: model('lemmas'), clusters, verbs }),
    createParseStage(tensors('parser')),
    createNamesStage({
      lexicon: { nationalities, personal, words: nameWords },
      clusters,
      head: tensors('names-head'),
      first: model('names-first'),
      second: model('names-second'),
    }),
    createQuantitiesStage(parseQuantityWords(...vocabulary('lexicons/quantities.json'))),
    createMentionsStage({
      nouns,
      personal,
      nationalities,
      clusters,
      heads: model('mentions-heads'),
      ranker: model('mentions-ranker'),
    }),
    createTimesStage(parseTimesLexicon(...vocabulary('lexicons/times.json'))),
    createPlacesStage({
      governments: parseGovernmentWords(...vocabulary('lexicons/governments.json')),
      gazetteer: Gazetteer.parse(readModel('gazetteer')),
      recogniser: model('places'),
      ranker: model('placeRanker'),
    }),
  ]
  stages.push(
    createCertaintyStage(
      {
        verbs: new Map([...reportingVerbs, ...parseReportingVerbs(...vocabulary('lexicons/implicative-verbs.json'))]),
        certaintyWords: parseCertaintyWords(...vocabulary('lexicons/certainty-words.json')),
      },
      tensors('certainty'),
    ),
  )
  const attributions = createAttributionsStage(
    {
      reportingVerbs,
      reportingNouns: parseReportingNouns(...vocabulary('lexicons/reporting-nouns.json')),
      speakers: parseSpeakers(...vocabulary('lexicons/speakers.json')),
      danger,
      deedVerbs,
      anonymity: parseAnonymity(...vocabulary('anonymity.json')),
      words: parseAttributionWords(...vocabulary('lexicons/attribution-words.json')),
    },
    {
      network: tensors('attribution-network'),
      verdicts: model('attribution-verdicts'),
    },
  )
  stages.push(
    attributions,
    createIncidentsStage({
      vocabulary: incidentVocabulary,
      supportVerbs: parseSupportVerbs(...vocabulary('lexicons/support-verbs.json')),
      circumstanceWords: parseCircumstanceWords(...vocabulary('lexicons/circumstance-words.json')),
      participantWords: parseParticipantWords(...vocabulary('lexicons/participant-words.json')),
      tollWords: parseTollWords(...vocabulary('lexicons/toll-words.json')),
      responsibilityWords: parseResponsibilityWords(...vocabulary('lexicons/responsibility-words.json')),
      fillers: tensors('fillers'),
    }),
    createRelationsStage(parseRelationWords(...vocabulary('lexicons/relation-words.json'))),
  )
  return englishReader(stages)
}

const root = join(import.meta.dirname, '..', '..')

/** A file of the vocabulary: its text, and its name for complaints. */
const vocabulary = (file: string): [json: string, file: string] => [
  readFileSync(join(root, 'vocabulary', file), 'utf8'),
  `vocabulary/${file}`,
]

const readModel = (name: string): Uint8Array => readFileSync(join(root, 'models', `${name}.bin`))

const model = (name: string): LinearModel => LinearModel.parse(readModel(name), `models/${name}.bin`)

/** A neural model, read when a stage first needs it. */
const tensors = (name: string) => (): TensorFile => TensorFile.parse(readModel(name), `models/${name}.bin`)
