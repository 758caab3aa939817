import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { taggedDocument } from '../../../test/taggedDocument.ts'
import type { Document } from '../../document/Document.ts'
import type { Name } from '../../document/Layers.ts'
import { LinearModel } from '../../learned/LinearModel.ts'
import { WordClusters } from '../../learned/WordClusters.ts'
import type { NameKind } from '../../model/Reading.ts'
import { parseActorNouns } from '../../vocabulary/ActorNouns.ts'
import { parseNationalities, parsePersonalNames } from '../../vocabulary/NameLexicon.ts'
import { createMentionsStage } from './createMentionsStage.ts'

const lexicon = (name: string): [string, string] => [readFileSync(`vocabulary/lexicons/${name}.json`, 'utf8'), name]
const stage = createMentionsStage({
  nouns: parseActorNouns(...lexicon('actor-nouns')),
  personal: parsePersonalNames(...lexicon('personal-names')),
  nationalities: parseNationalities(...lexicon('nationalities')),
  clusters: WordClusters.parse(readFileSync('models/clusters.bin')),
  heads: LinearModel.parse(readFileSync('models/mentions-heads.bin')),
  ranker: LinearModel.parse(readFileSync('models/mentions-ranker.bin')),
})

/** The document with its names, given as `from-to kind`. */
function withNames(lines: string, ...names: [from: number, to: number, kind: NameKind][]): Document {
  const document = taggedDocument(lines)
  const tokens = document.get('tokens')
  return document.add({
    names: names.map(
      ([from, to, kind]): Name => ({ start: tokens[from].start, end: tokens[to - 1].end, from, to, kind, by: 'test' }),
    ),
  })
}

/** Each entity as "kind: mention | mention". */
function read(document: Document): string[] {
  const { entities, mentions } = stage.run(document)
  return entities.map(
    ({ kind, mentions: own }) =>
      `${kind}: ${own.map((m) => document.text.slice(mentions[m].start, mentions[m].end)).join(' | ')}`,
  )
}

describe('mentions', () => {
  it('are names, descriptions and pronouns', () => {
    const document = withNames(
      'Two/CD//+1:nummod nurses/NNS/nurse/+1:nsubj told/VBD/tell Haddad/NNP//-1:obj they/PRP//+1:nsubj fled/VBD/flee/-3:ccomp',
      [3, 4, 'Person'],
    )
    expect(read(document)).toEqual(['people: Two nurses | they', 'person: Haddad'])
  })

  it('are no nouns that speak of nobody, and nobody where the text says so', () => {
    expect(read(withNames('The/DT//+1:det bomb/NN//+1:nsubj exploded/VBD/explode'))).toEqual([])
    expect(read(withNames('no/DT//+1:det soldiers/NNS/soldier/+1:nsubj fell/VBD/fall'))).toEqual([])
  })

  it('take nations as nouns, not as adjectives', () => {
    const noun = withNames('The/DT//+1:det Libyans/NNPS//+1:nsubj left/VBD', [1, 2, 'NORP'])
    expect(read(noun)).toEqual(['people: The Libyans'])
    const adjective = withNames('Libyan/JJ//+1:amod tea/NN//+1:nsubj sold/VBD', [0, 1, 'NORP'])
    expect(read(adjective)).toEqual([])
  })

  it('keep the title of a person out of the name and remember it', () => {
    const document = withNames(
      'Mayor/NNP//+1:compound Amina/NNP//+2:nsubj Diallo/NNP//-1:flat left/VBD/leave\nThe/DT//+1:det mayor/NN//+1:nsubj slept/VBD/sleep',
      [1, 3, 'Person'],
    )
    expect(read(document)).toEqual(['person: Amina Diallo | The mayor'])
  })

  it('join what the names layer marks apart', () => {
    const document = withNames(
      'Islamic/NNP//+1:amod State/NNP//+1:nsubj fled/VBD',
      [0, 1, 'NORP'],
      [1, 2, 'Organization'],
    )
    expect(read(document)).toEqual(['group: Islamic State'])
  })
})

