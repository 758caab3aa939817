import { beforeAll, describe, expect, it } from 'vitest'
import { Document } from '../../document/Document.ts'
import type { AnyStage } from '../../document/Stage.ts'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { placeLabel } from '../../weighing/placeLabel.ts'

let stages: readonly AnyStage[]
beforeAll(() => {
  const needed = new Set(['segment', 'encode', 'tag', 'parse', 'names', 'quantities', 'places'])
  stages = openEnglishReader().stages.filter(({ name }) => needed.has(name))
})

/** The places of a text in words, without those that are told with another. */
function labelsOf(text: string): string[] {
  const document = new Document(reportOf({ text }))
  for (const stage of stages) document.add(stage.run(document))
  return document.get('places').flatMap(({ place, partOf }) => (partOf === undefined ? [placeLabel(place)] : []))
}

// Each rule with a text that it reads and one that it must leave alone.
describe('how it is related to the place', () => {
  it.each([
    ['near', 'The base lies near Agadez in Niger.', 'near Agadez'],
    ['near, past what heads the name', 'Fighters gathered outside the Libyan coastal town of Zuwara.', 'near Zuwara'],
    ['outskirts', 'A mine went off on the northern outskirts of Maiduguri.', 'near Maiduguri'],
    ['distance', 'The village lies 40 kilometres from Mosul.', '40 km from Mosul'],
    [
      'distance with a direction',
      'A bus was stopped about 25 miles (40 km) north-east of Kandahar.',
      'about 40 km north-east of Kandahar',
    ],
    [
      'the direction is not that of what heads the name',
      'They camped 30 km south of the northern city of Mosul.',
      '30 km south of Mosul',
    ],
    ['a bound from above', 'The base lies within 30 km of Agadez.', 'within 30 km of Agadez'],
    ['a bound from below', 'The base lies more than 100 kilometres west of Agadez.', 'more than 100 km west of Agadez'],
    ['direction alone', 'Clashes broke out south of Kirkuk.', 'south of Kirkuk'],
    ['a part', 'Nine herders died in northern Mali.', 'northern Mali'],
    ['a part, by its noun', 'Nine herders died in the south-east of Niger.', 'southeastern Niger'],
    ['the middle', 'Nine herders died in central Mali.', 'central Mali'],
    ['between', 'The convoy was hit between Homs and Palmyra.', 'between Homs and Palmyra'],
    [
      'between, by a road',
      'The convoy was hit on the road from Homs to Palmyra.',
      'on the road between Homs and Palmyra',
    ],
    [
      'between, by a joined name',
      'The convoy was hit on the Homs–Palmyra highway.',
      'on the road between Homs and Palmyra',
    ],
    ['a border of two', 'Smugglers fought along the Turkish-Syrian border.', 'along the Turkey–Syria border'],
    ['a border between two', 'The camp straddles the border between Chad and Sudan.', 'along the Chad–Sudan border'],
    [
      'a border with another',
      "Guns were heard near Thailand's border with Myanmar.",
      'near the Thailand–Myanmar border',
    ],
    [
      'a distance from a border',
      'The depot is 60 miles (97 km) from the Tunisian border.',
      '97 km from the border of Tunisia',
    ],
    ['off a coast', 'A dinghy sank off the coast of Libya.', 'off the coast of Libya'],
    ['so far off a coast', 'A tanker was boarded 200 km off the coast of Somalia.', '200 km off the coast of Somalia'],
    ['a coast', 'Migrants are held along the Libyan coast.', 'on the coast of Libya'],
    ['inland', 'The army shelled farms inland from Benghazi.', 'inland from Benghazi'],
  ])('%s: %s', (_, text, label) => {
    expect(labelsOf(text)).toContain(label)
  })

  it.each([
    ['nothing', 'He was arrested in Mosul.', 'Mosul'],
    ['a distance that is told of something else', 'He ran 40 kilometres and then went home to Mosul.', 'Mosul'],
    ['something near that stands in the place', 'The fire near the school in Agadez was put out.', 'Agadez'],
    ['a direction that one goes in', 'The line south to Kirkuk was cut.', 'Kirkuk'],
    ['where one comes from', 'Troops moved south from Kirkuk.', 'Kirkuk'],
    ['a force named for where it is from', 'The northern commander spoke in Mali.', 'Mali'],
    ['guards of a border', 'Turkish border guards fired at a bus.', 'Turkish'],
    ['two that are listed', 'Shops shut in Homs and Palmyra.', 'Homs'],
    ['what is cut off', 'Floods cut off Maiduguri.', 'Maiduguri'],
  ])('but not %s: %s', (_, text, label) => {
    expect(labelsOf(text)).toContain(label)
  })

  it('finds the border that is meant where it is not named', () => {
    const text = 'Gunmen in Libya fled towards Tunisia. The town of Zuwara is 60 kilometres from the border.'
    expect(labelsOf(text)).toContain('60 km from the Libya–Tunisia border')
    expect(labelsOf('Gunmen in Libya fled towards Tunisia. The border was closed.')).toEqual(['Libya', 'Tunisia'])
  })
})
