/** One message of a MUC-4 text file: its id, its text, and what its dateline says. */
export interface Message {
  readonly id: string
  readonly text: string
  /** ISO date of the dateline */
  readonly published?: string
  /** country or city of the dateline, as written */
  readonly place?: string
}

const ID_LINE = /^((?:DEV|TST\d)-MUC\d-\d{4})[ \t]*(?:\([^)\n]*\))?[ \t]*$/gm
const DATELINE = /^\s*([^,]{1,80}),\s*(\d{1,2}) ([A-Z]{3})[A-Z]*(?: (\d{2}))?\b/
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
/** Years left out of a dateline: nearly all messages are of 1989 and 1990. */
const DEFAULT_YEAR = 89

/** The messages of a file: each starts with its id on a line of its own. */
export function messagesOf(file: string): Message[] {
  const starts = [...file.matchAll(ID_LINE)]
  return starts.map((match, index) => {
    const text = file.slice(match.index + match[0].length, starts[index + 1]?.index ?? file.length)
    const header = DATELINE.exec(text.replace(/\s+/g, ' '))
    const month = header ? MONTHS.indexOf(header[3]) + 1 : 0
    return {
      id: match[1],
      text: unwrapped(text),
      ...(header && month > 0
        ? {
            published: `19${header[4] ?? DEFAULT_YEAR}-${pad(month)}-${pad(Number(header[2]))}`,
            place: header[1].trim(),
          }
        : {}),
    }
  })
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** Lines joined to paragraphs, of the same length to the letter: only the line breaks inside a paragraph become blanks. */
const unwrapped = (text: string): string => text.replace(/([^\n])\n(?=[^\s])/g, '$1 ')
