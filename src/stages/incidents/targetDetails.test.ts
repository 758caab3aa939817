import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Referents } from '../../document/Referents.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { KindLexicon } from '../../vocabulary/KindLexicon.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../../vocabulary/loadVocabulary.ts'
import { damageTo } from './damageTo.ts'
import { fatesOf } from './fateOf.ts'
import { personKindOf } from './personKindOf.ts'

const folder = join(import.meta.dirname, '../../../vocabulary')
const vocabulary = loadVocabulary(
  Object.fromEntries(VOCABULARY_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
)
const reader = openEnglishReader()
const lexicons = { actors: new KindLexicon(vocabulary.actorKinds), targets: new KindLexicon(vocabulary.targetKinds) }

/** The referents of a text and the first token of it that reads `word`. */
function at(text: string, word: string) {
  const referents = new Referents(reader.annotate(reportOf({ text })))
  return [referents, referents.trees.tokens.findIndex((token) => token.text === word)] as const
}

describe('what became of people', () => {
  it.each([
    ['Two vendors were killed in the blast.', 'vendors', ['killed']],
    ['The blast wounded a clerk and a guard.', 'guard', ['wounded']],
    ['The death of the baker shocked the town.', 'baker', ['killed']],
    ['The deputy escaped unhurt.', 'deputy', ['unhurt']],
    ['The kidnappers released the banker.', 'banker', ['freed']],
  ])('%s', (text, word, fates) => {
    expect(fatesOf(...at(text, word))).toEqual(fates)
  })

  it.each([
    ['The soldiers killed two vendors.', 'soldiers'],
    ['The clerk was not hurt.', 'clerk'],
    ['The murder of a baker angered the mayor.', 'mayor'],
  ])('is not said: %s', (text, word) => {
    expect(fatesOf(...at(text, word))).toEqual([])
  })
})

describe('what was done to things', () => {
  it.each([
    ['The blast destroyed the kiosk.', 'kiosk', 'destroyed'],
    ['Saboteurs blew up a bridge.', 'bridge', 'destroyed'],
    ['The school was partially destroyed.', 'school', 'damaged'],
    ['The explosion damaged a clinic and two shops.', 'shops', 'damaged'],
    ['The mill was not damaged.', 'mill', 'undamaged'],
  ])('%s', (text, word, damage) => {
    expect(damageTo(...at(text, word))).toBe(damage)
  })

  it.each([
    ['Rebels attacked a mill.', 'mill'],
    ['A clerk of the mill blew the whistle.', 'whistle'],
  ])('is not said: %s', (text, word) => {
    expect(damageTo(...at(text, word))).toBeUndefined()
  })
})

describe('what somebody is', () => {
  it.each([
    ['Gunmen shot a former judge.', 'judge', 'judiciary', true],
    ['Gunmen shot a leader of the Liberal Party.', 'leader', 'party-politicians', false],
    ['Gunmen shot a leader of the bakers union.', 'leader', 'unionists-and-activists', false],
    ['Gunmen shot an employee of the embassy.', 'employee', 'diplomats', false],
    ['Gunmen shot a nurse.', 'nurse', 'health-workers', false],
    ['Gunmen shot the retired general.', 'general', 'armed-forces', true],
  ])('%s', (text, word, kind, former) => {
    const [referents, head] = at(text, word)
    expect(personKindOf(referents, lexicons, head)).toEqual({ kind, former })
  })
})

describe('the kind of a thing', () => {
  const kindsIn = (text: string): string[] =>
    reader
      .annotate(reportOf({ text }))
      .get('incidentPropositions')
      .flatMap(({ property, value }) => (property === 'target-kind' && value.type === 'term' ? [value.key] : []))

  it.each([
    ['A bomb damaged the embassy building.', 'diplomatic'],
    ['Rebels attacked the offices of the telephone company.', 'telecommunications'],
    ['Saboteurs blew up a bridge.', 'transport-routes'],
    ['Gunmen attacked the headquarters of the union.', 'political'],
    ['Rebels burned an office.', 'premises'],
  ])('%s', (text, kind) => {
    expect(kindsIn(text)).toContain(kind)
  })

  it('is not that of what lies near it', () => {
    expect(kindsIn('Rebels burned an office near the bank.')).not.toContain('financial')
  })
})

describe('victims named in a sentence of their own', () => {
  const victimsIn = (text: string): string[] => {
    const document = reader.annotate(reportOf({ text }))
    return document
      .get('incidentPropositions')
      .filter(({ by }) => by === 'rule:incidents/identified-as')
      .map(({ spans: [{ start, end }] }) => text.slice(start, end))
  }

  it('are victims of the incident told before', () => {
    expect(
      victimsIn(
        'A bomb killed two clerks in Gulu on Monday. The victims were identified as Peter Ochan and Mary Akello.',
      ),
    ).toEqual(['Peter Ochan', 'Mary Akello'])
  })

  it('are not who else is identified', () => {
    expect(
      victimsIn('A bomb killed two clerks in Gulu on Monday. The driver of the car was identified as Peter Ochan.'),
    ).toEqual([])
  })
})
