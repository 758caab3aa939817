import { describe, expect, it } from 'vitest'
import { Document } from '../document/Document.ts'
import type { AttributionAnnotation, Layers, Proposition } from '../document/Layers.ts'
import { reportOf } from '../model/Report.ts'
import type { Span } from '../model/Span.ts'
import { identitiesOf } from './Identities.ts'
import { statementsOf } from './statementsOf.ts'

// One sentence; words are what blanks set apart. The first proposition's token is found by its word.
function documentOf(
  text: string,
  layers: (at: (words: string) => Span, token: (word: string) => number) => Partial<Layers>,
) {
  const tokens = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    sentence: 0,
  }))
  const at = (words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length }
  }
  const token = (word: string) => tokens.findIndex((candidate) => candidate.text === word)
  const mention = (index: number) => ({ span: tokens[index] ?? at(''), token: index, by: 'rule:test/raid' })
  const given = layers(at, token)
  return new Document(reportOf({ text, outlet: 'The Courier', published: '2023-05-04' })).add({
    tokens,
    sentences: [{ start: 0, end: text.length, from: 0, to: tokens.length, paragraph: 0 }],
    tags: tokens.map(({ text: word }) => ({
      upos: /^(raid|attack)$/.test(word) ? 'NOUN' : 'X',
      xpos: '',
      lemma: word,
    })),
    trees: tokens.map((_, index) =>
      /^(raid|attack)$/.test(tokens[index + 1]?.text ?? '')
        ? { head: index + 1, deprel: 'det' }
        : { head: -1, deprel: 'root' },
    ),
    paragraphs: [],
    names: [],
    mentions: [],
    entities: [],
    times: [],
    incidents: [{ type: 'raid', stage: 'accomplished', label: 'raid', mentions: [mention(token('raid'))] }],
    certainty: [],
    attributions: [],
    relations: [],
    ...given,
  })
}

const attribution = (
  sourceName: string,
  cue: Span,
  content: Span,
  more: Partial<AttributionAnnotation> = {},
): AttributionAnnotation => ({
  source: [{ start: cue.start - sourceName.length - 1, end: cue.start - 1 }],
  cue: [cue],
  content: [content],
  mode: 'indirect',
  act: 'says',
  certainty: 'certain',
  polarity: 'affirmed',
  sourceKind: 'group',
  sourceName,
  by: 'rule:test/said',
  ...more,
})

const killed = (token: number, span: Span, more: Partial<Proposition> = {}): Proposition => ({
  subject: { kind: 'incident', index: 0 },
  property: 'killed',
  value: { type: 'count', low: 2, best: 2, high: 2, words: 'two' },
  token,
  spans: [span],
  by: 'rule:test/killed',
  ...more,
})

function read(document: Document) {
  const identities = identitiesOf(document)
  const names = new Map(identities.sources.map(({ id, name }) => [id, name]))
  const [statement] = statementsOf(document, identities)
  return { ...statement, names: statement.chain.map(({ source }) => names.get(source)) }
}

