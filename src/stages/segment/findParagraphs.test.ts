import { describe, expect, it } from 'vitest'
import { findParagraphs } from './findParagraphs.ts'

const kinds = (text: string): string[] =>
  findParagraphs(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

describe('datelines', () => {
  it.each([
    ['TUNIS, July 6 (Outlet) --', 'The ministry gave no figure.'],
    ['BEIRUT (AP) —', 'Shelling went on through the night.'],
    ['KABUL, Afghanistan —', 'Two guards were hurt.'],
    ['KABUL, Afghanistan (AP) —', 'Two guards were hurt.'],
    ['NAIROBI, Kenya, Sept. 3 (Outlet) -', 'Police found a cache of arms.'],
    ['LAGOS/ABUJA, March 14 (Outlet) -', 'Gunmen raided a camp.'],
    ['Aleppo, Syria (CNN) --', 'A bomb fell on a market.'],
    ['(Outlet) -', 'A bomb went off near the gate.'],
    ['SAN SALVADOR, 12 JAN 91 (AGENCY-ONE) -- [TEXT]', 'THE ARMY SAID TODAY THAT TWO SOLDIERS DIED.'],
    ['AL-HASAKAH, Syria:', 'Fighters took the bridge.'],
    ['PESHAWAR:', 'A bomber struck a hospital on Friday.'],
    ['PORT-AU-PRINCE, Haiti, Jan. 5 —', 'The road was shut.'],
    ['MOSUL, IRAQ -', 'Troops entered the old town.'],
    ['Maiduguri, Nigeria –', 'Troops entered the old town.'],
    ["N'DJAMENA, Chad (AFP) –", 'A market was hit.'],
    ['UNITED NATIONS (AP) _', 'The council met on Monday.'],
    ['WASHINGTON, D.C. —', 'The senator spoke.'],
    ['ST. PETERSBURG, Russia (AP) —', 'A blast hit a train.'],
    ['Islamabad, Aug 9 (IANS)', 'A bomber struck a hospital.'],
  ])('%s', (dateline, body) => {
    expect(kinds(`${dateline} ${body}`)).toEqual([`dateline: ${dateline}`, `body: ${body}`])
  })

  it.each([
    'Hale and Noor — both members — left the council on Friday.',
    'The mayor — a former guard — said no more.',
    'NATO - which runs the base - gave no comment.',
    'BREAKING: the council has voted to leave.',
    'WARNING: The video shows wounded people.',
    'QUESTION: Where were you?',
    'UPDATE - The mayor has resigned, his office said.',
    'FMLN (the front) - a party now - won.',
    'Monday (June 3) was quiet.',
    'In Tunis, May (the minister) spoke.',
  ])('none opens "%s"', (text) => {
    expect(kinds(text)).toEqual([`body: ${text}`])
  })

  it('have a place in ordinary letters only at the opening', () => {
    const line = 'Sousse, Tunisia — Nobody was hurt.'
    expect(kinds(`The road is shut.\n\n${line}`)).toContain(`body: ${line}`)
  })
})

describe('kinds', () => {
  it.each([
    ['byline', 'By Anna Person and Ben Person'],
    ['byline', 'By ANNA PERSON, Outlet Staff Writer'],
    ['byline', 'BY ANNA PERSON'],
    ['byline', 'By Anna Person and Ben van Noor, staff writers for the Outlet'],
    ['byline', 'By Karim al-Nadir in Tunis'],
    ['byline', 'Reporting by Anna Person in Tunis; editing by Ben Person'],
    ['byline', '(Reporting by Anna Person; Editing by Ben Person)'],
    ['byline', '(Additional reporting by Anna Person in Cairo; Writing by Ben Person)'],
    ['byline', 'Additional reporting by Anna Person'],
    ['byline', 'Anna Person in Tunis contributed to this report.'],
    ['byline', 'Anna Person and Ben Person contributed reporting.'],
    ['byline', 'From our correspondent in Tunis'],
    ['byline', 'Photograph: Anna Person/Outlet'],
    ['byline', '— Anna Person'],
    ['heading', 'Army denies role in market blast'],
    ['heading', 'Who are the fighters?'],
    ['heading', '1. The camp'],
    ['body', 'By Friday the road was open again.'],
    ['body', 'By then the guards had fled, witnesses said.'],
    ['body', 'By Anna Person’s account nobody was hurt.'],
    ['body', 'The firm contributed to the fund.'],
    ['body', 'Nobody was hurt.'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(`${text}\n\nThe ministry gave no figure on Monday.`)[0]).toBe(`${kind}: ${text}`)
  })
})

describe('lines', () => {
  it('of a list are paragraphs of their own', () => {
    const items = ['- A bomb near the gate', '- A raid on the camp', '- The killing of a judge']
    expect(findParagraphs(`Three attacks were claimed:\n\n${items.join('\n')}`)).toHaveLength(4)
  })

  it('of a quotation that goes on over a border stay apart', () => {
    expect(findParagraphs('“The camp is lost. We leave tonight.\n\n“Nobody stays behind,” he said.')).toHaveLength(2)
  })

  it('of any kind end a paragraph', () => {
    for (const mark of ['\r\n', '\r', '\u2028', '\u0085']) {
      expect(findParagraphs(`Nobody was hurt.${mark}The road is shut.`)).toHaveLength(2)
    }
  })
})
