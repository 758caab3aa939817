import { Document } from '../src/document/Document.ts'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'

/** One marked mention: `[1 the group]` belongs to entity 1, `[- They]` to none of the numbered. */
interface Marked {
  readonly start: number
  readonly end: number
  readonly entity: string
}

/** "[1 The group] fled." as text and marks. */
function unmark(marked: string): { text: string; marks: Marked[] } {
  let text = ''
  const marks: Marked[] = []
  const open: { start: number; entity: string }[] = []
  for (const [piece] of marked.matchAll(/\[(\d|-) |\]|[^[\]]+/g)) {
    if (piece === ']') {
      const { start, entity } = open.pop()!
      marks.push({ start, end: text.length, entity })
    } else if (piece.startsWith('[')) open.push({ start: text.length, entity: piece[1] })
    else text += piece
  }
  return { text, marks }
}

const reader = openEnglishReader()
const stages = reader.stages.slice(0, 1 + reader.stages.findIndex(({ name }) => name === 'mentions'))

/** What is wrong with the entities of a marked text: a mention that is missing or stands with others, and ones that were confused. */
export function mentionFaults(marked: string): string[] {
  const { text, marks } = unmark(marked)
  const document = new Document(reportOf({ text }))
  for (const stage of stages) document.add(stage.run(document))
  const mentions = document.get('mentions')
  const entityAt = ({ start, end }: Marked): number | undefined => {
    const near = mentions.filter((mention) => mention.start < end && mention.end > start)
    const exact = near.find((mention) => mention.start === start && mention.end === end)
    const tokens = document.get('tokens')
    const partly = near.filter(
      (mention) =>
        (mention.start === start || mention.end === end) &&
        tokens[mention.head].start >= start &&
        tokens[mention.head].end <= end,
    )
    return (exact ?? partly[0])?.entity
  }
  const faults: string[] = []
  const found = new Map<string, number>()
  for (const mark of marks.filter(({ entity }) => entity !== '-').sort((a, b) => a.start - b.start)) {
    const words = text.slice(mark.start, mark.end)
    const entity = entityAt(mark)
    if (entity === undefined) faults.push(`"${words}" is not found`)
    else if (!found.has(mark.entity)) {
      const other = [...found].find(([, own]) => own === entity)
      if (other) faults.push(`"${words}" is taken for ${other[0]}`)
      found.set(mark.entity, entity)
    } else if (found.get(mark.entity) !== entity) faults.push(`"${words}" is not ${mark.entity}`)
  }
  for (const mark of marks.filter(({ entity }) => entity === '-')) {
    const entity = entityAt(mark)
    const of = [...found].find(([, own]) => own === entity)
    if (of) faults.push(`"${text.slice(mark.start, mark.end)}" is taken for ${of[0]}`)
  }
  return faults
}
