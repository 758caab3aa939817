/** A value as JSON for programs, indented so that people can read it too. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Says on standard error where a list was cut. */
export function printMore({ items, total }: { items: readonly unknown[]; total: number }, what: string): void {
  if (total > items.length)
    process.stderr.write(`${items.length} of ${total} ${what} shown: --limit ${total} shows all\n`)
  if (total === 0) process.stderr.write(`no ${what}\n`)
}
