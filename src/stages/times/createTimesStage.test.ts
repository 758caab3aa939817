import { describe, expect, it } from 'vitest'
import { read, timesIn } from '../../../test/timesOf.ts'

describe('a report with its day of publication', () => {
  const day = '2015-07-06'

  it('hangs relative dates on that day, as exactly as they are said', () => {
    expect(read('The camp opened four years ago and was raided last month.', day)).toEqual({
      'four years ago': '2011 | 2011 | published',
      'last month': '2015-06 | 2015-06 | published',
    })
    expect(read('The cell was broken up earlier this year, the leader killed yesterday.', day)).toEqual({
      'earlier this year': '2015 | 2015-01-01/2015-07-06 | published',
      yesterday: '2015-07-05 | 2015-07-05 | published',
    })
    expect(read('He fled a year and a half ago.', day)).toEqual({
      'a year and a half ago': '2014-01 | 2014-01 | published',
    })
  })

  it('takes the tense of the verb for where a bare month or weekday lies', () => {
    expect(read('The mill burned in August.', day)).toEqual({ August: '2014-08 | 2014-08 | published' })
    expect(read('The mill will open in August.', day)).toEqual({ August: '2015-08 | 2015-08 | published' })
    expect(read('The mill burned on Friday.', day)).toEqual({ Friday: '2015-07-03 | 2015-07-03 | published' })
    expect(read('The talks begin on Friday, as the two will meet.', day)).toEqual({
      Friday: '2015-07-10 | 2015-07-10 | published',
    })
  })

  it('puts the weekday of the day itself on the day itself, and "last" a week before', () => {
    expect(read('The mill burned on Monday, not last Monday.', day)).toEqual({
      Monday: '2015-07-06 | 2015-07-06 | published',
      'last Monday': '2015-06-29 | 2015-06-29 | published',
    })
  })

  it('goes on from a date said before', () => {
    expect(read('The town fell on 3 May 2014.\nTwo days later the mayor was shot; that year 40 died.', day)).toEqual({
      '3 May 2014': '2014-05-03 | 2014-05-03 | none',
      'Two days later': '2014-05-05 | 2014-05-05 | date',
      'that year': '2014 | 2014 | date',
    })
  })

  it('reads times of day with their zone, and the day that comes after them', () => {
    expect(read('The bomb exploded at 10:35 p.m. (1935 GMT) on Friday.', day)).toEqual({
      '10:35 p.m.': '2015-07-03T22:35 | 2015-07-03T22:35:00 | date',
      '1935 GMT': '2015-07-03T19:35 | 2015-07-03T19:35:00Z | date',
      Friday: '2015-07-03 | 2015-07-03 | published',
    })
    expect(read('They met at noon on Friday, and again at midnight.', day)).toEqual({
      noon: '2015-07-03T12 | 2015-07-03T12:00:00 | date',
      Friday: '2015-07-03 | 2015-07-03 | published',
      midnight: '2015-07-03T24 | 2015-07-04T00:00:00 | date',
    })
    expect(read('It ended at 5 a.m. EST, June 3.', day)).toEqual({
      '5 a.m. EST, June 3': '2015-06-03T05:00 | 2015-06-03T05:00:00-05:00 | published',
    })
  })

  it('goes on to the next day where the clock goes past midnight', () => {
    expect(read('The calls came at 23:47 on 3 July and at 00:12.', day)).toMatchObject({
      '23:47': '2015-07-03T23:47 | 2015-07-03T23:47:00 | date',
      '00:12': '2015-07-04T00:12 | 2015-07-04T00:12:00 | date',
    })
    expect(read('It was shut from 8 p.m. to 4 a.m. that night.', day)['4 a.m.']).toMatch(/^2015-07-07T04:00/)
    // a morning and the evening behind it are one day's
    expect(read('It was open from 9 a.m. to 4 p.m. then.', day)['4 p.m.']).toMatch(/^2015-07-06T16:00/)
  })

  it('takes midnight of a day that is over for its beginning', () => {
    expect(read('At midnight the lines were cut, they reported.', day)).toEqual({
      midnight: '2015-07-05T24 | 2015-07-06T00:00:00 | published',
    })
  })

  it('knows the clocks of towns that never change them, and keeps the hour of the others as it is', () => {
    expect(read('It landed at 7:30 Kabul time and left at 9:15 Paris time.', day)).toEqual({
      '7:30 Kabul time': '2015-07-06T07:30 | 2015-07-06T07:30:00+04:30 | published',
      '9:15 Paris time': '2015-07-06T09:15 | 2015-07-06T09:15:00 | date',
    })
    expect(read('By half past eight the road was shut; troops moved at 0300 hours.', day)).toEqual({
      'half past eight': '2015-07-06T08:30 | 2015-07-06 | published',
      '0300 hours': '2015-07-06T03:00 | 2015-07-06T03:00:00 | date',
    })
  })

  it('goes back with a report that has gone back in time, and no farther', () => {
    const told = 'The siege was begun on 2 October 1942. In November, the wells failed; on 4 April, it was ended.'
    expect(read(told, day)).toEqual({
      '2 October 1942': '1942-10-02 | 1942-10-02 | none',
      November: '1942-11 | 1942-11 | date',
      '4 April': '1943-04-04 | 1943-04-04 | date',
    })
    // a date that only tells which, and a year in passing, are no story of their own
    expect(read('He was named in the May 2010 report and was held in November.', day).November).toMatch(/^2014-11/)
    expect(read('Founded in 1987, the group was banned in November.', day).November).toMatch(/^2014-11/)
  })

  it('takes "a year ago" for about this month a year before, and "two weeks ago" for about that day', () => {
    expect(read('A year ago the post was burned; two weeks ago it was burned again.', day)).toEqual({
      'A year ago': '2014 | 2014-07~ | published',
      'two weeks ago': '2015-W26 | 2015-06-22~ | published',
    })
  })

  it('knows which stretch a length is where its end is said', () => {
    expect(read('Claims rose in the three months to September.', '2015-11-06')['the three months']).toBe(
      'P3M | 2015-07/2015-09 | published',
    )
    expect(read('Losses fell for the year ended 30 June 2015.', day)['the year']).toBe(
      'P1Y | 2014-07-01/2015-06-30 | none',
    )
    expect(read('Losses fell for the three months of rest.', day)['the three months']).toBe('P3M |  | none')
    expect(read('He asked for guards less than a week ago.', day)).toEqual({
      'less than a week ago': '2015-W27 | 2015-06-29~/2015-07-06 | published',
    })
  })

  it('reckons from the dateline where that is an earlier day', () => {
    const text = 'KASSERINE, Tunisia, July 5 (Wire) - Two men were shot yesterday, and one on Friday.'
    expect(read(text, day)).toMatchObject({
      yesterday: '2015-07-04 | 2015-07-04 | date',
      Friday: '2015-07-03 | 2015-07-03 | date',
    })
    // no dateline, or one of the day itself
    expect(read('Two men, July 5 - were shot yesterday.', day).yesterday).toBe('2015-07-05 | 2015-07-05 | published')
    expect(read(text.replace('July 5', 'July 6'), day).yesterday).toBe('2015-07-05 | 2015-07-05 | published')
    // without a day of publication a dateline with its year is one
    expect(read(text.replace('July 5', 'July 5, 2015')).yesterday).toBe('2015-07-04 | 2015-07-04 | date')
  })

  it('counts months from the date of the sentence, however wide it is', () => {
    const told = 'The post was burned on 3 May 2014.\nHe was seized in 2011 and was freed 14 months later.'
    expect(read(told, day)['14 months later']).toBe('2012 | 2012~ | date')
    expect(read('He was seized on 3 May 2014 and was freed 14 months later.', day)['14 months later']).toBe(
      '2015-07 | 2015-07 | date',
    )
  })

  it('gives the first of two seasons the year of the second', () => {
    expect(read('They rested in the spring and early summer of 1943.', day)).toEqual({
      spring: '1943-SP | 1943-21 | date',
      'early summer of 1943': '1943-SU | 1943-22 | none',
    })
    expect(read('They rested in the spring. The summer of 1943 was hot.', day)['the spring']).toBe(
      '2015-SP | 2015-21 | published',
    )
  })

  it('takes "until January", told in November, for what is still to come', () => {
    expect(read('He was given until January.', '2014-11-06').January).toMatch(/^2015-01 /)
    expect(read('He was held until January.', '2014-07-06').January).toMatch(/^2014-01 /)
  })

  it('looks back since a month, and ahead to what is planned', () => {
    expect(read('He will be the second to leave since August.', day)).toEqual({
      August: '2014-08 | 2014-08 | published',
    })
  })

  it('keeps nights and parts of days', () => {
    expect(read('Shots were fired last night, overnight on Friday, and in the early hours of Sunday.', day)).toEqual({
      'last night': '2015-07-05TNI | 2015-07-05 | published',
      'overnight on Friday': '2015-07-03TNI | 2015-07-03/2015-07-04 | published',
      'the early hours of Sunday': '2015-07-05TMO | 2015-07-05 | published',
    })
  })

  it('says what is only about so', () => {
    expect(read('It was shut in early May, in mid-June and at the end of 2014.', day)).toEqual({
      'early May': '2015-05 | 2015-05-01/2015-05-10~ | published',
      'mid-June': '2015-06 | 2015-06-11~/2015-06-20~ | published',
      'the end of 2014': '2014 | 2014-12~ | none',
    })
    expect(read('He was held about three years ago.', day)).toEqual({
      'about three years ago': '2012 | 2012~ | published',
    })
  })

  it('reads lengths, and where they lie when the text says so', () => {
    expect(read('The siege lasted for two and a half years.', day)).toEqual({
      'two and a half years': 'P2Y6M |  | none',
    })
    expect(read('Prices were raised twice in the past three months.', day)).toEqual({
      'the past three months': 'P3M | 2015-04-06~/2015-07-06 | published',
    })
  })

  it('leaves what hangs on another incident to whoever finds that incident', () => {
    expect(read('Ten days after the raid the market was opened.', day)).toEqual({ 'Ten days': 'P10D |  | incident' })
    expect(read('The week before the raid he fled; hours after it he was back.', day)).toEqual({
      'The week': 'XXXX-WXX |  | incident',
    })
    expect(read('He fled.\nHours after the raid he was back.', day)).toEqual({ Hours: 'PTXH |  | incident' })
  })

  it('reads what comes again', () => {
    expect(read('They prayed every Friday and were paid twice a month.', day)).toEqual({
      'every Friday': 'XXXX-WXX-5 |  | none',
      'twice a month': 'P1M |  | none',
    })
  })

  it('reads quarters, decades and centuries', () => {
    expect(read('Exports fell in the third quarter of 2014, as in the late 1990s and the 19th century.', day)).toEqual({
      'the third quarter of 2014': '2014-Q3 | 2014-35 | none',
      'the late 1990s': '199 | 1997~/1999 | none',
      'the 19th century': '18 | 18XX | none',
    })
  })

  it('knows feasts that move, and dates of the Islamic calendar as nearly as tables can', () => {
    expect(read('The truce was signed on Good Friday.', day)).toEqual({
      'Good Friday': '2015-04-03 | 2015-04-03 | published',
    })
    expect(read('The letter was dated 15 Ramadan 1436.', day)).toEqual({
      '15 Ramadan 1436': '2015-07-02 | 2015-07-01~/2015-07-03~ | none',
    })
    expect(read('The market was closed during Ramadan last year.', day)['Ramadan last year']).toMatch(
      /^2014-06 \| 2014-06-27~\/2014-07-2\d~|^2014-06 \| 2014-06-28~\/2014-07-29~/,
    )
  })

  it('reads offsets of the clock, fiscal years and weeks named by a day', () => {
    expect(read('It ended at 14:00 GMT+3 after FY 2014-15 and before the week of June 8.', day)).toEqual({
      '14:00 GMT+3': '2015-07-06T14:00 | 2015-07-06T14:00:00+03:00 | published',
      'FY 2014-15': '2014 | 2014/2015 | none',
      'the week of June 8': '2015-W24 | 2015-06-08/2015-06-14 | published',
    })
  })

  it('does not go on from the day of publication as if it had been told', () => {
    expect(read('A few hours later the mill burned, and the next day the mayor fled.', day)).toEqual({
      'A few hours later': 'PTXH |  | unresolved',
      'the next day': 'XXXX-XX-XX |  | unresolved',
    })
  })

  it('knows which days there are', () => {
    expect(read('It burned on February 29, then on June 31, 2014.', day)).toEqual({
      'February 29': '2012-02-29 | 2012-02-29 | published',
    })
    expect(read('It was dated 24/06/2015, or 03/04/2015.', day)).toEqual({
      '24/06/2015': '2015-06-24 | 2015-06-24 | none',
      '03/04/2015': '2015-03-04 | 2015-03-04? | none',
    })
  })

  it('knows the attacks that go by their day alone', () => {
    expect(read('He was held over the 9/11 plot, then over the September 11 attacks.', day)).toEqual({
      '9/11': '2001-09-11 | 2001-09-11 | none',
      'September 11': '2001-09-11 | 2001-09-11 | none',
    })
  })

  it('takes no ages, counts, verbs, names or numbers of things for times', () => {
    expect(
      read('An 18-year-old, 25 years old, may march with 1944 people; the second man sat in room 1990.', day),
    ).toEqual({})
    expect(read('They won 10:35 and paid $1999, said Jan Novak.', day)).toEqual({})
  })
})

