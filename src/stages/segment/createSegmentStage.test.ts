import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Document } from '../../document/Document.ts'
import { LinearModel } from '../../learned/LinearModel.ts'
import { WordClusters } from '../../learned/WordClusters.ts'
import { reportOf } from '../../model/Report.ts'
import { parseSegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import { BoundaryModel } from './BoundaryModel.ts'
import { createSegmentStage, LONGEST_SENTENCE } from './createSegmentStage.ts'
import { Truecaser } from './Truecaser.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const bytes = (name: string): Uint8Array => readFileSync(join(root, 'models', `${name}.bin`))
const stage = createSegmentStage(
  parseSegmentationLexicon(
    readFileSync(join(root, 'vocabulary/lexicons/segmentation.json'), 'utf8'),
    'segmentation.json',
  ),
  BoundaryModel.parse(bytes('segmenter')),
  new Truecaser(LinearModel.parse(bytes('truecaser')), WordClusters.parse(bytes('clusters'))),
)
const segment = (text: string) => stage.run(new Document(reportOf({ text })))
/** The words of each sentence, with blanks between them. */
const sentencesOf = (text: string): string[] => {
  const { sentences, tokens } = segment(text)
  return sentences.map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  )
}
const words = (text: string): string => sentencesOf(text).join(' / ')

