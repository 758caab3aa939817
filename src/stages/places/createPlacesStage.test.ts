import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Document } from '../../document/Document.ts'
import type { PlaceAnnotation } from '../../document/Layers.ts'
import type { AnyStage } from '../../document/Stage.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { Gazetteer } from './Gazetteer.ts'
import { homeOf } from './homeOf.ts'

// The stages up to this one, as the reader has them.
let stages: readonly AnyStage[]
beforeAll(() => {
  const all = openEnglishReader().stages
  const needed = new Set(['segment', 'encode', 'tag', 'parse', 'names', 'quantities', 'places'])
  stages = all.filter(({ name }) => needed.has(name))
})

function placesOf(text: string): readonly PlaceAnnotation[] {
  const document = new Document(reportOf({ text }))
  for (const stage of stages) document.add(stage.run(document))
  return document.get('places')
}
const place = (text: string, name: string, nth = 0): PlaceAnnotation['place'] | undefined =>
  placesOf(text).filter((found) => found.place.name === name)[nth]?.place

describe('the gazetteer that ships', () => {
  it('has the places of the world', () => {
    const bytes = readFileSync(join(import.meta.dirname, '..', '..', '..', 'models', 'gazetteer.bin'))
    const gazetteer = Gazetteer.parse(bytes)
    expect(gazetteer.lookup('Timbuktu')[0].entry.country).toBe('ML')
    expect(gazetteer.size).toBeGreaterThan(200_000)
  })

  it('knows seas, straits, valleys and camps, and Arabic names', () => {
    const gazetteer = Gazetteer.parse(readFileSync(join(import.meta.dirname, '../../../models/gazetteer.bin')))
    for (const name of ['Bab el-Mandeb', 'Korengal Valley', 'Ain al-Hilweh', 'Sahel', 'Gulf of Sidra', 'دمشق'])
      expect(gazetteer.lookup(name).length, name).toBeGreaterThan(0)
  })
})

describe('which place a name means', () => {
  it('takes a small town for the namesake that the report spells out, also further on', () => {
    const text =
      'Two men were hurt in Paris, Texas, on Monday. Firefighters from Honey Grove and Bonham helped. Paris police are investigating.'
    expect(place(text, 'Paris', 1)).toMatchObject({ country: 'US', precision: 'town' })
  })

  it('takes the great city where nothing speaks against it', () => {
    expect(place('Ministers from Germany and Italy met in Paris on Monday.', 'Paris')).toMatchObject({ country: 'FR' })
  })

  it('tells the country Georgia from the state by its neighbours', () => {
    const abroad = 'Shelling was heard near Gori in Georgia, close to Tskhinvali, officials in Tbilisi said.'
    const home =
      'Deputies in Georgia arrested a man from Macon after a chase that began in Savannah and ended in Atlanta.'
    expect(place(abroad, 'Georgia')).toMatchObject({ country: 'GE', precision: 'country' })
    expect(place(home, 'Georgia')).toMatchObject({ country: 'US', precision: 'admin1' })
  })

  it('takes the town for the seat and the province for the province', () => {
    const text = 'A bomb exploded in Kandahar on Friday. Troops were sent to Kandahar province from Kabul.'
    expect(place(text, 'Kandahar', 0)?.precision).toBe('town')
    expect(place(text, 'Kandahar', 1)?.precision).toBe('admin1')
  })

  it('gives every class of precision, and the area its reach', () => {
    const text =
      'Militants crossed the Sahel into northern Niger. The patrol left Agadez for Diffa Airport, and France sent help to Tillaberi region.'
    expect(place(text, 'Sahel')).toMatchObject({ precision: 'region' })
    expect(place(text, 'Niger')).toMatchObject({
      precision: 'country',
      country: 'NE',
      relation: 'part',
      direction: 'N',
    })
    expect(place(text, 'Agadez')).toMatchObject({ precision: 'town', country: 'NE' })
    expect(place(text, 'Niger')?.radiusKm).toBeGreaterThan(300)
  })

  it('takes the word of a nation for the nation, never for a hamlet of that name', () => {
    expect(place('The English coach spoke to a Polish reporter in Madrid.', 'English')).toMatchObject({ country: 'GB' })
    expect(place('The English coach spoke to a Polish reporter in Madrid.', 'Polish')).toMatchObject({ country: 'PL' })
  })

  it('leaves a name that no gazetteer knows without a point', () => {
    const found = place(
      'The convoy was ambushed at the village of Xelbaraq Tepeh, elders in Herat said.',
      'Xelbaraq Tepeh',
    )
    expect(found).toMatchObject({ precision: 'unknown' })
    expect(found).not.toHaveProperty('lat')
  })
})

describe('what is a place name', () => {
  it('tells a city from the country of its name, in capitals too', () => {
    expect(place('TWO MEN WERE SHOT IN PANAMA CITY TODAY.', 'PANAMA CITY')?.precision).toBe('town')
    expect(place('TWO MEN WERE SHOT IN PANAMA TODAY.', 'PANAMA')?.precision).toBe('country')
  })

  it('finds peoples, and the place inside the name of an institution', () => {
    const text = 'A Sudanese general met officers at the Chad Ministry of Defence in N’Djamena.'
    expect(placesOf(text).map((found) => found.place.country)).toEqual(expect.arrayContaining(['SD', 'TD']))
  })

  it('does not take people for the places they are named like', () => {
    const text =
      'Paris Hilton and Jordan Henderson were seen with Israel Adesanya and Chelsea Clinton, the singer said.'
    expect(placesOf(text).map((found) => found.place.name)).toEqual([])
  })

  it('takes a government called by its capital for the place all the same', () => {
    expect(place('Washington said on Tuesday it would send more aid to Ukraine.', 'Washington')).toMatchObject({
      country: 'US',
    })
  })

  it('reads a report in capitals', () => {
    const found = placesOf(
      'GUNMEN ATTACKED A POLICE STATION IN MEDELLIN ON 4 MARCH. THE COLOMBIAN ARMY SENT TROOPS FROM BOGOTA.',
    )
    expect(found.map((annotation) => annotation.place.country)).toEqual(['CO', 'CO', 'CO'])
  })
})