describe('a report without a day of publication', () => {
  it('leaves relative dates relative: nothing becomes the day of publication', () => {
    expect(read('The camp opened four years ago and was raided last month, on Friday, in May and yesterday.')).toEqual({
      'four years ago': 'XXXX |  | unresolved',
      'last month': 'XXXX-XX |  | unresolved',
      Friday: 'XXXX-WXX-5 |  | unresolved',
      May: 'XXXX-05 | XXXX-05 | unresolved',
      yesterday: 'XXXX-XX-XX |  | unresolved',
    })
  })

  it('still goes on from a date said just before', () => {
    expect(read('The town fell on 3 May 2014.\nThe next day the bridge was mined.')).toEqual({
      '3 May 2014': '2014-05-03 | 2014-05-03 | none',
      'The next day': '2014-05-04 | 2014-05-04 | date',
    })
  })

  it('no anchor is the day of publication, whatever is said', () => {
    const said =
      'Now, recently, this week, tonight, last summer, on Friday night, at 5 p.m., over the weekend, in the first quarter, at Easter, at the end of the month.'
    for (const { anchor, edtf: interval } of timesIn(said)) {
      expect(anchor.kind).toBe('unresolved')
      expect(interval).not.toMatch(/\d{4}/)
    }
  })
})

describe('a history', () => {
  const text = [
    'The war was declared on 3 March 1911, after the elections of 1908 and 1910.',
    'In June the port was taken.',
    'In the following month the fleet was sunk; on 12 August the king fled, and two days later the capital fell.',
    'By January the north was lost as well.',
    'A treaty was signed between 3 and 7 February 1912, and confirmed in 1913, though the 1805 treaty was kept.',
    'In May 1913 the army was disbanded, and in October the king returned.',
  ].join('\n')

  it('takes the year from the dates said before, not from the day it appeared', () => {
    const found = read(text, '2009-12-19')
    expect(found['June']).toBe('1911-06 | 1911-06 | date')
    expect(found['the following month']).toBe('1911-07 | 1911-07 | date')
    expect(found['12 August']).toBe('1911-08-12 | 1911-08-12 | date')
    expect(found['two days later']).toBe('1911-08-14 | 1911-08-14 | date')
    expect(found['January']).toBe('1912-01 | 1912-01 | date')
    expect(found['October']).toBe('1913-10 | 1913-10 | date')
  })

  it('gives the first of two linked dates the year of the second', () => {
    expect(read(text, '2009-12-19')['3']).toBe('1912-02-03 | 1912-02-03 | none')
    expect(read('It was fought between March 2 and March 8, 1931.', '2009-12-19')['March 2']).toBe(
      '1931-03-02 | 1931-03-02 | date',
    )
  })
})

