/** Colours and strokes on a terminal; plain text anywhere else, and wherever NO_COLOR is set (no-color.org). */
export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly struck: (text: string) => string
  readonly alarm: (text: string) => string
  /** the colour of a source: the same for one key everywhere */
  readonly source: (key: string, text: string) => string
}

/** Okabe and Ito's colours, which nobody confuses, as near as the 256 of a terminal come: orange, sky, green, yellow, blue, vermilion, purple. */
const HUES = [214, 117, 36, 185, 68, 166, 175]

export function styleFor(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv = process.env): Style {
  const on = stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb'
  const code = (start: string, end: string) => (text: string) =>
    on && text !== '' ? `\x1b[${start}m${text}\x1b[${end}m` : text
  return {
    bold: code('1', '22'),
    dim: code('2', '22'),
    struck: code('9', '29'),
    alarm: code('1;33', '22;39'),
    source: (key, text) => code(`38;5;${HUES[hashOf(key) % HUES.length]}`, '39')(text),
  }
}

const hashOf = (key: string): number => {
  let hash = 7
  for (let index = 0; index < key.length; index++) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) >>> 0
  return hash
}
