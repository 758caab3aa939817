/** A template of a MUC-4 answer key. */
export interface Muc4Key {
  readonly message: string
  readonly optional: boolean
  /** for each slot its fills, each as its alternatives */
  readonly slots: ReadonlyMap<number, readonly (readonly string[])[]>
}

/** Where a filler begins in a line of a template. */
const FILLER_COLUMN = 36

/** The templates of an answer key; messages without an incident have none. */
export function muc4Keys(file: string): Muc4Key[] {
  return file.split(/\n\s*\n/).flatMap((block) => {
    const lines = new Map<number, string[]>()
    let current: string[] | undefined
    for (const line of block.split('\n')) {
      const slot = /^(\d+)\.\s+[A-Z]/.exec(line)
      if (slot) {
        current = [line.slice(FILLER_COLUMN).trim()]
        lines.set(Number(slot[1]), current)
      } else if (/^\s/.test(line)) current?.push(line.trim())
    }
    const [message] = lines.get(0) ?? []
    const [template] = lines.get(1) ?? []
    if (message === undefined || template === undefined || template.startsWith('*')) return []
    const slots = new Map(
      [...lines].map(([slot, fills]) => [
        slot,
        fills.filter((fill) => !/^[-*]?$/.test(fill)).map((fill) => fill.split(' / ').map((part) => part.trim())),
      ]),
    )
    return [{ message: message.split(/\s/)[0], optional: template.includes('OPTIONAL'), slots }]
  })
}

/** The strings of a fill, any of which may stand in the text: `"FMLN" / "FARABUNDO MARTI FRONT"`. */
export const stringsOf = (fill: readonly string[]): string[] =>
  fill.flatMap((part) => [...part.matchAll(/"([^"]+)"/g)].map(([, text]) => text)).filter((text) => text !== '-')