describe('statementsOf', () => {
  it('lets the outlet vouch for what nobody else says', () => {
    const statement = read(
      documentOf('Soldiers killed two men', (at, token) => ({
        incidentPropositions: [killed(token('killed'), at('two'))],
      })),
    )
    expect(statement.names).toEqual(['The Courier'])
    expect(statement).toMatchObject({ certainty: 'certain', polarity: 'affirmed', said: { edtf: '2023-05-04' } })
    expect(statement.passages[0]).toMatchObject({ exact: 'two', prefix: 'Soldiers killed ', suffix: ' men' })
  })

  it('gives a chain of three where residents told the ministry, outermost first', () => {
    const statement = read(
      documentOf('The ministry said residents reported soldiers killed two men', (at, token) => ({
        attributions: [
          attribution('residents', at('reported'), at('soldiers killed two men')),
          attribution('The ministry', at('said'), at('residents reported soldiers killed two men')),
        ],
        incidentPropositions: [killed(token('killed'), at('two'))],
      })),
    )
    expect(statement.names).toEqual(['The Courier', 'The ministry', 'residents'])
    expect(statement.path.map(({ by }) => by)).toEqual(['rule:test/killed', 'rule:test/said', 'rule:test/said'])
  })

  it('is no surer than the cue, and turns a denied content round', () => {
    const doubted = read(
      documentOf('officials doubt soldiers killed two men', (at, token) => ({
        attributions: [
          attribution('officials', at('doubt'), at('soldiers killed two men'), {
            act: 'doubts',
            certainty: 'possible',
            polarity: 'denied',
          }),
        ],
        incidentPropositions: [killed(token('killed'), at('two'))],
      })),
    )
    expect(doubted).toMatchObject({ certainty: 'possible', polarity: 'denied' })
  })

  it('is as sure of an attempt as of the trying', () => {
    const tried = (sureAt?: number) =>
      read(
        documentOf('Soldiers may try to kill two men', (at, token) => ({
          certainty: [
            { ...at('try'), token: token('try'), by: 'model:test', value: 1, ruled: { own: 1, value: 1, sayers: [] } },
            {
              ...at('kill'),
              token: token('kill'),
              by: 'model:test',
              value: 0,
              ruled: { own: 0, value: 0, sayers: [] },
            },
          ],
          incidentPropositions: [killed(token('kill'), at('two'), sureAt === undefined ? {} : { sureAt })],
        })),
      )
    expect(tried(2)).toMatchObject({ certainty: 'possible', polarity: 'affirmed' })
    expect(tried()).toMatchObject({ certainty: 'unknown', polarity: 'affirmed' })
  })

  it('keeps the word that makes a predicate less than sure, but not the cue itself', () => {
    const reading = (word: string, own: number) =>
      read(
        documentOf('police said soldiers may have killed two men', (at, token) => ({
          attributions: [attribution('police', at('said'), at('soldiers may have killed two men'))],
          certainty: [
            {
              ...at('killed'),
              token: token('killed'),
              by: 'model:test',
              value: 1,
              word,
              ruled: { value: 1, own, sayers: [token('said')] },
            },
          ],
          incidentPropositions: [killed(token('killed'), at('two'))],
        })),
      )
    expect(reading('may', 1)).toMatchObject({ certainty: 'possible', certaintyWord: 'may' })
    expect(reading('said', 3).certaintyWord).toBeUndefined()
    expect(reading('said', 3).certainty).toBe('certain')
  })

  it('leaves to the outlet what a claim takes for granted, and to the claimant who did it', () => {
    const claim = (more: Partial<Proposition>) =>
      read(
        documentOf('The Front claimed the raid on Monday', (at, token) => ({
          attributions: [
            attribution('The Front', at('claimed'), at('the raid on Monday'), { act: 'claims-responsibility' }),
          ],
          incidentPropositions: [killed(token('raid'), at('raid'), more)],
        })),
      )
    expect(claim({}).names).toEqual(['The Courier'])
    expect(claim({ property: 'perpetrator' }).names).toEqual(['The Courier', 'The Front'])
    expect(claim({ attribution: 0 }).names).toEqual(['The Courier', 'The Front'])
  })

  it('has what one claims also as the other denies it, save what the claim mentions by the way', () => {
    const document = documentOf('Rebels said soldiers killed two men , which officers denied', (at, token) => ({
      attributions: [
        attribution('Rebels', at('said'), at('soldiers killed two men')),
        attribution('officers', at('denied'), at('which'), { act: 'denies', polarity: 'denied', answers: 0 }),
      ],
      incidentPropositions: [
        killed(token('killed'), at('two')),
        killed(token('killed'), at('soldiers'), { property: 'place' }),
      ],
    }))
    const identities = identitiesOf(document)
    const said = statementsOf(document, identities).map(({ property, polarity, chain }) => [
      property,
      polarity,
      identities.sources.find(({ id }) => id === chain.at(-1)?.source)?.name,
    ])
    expect(said).toEqual([
      ['killed', 'affirmed', 'Rebels'],
      ['killed', 'denied', 'officers'],
      ['place', 'affirmed', 'Rebels'],
    ])
  })

  it('counts the outlet once where it is its own source', () => {
    const statement = read(
      documentOf('The Courier learned soldiers killed two men', (at, token) => ({
        attributions: [
          attribution('The Courier', at('learned'), at('soldiers killed two men'), { sourceKind: 'outlet' }),
        ],
        incidentPropositions: [killed(token('killed'), at('two'))],
      })),
    )
    expect(statement.names).toEqual(['The Courier'])
  })

  it('gives the same proposition the same id again, and another one another', () => {
    const text = 'Soldiers killed two men'
    const id = (count: number) =>
      read(
        documentOf(text, (at, token) => ({
          incidentPropositions: [
            killed(token('killed'), at('two'), {
              value: { type: 'count', low: count, best: count, high: count, words: 'two' },
            }),
          ],
        })),
      ).id
    expect(id(2)).toBe(id(2))
    expect(id(3)).not.toBe(id(2))
  })
})
