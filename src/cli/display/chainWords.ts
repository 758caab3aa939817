import type { Act } from '../../model/Attribution.ts'
import type { StatementView } from '../../record/views/StatementView.ts'
import { printable } from './printable.ts'
import type { Style } from './Style.ts'

/** How an act is put between a source and what it stands for, where it is more than saying so. */
const ACTS: Partial<Record<Act, string>> = {
  confirms: 'confirms',
  denies: 'denies',
  doubts: 'doubts',
  accuses: 'accuses',
  claims: 'claims',
  'claims-responsibility': 'claims responsibility',
  warns: 'warns',
  threatens: 'threatens',
  promises: 'promises',
  orders: 'orders',
  believes: 'believes',
  asks: 'asks',
  hearsay: 'from hearsay',
}

/** Who says so, the innermost first: "residents, told by police, in Meridian Wire". */
export function chainWords({ chain }: StatementView, style: Style): string {
  const names = chain.map(({ source }) => style.source(source.key, sourceWords(source)))
  const last = chain[chain.length - 1]
  const act = ACTS[last.act]
  const own = act === undefined ? names[names.length - 1] : `${names[names.length - 1]} ${act}`
  const through = names.slice(1, -1).reverse()
  return through.length === 0 ? own : `${own}, through ${through.join(', ')}`
}

/** A source by name; a lock says that its name is for this screen only. */
export const sourceWords = (source: { name: string; protected?: unknown }): string =>
  `${printable(source.name)}${source.protected === undefined ? '' : ' ⚿'}`