describe('what a name stands for', () => {
  const uses = (text: string) => placesOf(text).map(({ place: { name }, use }) => [name, use])

  it.each([
    ['Ankara denied it on Tuesday.', 'Ankara', 'government'],
    ['Ankara and Tehran had no comment.', 'Tehran', 'government'],
    ['Talks between Cairo and Ankara failed.', 'Cairo', 'government'],
    ['A Syrian doctor was shot.', 'Syrian', 'people'],
    ['Fans of Barcelona threw flares.', 'Barcelona', 'team'],
  ])('%s', (text, name, use) => expect(uses(text)).toContainEqual([name, use]))

  it.each([
    ['Ankara saw two bombings on Tuesday.', 'Ankara'],
    ['Residents of Ankara said they heard a blast.', 'Ankara'],
    ['A bus ran between Cairo and Alexandria.', 'Cairo'],
    ['Trucks were burned in Laos.', 'Laos'],
    ['Fans were searched in Barcelona.', 'Barcelona'],
  ])('the place itself: %s', (text, name) => expect(uses(text)).toContainEqual([name, undefined]))
})

describe('what the other names of a report tell', () => {
  it('leaves a country its name, unless a place beside its namesake is named', () => {
    expect(place('Nine people were killed in Mali.', 'Mali')).toMatchObject({ country: 'ML', precision: 'country' })
    expect(place('Nine people were killed in Norway.', 'Norway')).toMatchObject({ country: 'NO' })
    expect(
      place('Deputies from Chaska searched a house in Jordan, and a court in Shakopee heard it.', 'Jordan'),
    ).toMatchObject({ country: 'US' })
  })

  it('shows a town in a name that might be a person, but not where it is one', () => {
    const report = 'Bandits struck Bukkuyum at dawn, residents of Gusau said. Teachers left Anka.'
    expect(place(report, 'Anka')).toMatchObject({ country: 'NG' })
    expect(
      place(`${report} Ahmed Anka, a trader, was killed.`.replace('left Anka', 'blamed Anka'), 'Anka'),
    ).toBeUndefined()
  })

  it('tells the river from the country that is named for it', () => {
    expect(place('A market on the bank of the Niger was shelled.', 'Niger')).toMatchObject({ feature: 'river' })
    expect(place('Shots were heard along the Niger border, in Nigeria.', 'Niger')).toMatchObject({
      precision: 'country',
    })
  })

  it('puts a facility into the town that it is named for', () => {
    const report = 'Staff of the Mosul Dam were sent home, and rockets hit the Baiji refinery near Tikrit.'
    expect(placesOf(report).map(({ place: { country } }) => country)).toEqual(['IQ', 'IQ', 'IQ'])
  })
})

describe('a stated distance', () => {
  const marks = (text: string) => placesOf(text).map(({ place: { contradicts } }) => contradicts)

  it('is held against the map, and both places carry the mark', () => {
    const found = marks('Benghazi, about 20 km from Tripoli, was shelled on Monday.')
    expect(found[0]).toMatchObject({ of: 'Tripoli', statedKm: 20 })
    expect(found[1]).toMatchObject({ of: 'Benghazi', statedKm: 20 })
    expect(found[1]?.mapKm).toBeGreaterThan(500)
  })

  it('is told of the place named after it as well', () => {
    expect(marks('The depot lies 12 kilometres from Aswan, in Alexandria.')[1]).toMatchObject({ of: 'Aswan' })
  })

  it('is held against borders', () => {
    expect(marks('Atbara in Sudan, 15 miles from the Egyptian border, was shelled.').at(-1)).toMatchObject({
      statedKm: 24.14,
    })
    expect(marks('Zuwara in Libya, 40 miles from the Tunisian border, was shelled.').at(-1)).toBeUndefined()
  })

  it('that the map bears out is no contradiction', () => {
    expect(marks('Misrata, about 200 km from Tripoli, was shelled on Monday.')).toEqual([undefined, undefined])
  })

  it('is none where the report only bounds the distance', () => {
    expect(marks('Misrata lies within 900 km of Tripoli.')).toEqual([undefined, undefined])
  })
})

describe("the outlet's home", () => {
  const gazetteer = Gazetteer.parse(readFileSync(join(import.meta.dirname, '../../../models/gazetteer.bin')))

  it('is read from its name', () => {
    expect(homeOf('Sudan Tribune', gazetteer)?.country).toBe('SD')
    expect(homeOf('Chicago Tribune', gazetteer)?.name).toBe('Chicago')
  })

  it('is not guessed from words that are villages somewhere, nor from a name that many towns have', () => {
    for (const outlet of ['The Star', 'The Nation', 'Springfield News', 'Reuters', '', undefined])
      expect(homeOf(outlet, gazetteer), outlet).toBeUndefined()
  })
})

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['control characters', 'In\u0000Paris\u0007 \u200b\ufeff'],
    ['lone surrogates', 'In \ud800 Paris \udc00.'],
    ['a huge token', `In ${'X'.repeat(100_000)} and Rome.`],
    ['very many capitals', 'San Jose Paris '.repeat(2000)],
  ])('is read: %s', (_, text) => {
    for (const { start, end } of placesOf(text)) expect(end).toBeGreaterThan(start)
  })
})