describe('entities', () => {
  it('gather parts and spellings of one name', () => {
    const document = withNames(
      'Karim/NNP//+3:nsubj Al/NNP//-1:flat Haddad/NNP//-2:flat left/VBD\nAl/NNP//+2:nsubj Haddad/NNP//-1:flat slept/VBD\nHaddad/NNP//+1:nsubj woke/VBD',
      [0, 3, 'Person'],
      [4, 6, 'Person'],
      [7, 8, 'Person'],
    )
    const { entities } = stage.run(document)
    expect(entities).toMatchObject([{ kind: 'person', name: 'Karim Al Haddad', aliases: ['Al Haddad', 'Haddad'] }])
  })

  it('keep two people of different names apart', () => {
    const document = withNames(
      'Karim/NNP//+2:nsubj Haddad/NNP//-1:flat met/VBD Lina/NNP//-1:obj Haddad/NNP//-1:flat',
      [0, 2, 'Person'],
      [3, 5, 'Person'],
    )
    expect(read(document)).toHaveLength(2)
  })

  it('know a name by what is set beside it', () => {
    const alias = withNames(
      'a/DT//+1:det group/NN//+1:obl called/VBN/call/-1:acl Ansar/NNP//-1:xcomp (/-LRB- _Helpers/NNPS//-2:appos _)/-RRB- struck/VBD\nthe/DT//+1:det group/NN//+1:nsubj fled/VBD',
      [3, 4, 'Organization'],
      [5, 6, 'Organization'],
    )
    expect(read(alias)).toEqual(['group: a group | Ansar | Helpers | the group'])
    const translated = withNames(
      'Ansar/NNP//+5:nsubj (/-LRB- _Soldiers/NNS/soldier/-2:appos of/IN//+1:case Light/NNP//-2:nmod _)/-RRB- struck/VBD',
      [0, 1, 'Organization'],
    )
    expect(stage.run(translated).entities).toMatchObject([{ name: 'Ansar', aliases: ['Soldiers of Light'] }])
    const apposition = withNames(
      'Omar/NNP//+9:nsubj ,/, a/DT//+1:det farmer/NN//-3:appos from/IN//+1:case Gafsa/NNP//-2:nmod ,/, has/VBZ always/RB left/VBN',
      [0, 1, 'Person'],
      [5, 6, 'Location'],
    )
    expect(read(apposition)[0]).toBe('person: Omar | a farmer from Gafsa')
  })

  it('do not take a place in a place for one', () => {
    const document = withNames(
      'They/PRP met/VBD in/IN//+1:case Sfax/NNP//-2:obl ,/, Tunisia/NNP//-2:appos',
      [3, 4, 'Location'],
      [5, 6, 'Location'],
    )
    expect(read(document)).toContain('place: Sfax')
  })

  it('follow "the group" to the group that was named, and "the country" to the country', () => {
    const document = withNames(
      'Hamas/NNP//+1:nsubj entered/VBD Egypt/NNP//-1:obj\nThe/DT//+1:det group/NN//+1:nsubj left/VBD the/DT//+1:det country/NN//-2:obj',
      [0, 1, 'Organization'],
      [2, 3, 'Location'],
    )
    expect(read(document)).toEqual(['group: Hamas | The group', 'place: Egypt | the country'])
  })

  it('follow pronouns by gender, number and what the verb lets them be', () => {
    const document = withNames(
      'Lina/NNP//+2:nsubj Haddad/NNP//-1:flat saw/VBD Karim/NNP//-1:obj Soto/NNP//-1:flat\nShe/PRP//+1:nsubj called/VBD him/PRP//-1:obj',
      [0, 2, 'Person'],
      [3, 5, 'Person'],
    )
    expect(read(document)).toEqual(['person: Lina Haddad | She', 'person: Karim Soto | him'])
  })

  it('leave "it" to nobody where the sentence needs no one', () => {
    const document = withNames(
      'Hamas/NNP//+1:nsubj agreed/VBD/agree\nIt/PRP//+2:nsubj is/VBZ/be/+1:cop clear/JJ that/IN//+2:mark rain/NN//+1:nsubj came/VBD/come/-3:csubj',
      [0, 1, 'Organization'],
    )
    expect(read(document)).toEqual(['group: Hamas'])
  })

  it('take an organisation for a person where the text gives an age', () => {
    const document = withNames(
      'Nour/NNP//+4:nsubj ,/, 34/CD//-2:appos ,/, left/VBD/leave\nNour/NNP//+1:nsubj slept/VBD/sleep',
      [0, 1, 'Organization'],
      [5, 6, 'Organization'],
    )
    expect(read(document)).toEqual(['person: Nour | Nour'])
  })

  it('settle the kind of a name by its words and by the rest of the report', () => {
    const document = withNames(
      'Karim/NNP//+3:nsubj Al/NNP//-1:flat Haddad/NNP//-2:flat joined/VBD Jund/NNP//-1:obj al/NNP//-1:flat Sham/NNP//-2:flat\nAl/NNP//+2:nsubj Haddad/NNP//-1:flat slept/VBD',
      [0, 3, 'Person'],
      [4, 7, 'Misc'],
      [7, 9, 'Organization'],
    )
    expect(read(document)).toEqual(['person: Karim Al Haddad | Al Haddad', 'group: Jund al Sham'])
  })

  it('end a noun phrase where a clause begins', () => {
    const document = withNames(
      'The/DT//+1:det trouble/NN//+4:nsubj is/VBZ//+3:cop with/IN//+2:case the/DT//+1:det rebels/NNS/rebel who/WP//+1:nsubj fled/VBD//-2:acl:relcl',
    )
    expect(read(document)).toEqual(['group: the rebels who fled'])
  })

  it('begin a name with its own noun, but not with an office', () => {
    const tree = '/NNS//+5:nsubj of/IN//+2:case the/DT//+1:det Harbour/NNP//-3:nmod fled/VBD/flee'
    const named = withNames(`the/DT//+1:det Sons${tree.replace('+5', '+4')}`, [4, 5, 'Organization'])
    expect(read(named)).toEqual(['organisation: Sons of the Harbour'])
    const office = withNames(`the/DT//+1:det Ministers${tree.replace('+5', '+4')}`, [4, 5, 'Organization'])
    expect(read(office)).not.toContain('organisation: Ministers of the Harbour')
  })

  it('end a phrase before when it was and before a sentence hung on it', () => {
    const day = withNames('the/DT//+1:det soldier/NN//+3:nsubj on/IN//+1:case Monday/NNP//-2:nmod fled/VBD/flee')
    expect(read(day)).toEqual(['person: the soldier'])
    const clause = withNames('a/DT//+1:det soldier/NN//-2:appos opened/VBN/open/-1:acl fire/NN//-1:obj')
    expect(read(clause)).toEqual(['person: a soldier'])
    const raid = withNames('two/CD//+1:nummod rebels/NNS/rebel//0 in/IN//+2:case a/DT//+1:det raid/NN//-3:nmod')
    expect(read(raid)).toEqual(['group: two rebels'])
    const given = withNames('a/DT//+1:det soldier/NN//-2:appos given/VBN/give/-1:acl leave/NN//-1:obj')
    expect(read(given)).toEqual(['person: a soldier given leave'])
  })

  it('end where what they are told begins', () => {
    const document = withNames(
      'Nour/NNP//+1:nsubj told/VBD/tell nurses/NNS/nurse/-1:obj that/WDT//+3:nsubj boys/NNS/boy/+2:nsubj had/VBD/have/+1:aux fled/VBN/flee/-4:acl:relcl',
      [0, 1, 'Person'],
    )
    expect(read(document)).toEqual(['person: Nour', 'people: nurses', 'people: boys'])
    const fled = withNames(
      'Nour/NNP//+1:nsubj told/VBD/tell nurses/NNS/nurse/-1:obj that/WDT//+2:nsubj had/VBD/have/+1:aux fled/VBN/flee/-3:acl:relcl',
      [0, 1, 'Person'],
    )
    expect(read(fled)).toEqual(['person: Nour', 'people: nurses that had fled'])
  })

  it('take "it" for a group where only a group can be meant', () => {
    const led = (verb: string) =>
      withNames(
        `the/DT//+1:det Lions/NNPS//+1:nsubj slept/VBD/sleep\nit/PRP//+2:nsubj:pass was/VBD/be/+1:aux:pass ${verb}`,
        [1, 2, 'Organization'],
      )
    expect(read(led('led/VBN/lead'))).toEqual(['organisation: Lions | it'])
    expect(read(led('said/VBN/say'))).toEqual(['organisation: Lions'])
  })

  it('take "some" for people where people were spoken of, and only there', () => {
    const some = 'Some/DT//+1:nsubj fled/VBD/flee'
    expect(read(withNames(`Nurses/NNS/nurse/+1:nsubj left/VBD/leave\n${some}`))).toEqual([
      'people: Nurses',
      'people: Some',
    ])
    expect(read(withNames(some))).toEqual([])
  })

  it('give "I" in a quotation to its speaker', () => {
    const document = withNames(
      "“/`` _I/PRP//+1:nsubj ran/VBD/run ,/, _”/'' Omar/NNP//+1:nsubj said/VBD/say/-4:parataxis",
      [5, 6, 'Person'],
    )
    expect(read(document)).toEqual(['person: I | Omar'])
  })
})

it('reads hostile text without failing and without going quadratic', () => {
  const words = Array.from({ length: 30_000 }, (_, i) => (i % 2 ? 'soldiers/NNS/soldier/+1:nsubj' : 'he/PRP//+1:nsubj'))
  const lines = Array.from({ length: 300 }, (_, i) => words.slice(i * 100, i * 100 + 100).join(' ')).join('\n')
  expect(stage.run(withNames(lines)).mentions.length).toBeGreaterThan(10_000)
  expect(stage.run(withNames('./.')).entities).toEqual([])
})
