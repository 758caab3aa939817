/** Fillers by slot number, 2 to 24. */
export type Template = Map<number, string[]>

const LABELS = [
  'MESSAGE: ID',
  'MESSAGE: TEMPLATE',
  'INCIDENT: DATE',
  'INCIDENT: LOCATION',
  'INCIDENT: TYPE',
  'INCIDENT: STAGE OF EXECUTION',
  'INCIDENT: INSTRUMENT ID',
  'INCIDENT: INSTRUMENT TYPE',
  'PERP: INCIDENT CATEGORY',
  'PERP: INDIVIDUAL ID',
  'PERP: ORGANIZATION ID',
  'PERP: ORGANIZATION CONFIDENCE',
  'PHYS TGT: ID',
  'PHYS TGT: TYPE',
  'PHYS TGT: NUMBER',
  'PHYS TGT: FOREIGN NATION',
  'PHYS TGT: EFFECT OF INCIDENT',
  'PHYS TGT: TOTAL NUMBER',
  'HUM TGT: NAME',
  'HUM TGT: DESCRIPTION',
  'HUM TGT: TYPE',
  'HUM TGT: NUMBER',
  'HUM TGT: FOREIGN NATION',
  'HUM TGT: EFFECT OF INCIDENT',
  'HUM TGT: TOTAL NUMBER',
]
const WIDTH = 36

/** The templates of one message in the task's own form; one with `*` where the message has none. */
export function writeTemplates(id: string, templates: readonly Template[]): string {
  const written = templates.map((template, index) =>
    written24(id, String(index + 1), (slot) => template.get(slot) ?? ['-']),
  )
  return (written.length > 0 ? written : [written24(id, '*', () => ['*'])]).join('\n\n')
}

function written24(id: string, number: string, fillers: (slot: number) => readonly string[]): string {
  return LABELS.map((label, slot) => {
    const start = `${slot}.`.padEnd(4) + label
    const values = slot === 0 ? [id] : slot === 1 ? [number] : fillers(slot)
    return values.map((value, index) => (index === 0 ? start : '').padEnd(WIDTH) + value).join('\n')
  }).join('\n')
}
