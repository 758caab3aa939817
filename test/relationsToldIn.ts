import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** Relations of a text as `subject property value`, with denial, certainty, interval and quantity where they are told. */
export function relationsToldIn(text: string): string[] {
  const { statements, entities } = reader.read(reportOf({ text, published: '2020-05-04' }))
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? id
  return statements
    .filter(({ subject }) => subject.kind === 'entity')
    .map(({ subject, property, value, polarity, certainty, interval, quantity }) => {
      const shown =
        value.type === 'entity'
          ? name(value.entity)
          : value.type === 'text'
            ? value.text
            : 'name' in value
              ? value.name
              : ''
      const many = quantity?.type === 'count' ? quantity.words : quantity?.text
      const rest = [
        polarity === 'denied' ? 'denied' : undefined,
        certainty === 'certain' ? undefined : certainty,
        interval?.phrase,
        many,
      ]
      const told = rest.filter((part) => part !== undefined).join(', ')
      return `${name(subject.id)} ${property} ${shown}${told === '' ? '' : ` (${told})`}`
    })
}
