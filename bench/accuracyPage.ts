import { type Figure, MUC4, TABLES } from './tables.ts'

const HEAD = '| table (dev) | figure | Ascribe | known |\n|---|---|---|---|\n'

/** Figures by table and label, in per cent, as `bench/recorded.json` has them. */
type Recorded = Readonly<Record<string, Readonly<Record<string, number>>>>

/** `docs/accuracy.md` with its table made anew from the recorded figures; the rest of the page stays. */
export function accuracyPage(page: string, recorded: Recorded): string {
  const start = page.indexOf(HEAD)
  const end = page.indexOf('\n\n', start)
  if (start < 0 || end < 0) throw new Error('docs/accuracy.md has no table of figures')
  const rows = [...TABLES, MUC4].flatMap(({ name, figures }) =>
    (figures as readonly Figure[]).map(({ label, known, lessIsBetter }, i) => {
      const value = recorded[name][label]
      const shown = lessIsBetter || label === 'r' ? (value / 100).toFixed(3) : value.toFixed(1)
      return `| ${i === 0 ? name : ''} | ${label} | ${shown} | ${known ?? ''} |`
    }),
  )
  return `${page.slice(0, start)}${HEAD}${rows.join('\n')}${page.slice(end)}`
}
