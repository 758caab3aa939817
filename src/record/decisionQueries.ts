import { type Kysely, sql } from 'kysely'
import { AscribeError } from '../base/AscribeError.ts'
import { canonicalJson, contentId } from '../base/contentId.ts'
import { Decision } from '../model/Decision.ts'
import type { NewDecision } from './Record.ts'
import type { Store } from './store/Store.ts'
import type { Tables } from './store/Tables.ts'

/** Appends a decision, once everything it is about is known to be there. */
export async function addDecision(store: Store, wanted: NewDecision): Promise<Decision> {
  return store.transaction(async (db) => {
    const targets = targetsOf(wanted)
    for (const target of targets) {
      if (await isKnown(db, target)) continue
      throw new AscribeError('decision-target', `the record has no ${target}`, 'name the id of something in the record')
    }
    const time = new Date().toISOString()
    const { total } = await db
      .selectFrom('decisions')
      .select(({ fn }) => fn.countAll().as('total'))
      .executeTakeFirstOrThrow()
    const id = contentId('d', { ...wanted, time, place: Number(total) })
    const decision = Decision.parse({ ...wanted, id, time })
    const { kind, author } = decision
    await db
      .insertInto('decisions')
      .values({ id, kind, author, time, data: canonicalJson(decision) })
      .execute()
    const rows = targets.map((target) => ({ target, decision: id }))
    await db.insertInto('decision_targets').values(rows).execute()
    return decision
  })
}

/** All decisions in the order they were taken, or those about one thing. */
export async function decisions(store: Store, target?: string): Promise<Decision[]> {
  const rows = await store.db
    .selectFrom('decisions')
    .select('data')
    .$if(target !== undefined, (query) =>
      query.where('id', 'in', (about) =>
        about
          .selectFrom('decision_targets')
          .select('decision')
          .where('target', '=', target ?? ''),
      ),
    )
    .orderBy('n')
    .execute()
  return rows.map(({ data }) => JSON.parse(data) as Decision)
}

/** The decisions about each of the given things. */
export async function decisionsOn(db: Kysely<Tables>, targets: readonly string[]): Promise<Map<string, Decision[]>> {
  const found = new Map<string, Decision[]>()
  for (let start = 0; start < targets.length; start += 1000) {
    const rows = await db
      .selectFrom('decision_targets')
      .innerJoin('decisions', 'decisions.id', 'decision_targets.decision')
      .select(['decision_targets.target', 'decisions.data'])
      .where('decision_targets.target', 'in', targets.slice(start, start + 1000))
      .orderBy('decisions.n')
      .execute()
    for (const { target, data } of rows) found.set(target, [...(found.get(target) ?? []), JSON.parse(data) as Decision])
  }
  return found
}

/** Ids of what a decision is about. */
function targetsOf(decision: NewDecision): string[] {
  switch (decision.kind) {
    case 'accept':
    case 'reject':
    case 'correct':
      return [decision.statement]
    case 'merge':
    case 'split':
      return [...new Set(decision.items)]
    case 'protect':
    case 'grade':
      return [decision.source]
    case 'mark-as-copy':
      return [decision.report, decision.original]
    case 'undo':
      return [decision.decision]
  }
}

async function isKnown(db: Kysely<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from reports where id = ${id} union all select 1 from statements where id = ${id}
    union all select 1 from incidents where id = ${id} union all select 1 from entities where id = ${id}
    union all select 1 from sources where id = ${id} or key = ${id} union all select 1 from decisions where id = ${id}
    limit 1`.execute(db)
  return rows.length > 0
}
