import { describe, expect, it } from 'vitest'
import { csvRow } from './exportCsv.ts'

describe('a row of CSV', () => {
  it('is as RFC 4180 has it', () => {
    expect(csvRow(['plain', 'a, b', 'said "no"', 'two\nlines', '', undefined, null, ' edge ', 0, 2.5])).toBe(
      'plain,"a, b","said ""no""","two\nlines",,,," edge ",0,2.5\r\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1'])(
    'does not let a spreadsheet run %j',
    (text) => {
      expect(csvRow([text])).toMatch(/^"?'/)
    },
  )

  it('leaves numbers alone, negative longitudes too', () => expect(csvRow([-1.5, -2])).toBe('-1.5,-2\r\n'))
})
