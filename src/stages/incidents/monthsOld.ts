/** Months between the last date that is told of an incident and the day of the report. */
export function monthsOld(
  published: string | undefined,
  propositions: readonly { readonly property: string; readonly value: { readonly type: string } }[],
): number | undefined {
  const days = propositions.flatMap(({ property, value }) =>
    property === 'date' && 'edtf' in value ? [String(value.edtf).split('/').at(-1)!] : [],
  )
  const ages = days.flatMap((day) => {
    const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(day) ?? []
    if (year === undefined || published === undefined) return []
    const last = month === undefined || Number(month) > 12 ? 12 : Number(month)
    return [(Number(published.slice(0, 4)) - Number(year)) * 12 + Number(published.slice(5, 7)) - last]
  })
  return ages.length === 0 ? undefined : Math.min(...ages)
}
