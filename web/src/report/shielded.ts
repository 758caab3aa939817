import type { ReportView } from '../../../src/server/contract/answers.ts'
import { nameOf } from '../grammar/nameOf.ts'

/** Pseudonyms of the entities of a report that are protected sources, by their ids. */
export function pseudonymsOf(view: ReportView): ReadonlyMap<string, string> {
  const refs = new Map(view.sources.map((source) => [source.id, source]))
  return new Map(
    view.reading.sources.flatMap(({ id, entity, protected: protection }) => {
      const source = refs.get(id)
      return protection === undefined || entity === undefined || source === undefined ? [] : [[entity, nameOf(source)]]
    }),
  )
}

/** The view with protected sources under their pseudonyms also where they are what a statement is about, or its value. */
export function shielded(view: ReportView): ReportView {
  const pseudonyms = pseudonymsOf(view)
  if (pseudonyms.size === 0) return view
  return {
    ...view,
    statements: view.statements.map((statement) => {
      const { subject, value } = statement
      return {
        ...statement,
        subject: { ...subject, label: pseudonyms.get(subject.id) ?? subject.label },
        valueLabel: (value.type === 'entity' && pseudonyms.get(value.entity)) || statement.valueLabel,
      }
    }),
  }
}
