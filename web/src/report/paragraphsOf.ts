/** One block of the text, by its place in it. */
export interface Block {
  readonly start: number
  readonly end: number
}

/** The lines of a text that hold anything; offsets stay those of the text. */
export function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+/g)) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    const start = index + line.indexOf(trimmed)
    blocks.push({ start, end: start + trimmed.length })
  }
  return blocks
}