describe('words', () => {
  it.each([
    ["They don't and can't.", "They do n't and ca n't ."],
    ['They cannot stay, we’ll see.', 'They can not stay , we ’ll see .'],
    ["Noor's brother, the guards' chief", "Noor 's brother , the guards ' chief"],
    ["at five o'clock the O'Hara boys", "at five o'clock the O'Hara boys"],
    ['a long-range missile of the anti-government group', 'a long - range missile of the anti-government group'],
    ['al-Nadir met Abd al-Karim', 'al - Nadir met Abd al - Karim'],
    ['It cost $4.5 million, or 1,200,000 francs (60%).', 'It cost $ 4.5 million , or 1,200,000 francs ( 60 % ) .'],
    ['at 5:30pm on 9/11', 'at 5:30 pm on 9/11'],
    ['The U.S. and the U.N. mission', 'The U.S. and the U.N. mission'],
    ['Dr. J. R. Hale of St. Mary', 'Dr. J. R. Hale of St. Mary'],
    ['No. 5 said no. Then he left.', 'No. 5 said no . / Then he left .'],
    [
      'see https://example.org/a?b=1, or mail info@example.org.',
      'see https://example.org/a?b=1 , or mail info@example.org .',
    ],
    ['"Stop!" he cried... twice', '" Stop ! " he cried ... twice'],
    ['call +1 555-0142-77 now', 'call +1 555-0142-77 now'],
    ['Kabul/Herat road', 'Kabul / Herat road'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  it('covers each word by its own span', () => {
    const text = 'We won’t go; you can’t either.'
    for (const token of segment(text).tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
  })
})

describe('sentences', () => {
  it('end at stops, not at abbreviations, initials and decimals', () => {
    expect(
      sentencesOf(
        'Gen. A. Noor left Kabul at 3.30 p.m. on Monday. He met Mr. Hale of Acme Inc. in Rome. "We agreed," he said.',
      ),
    ).toEqual([
      'Gen. A. Noor left Kabul at 3.30 p.m. on Monday .',
      'He met Mr. Hale of Acme Inc. in Rome .',
      '" We agreed , " he said .',
    ])
  })

  it.each([
    [
      'Gen. Omar Hale met Lt. Col. P. Noor at 4 p.m. on Monday. They spoke for an hour.',
      ['Gen. Omar Hale met Lt. Col. P. Noor at 4 p.m. on Monday .', 'They spoke for an hour .'],
    ],
    [
      'The raid began at 3 a.m. The guards had left. It ended by 5 p.m.',
      ['The raid began at 3 a.m.', 'The guards had left .', 'It ended by 5 p.m.'],
    ],
    [
      'He moved to the U.S. in May. He left the U.S. The U.S. Army stayed.',
      ['He moved to the U.S. in May .', 'He left the U.S.', 'The U.S. Army stayed .'],
    ],
    ['A bomb went off at 10:25 A.M. Saturday, he said.', ['A bomb went off at 10:25 A.M. Saturday , he said .']],
    ['It ended by 5 p.m. The guards left.', ['It ended by 5 p.m.', 'The guards left .']],
    ['It was sold by Acme Corp. The buyer fled.', ['It was sold by Acme Corp.', 'The buyer fled .']],
    ['No. 3 Brigade took Hill No. 12. No, he said.', ['No. 3 Brigade took Hill No. 12 .', 'No , he said .']],
    [
      '"We saw smoke," he said. "Then nothing." She nodded.',
      ['" We saw smoke , " he said .', '" Then nothing . "', 'She nodded .'],
    ],
    [
      'Did they fire first? "No!" said the mayor. Why not?',
      ['Did they fire first ?', '" No ! " said the mayor .', 'Why not ?'],
    ],
    ['He shouted: "Stop!" They did not.', ['He shouted : " Stop ! "', 'They did not .']],
    ['"Stop!" Hale shouted.', ['" Stop ! " Hale shouted .']],
    [
      '“The camp is lost. We leave tonight.\n\n“Nobody stays behind,” he said.',
      ['“ The camp is lost .', 'We leave tonight .', '“ Nobody stays behind , ” he said .'],
    ],
    ['• Two dead in Homs\n• Five hurt in Hama', ['• Two dead in Homs', '• Five hurt in Hama']],
    [
      'They came … and went. He paused... Then he spoke.',
      ['They came … and went .', 'He paused ...', 'Then he spoke .'],
    ],
    [
      'The mayor (see below) left. (He was not hurt.) His wife stayed.',
      ['The mayor ( see below ) left .', '( He was not hurt . )', 'His wife stayed .'],
    ],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  it('never run over an empty line', () => {
    expect(sentencesOf('No stop here\n\nand the next paragraph')).toHaveLength(2)
  })

  it('run over the line breaks of text wrapped by hand', () => {
    const text = `   The column left the garrison before dawn and drove north along the
river, where villagers said they had heard firing for most of the night
and had seen smoke above the hills.  Nobody was hurt, the mayor said, and
the road was open again by noon.`
    expect(sentencesOf(text)).toHaveLength(2)
    expect(segment(text).paragraphs).toHaveLength(1)
  })

  it('are bounded in length', () => {
    const { sentences } = segment('word '.repeat(5000))
    expect(Math.max(...sentences.map(({ from, to }) => to - from))).toBeLessThanOrEqual(LONGEST_SENTENCE)
  })
})

describe('paragraphs', () => {
  const kinds = (text: string) =>
    segment(text).paragraphs.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

  it('are headings, bylines, datelines and bodies', () => {
    expect(
      kinds(
        'Two held after market blast\n\nBy Mary Hale\n\nTUNIS, July 6 (Outlet) -- The ministry gave no figure.\n\nIt promised one soon.',
      ),
    ).toEqual([
      'heading: Two held after market blast',
      'byline: By Mary Hale',
      'dateline: TUNIS, July 6 (Outlet) --',
      'body: The ministry gave no figure.',
      'body: It promised one soon.',
    ])
  })

  it.each([
    'BEIRUT (AP) — Shelling went on.',
    'LIMA, 4 OCT 89 (EFE) -- [TEXT] THE POLICE FOUND ARMS.',
    'KABUL, Afghanistan — Shelling went on.',
  ])('a dateline opens %s', (text) => {
    expect(segment(text).paragraphs[0].kind).toBe('dateline')
  })

  it('a dash in a sentence makes no dateline', () => {
    expect(segment('Hale and Noor — both members — left the council on Friday.').paragraphs).toHaveLength(1)
  })
})

describe('a report in capitals', () => {
  it('is recased in the words, and keeps its spans', () => {
    const text =
      'THE POLICE SAID TODAY THAT GENERAL CARLOS MENDEZ WAS KILLED IN LIMA BY A BOMB. NOBODY CLAIMED THE ATTACK.'
    expect(sentencesOf(text)).toEqual([
      'The police said today that General Carlos Mendez was killed in Lima by a bomb .',
      'Nobody claimed the attack .',
    ])
    for (const token of segment(text).tokens) {
      expect(token.text.toUpperCase()).toBe(text.slice(token.start, token.end))
    }
  })

  it('leaves a name in capitals as it is in ordinary text', () => {
    expect(words('The FMLN and NATO met.')).toBe('The FMLN and NATO met .')
  })
})

describe('any text', () => {
  const odd = fc.constantFrom(
    ...[
      "'",
      '’',
      '.',
      '-',
      '--',
      '…',
      '\n',
      '\n\n',
      ' ',
      '\u0000',
      '\u200f',
      '\ud800',
      '\udc00',
      '😀',
      '/',
      '@',
      '$',
      '(',
      '"',
      "n't",
      'U.S.',
      'a',
      'B',
      '7',
      'http://',
      'É',
      'İ',
      '\u00ad',
    ],
  )
  const text = fc.oneof(
    fc.array(odd, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  )

  it('gives words in order, apart, inside their sentences and paragraphs, that cover all that is not blank', () => {
    fc.assert(
      fc.property(text, (text) => {
        const { paragraphs, sentences, tokens } = segment(text)
        let end = 0
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(text.slice(end, token.start)).toMatch(
            /^[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*$/u,
          )
          end = token.end
        }
        expect(text.slice(end)).toMatch(/^[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*$/u)
        for (const [s, sentence] of sentences.entries()) {
          expect(sentence.from).toBe(s === 0 ? 0 : sentences[s - 1].to)
          expect(sentence.start).toBe(tokens[sentence.from].start)
          expect(sentence.end).toBe(tokens[sentence.to - 1].end)
          expect(paragraphs[sentence.paragraph].start).toBeLessThanOrEqual(sentence.start)
          expect(paragraphs[sentence.paragraph].end).toBeGreaterThanOrEqual(sentence.end)
          for (let i = sentence.from; i < sentence.to; i++) expect(tokens[i].sentence).toBe(s)
        }
        expect(sentences[sentences.length - 1]?.to ?? 0).toBe(tokens.length)
        expect(segment(text)).toEqual({ paragraphs, sentences, tokens })
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['one huge word', 'a'.repeat(1_000_000)],
    ['one huge chunk of signs', "a-b.c'd/".repeat(20_000)],
    ['a million stops', '.'.repeat(1_000_000)],
    ['many short lines', 'x\n'.repeat(20_000)],
    ['stops inside a word', `x${'.'.repeat(1000)}a `.repeat(200)],
    ['signs that could end an address', `www.${'a.'.repeat(900)}) `.repeat(100)],
    ['hyphens and dots', 'a-.'.repeat(600).concat(' ').repeat(100)],
    ['many initials', 'A. '.repeat(20_000)],
    ['a million lines', '\n'.repeat(1_000_000)],
    ['a million quotes', '"'.repeat(1_000_000)],
    ['no letters', '-*/=+ '.repeat(50_000)],
    ['marks that set the direction', '\u200fab\u202e'.repeat(50_000)],
    ['halves of pairs', '\ud800 x\udc00'.repeat(50_000)],
    ['control characters', 'a\u0000b\u0001 c'.repeat(50_000)],
    ['a line without an end', 'Hale met Noor in Kabul '.repeat(10_000)],
  ])('takes time in proportion to its length: %s', (_, text) => {
    const start = process.threadCpuUsage()
    segment(text)
    const { user, system } = process.threadCpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(5)
  })
})