describe('days of countries, dates in figures', () => {
  const day = '2023-09-04'

  it('knows whose Independence Day is meant, and takes no country for granted', () => {
    expect(read("The stand fell on Ghana's Independence Day and on Canada Day.", day)).toEqual({
      "Ghana's Independence Day": '2023-03-06 | 2023-03-06 | published',
      'Canada Day': '2023-07-01 | 2023-07-01 | published',
    })
    expect(read('Nobody works on Independence Day.', day)).toEqual({})
  })

  it('reads dates with stops day first, ranges with a dash between blanks, and a hyphenated Sha’ban', () => {
    expect(read('12.03.2023: the hall burned. Losses rose by 12.5 percent.', day)).toEqual({
      '12.03.2023': '2023-03-12 | 2023-03-12 | none',
    })
    expect(read('Period covered: 23 - 29 August.', day)).toEqual({
      23: '2023-08-23 | 2023-08-23 | published',
      '29 August': '2023-08-29 | 2023-08-29 | published',
    })
    expect(Object.keys(read("The letter is dated 3 Sha'ban 1436.", day))).toEqual(["3 Sha'ban 1436"])
  })

  it('leaves numbers of flats and kilometres alone', () => {
    expect(read('Flat 1945 burned, and a lorry at kilometre 1990.', day)).toEqual({})
  })

  it('reckons from the month or the year of what was told just before, never past the day of publication', () => {
    const told = 'In 2011 he bombed the mill.\nHe was shot five days later.'
    expect(read(told, day)['five days later']).toBe('2011 | 2011 | date')
    expect(read('In March some boys were taken.\nThey were freed three weeks later.', day)['three weeks later']).toBe(
      '2023-WXX | 2023-03-22/2023-04-21 | date',
    )
    expect(read('The mill burned on Sunday.\nThe owner was held three weeks later.', day)['three weeks later']).toBe(
      'P3W |  | unresolved',
    )
  })

  it('reads the night before only from a day that was told', () => {
    expect(read('The mill burned on 3 May.\nThe night before, men had come.', day)['The night before']).toBe(
      '2023-05-02TNI | 2023-05-02 | date',
    )
    expect(read('Men had come the night before.', day)['the night before']).toBe('XXXX-XX-XXTNI |  | unresolved')
  })
})
