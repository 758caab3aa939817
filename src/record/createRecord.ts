import { addReading } from './addReading.ts'
import { addDecision, decisions } from './decisionQueries.ts'
import { findEntity, listEntities } from './entityQueries.ts'
import { findIncident, listIncidents } from './incidentQueries.ts'
import type { Record } from './Record.ts'
import { recordSummary } from './recordSummary.ts'
import { listReports, viewReport } from './reportQueries.ts'
import { listSources } from './sourceQueries.ts'
import { allStatements, findStatement } from './statementQueries.ts'
import type { Store } from './store/Store.ts'

/** The record that lives in a store whose schema is up to date. */
export function createRecord(store: Store): Record {
  const explained = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work
    } catch (error) {
      throw store.explain(error)
    }
  }
  return {
    addReading: (report, reading) => explained(addReading(store, report, reading)),
    reports: (query = {}) => explained(listReports(store, query)),
    report: (id) => explained(viewReport(store, id)),
    incidents: (query = {}) => explained(listIncidents(store, query)),
    incident: (id) => explained(findIncident(store, id)),
    entities: (query = {}) => explained(listEntities(store, query)),
    entity: (id) => explained(findEntity(store, id)),
    sources: (query = {}) => explained(listSources(store, query)),
    statement: (id) => explained(findStatement(store, id)),
    async *statements(query = {}) {
      try {
        yield* allStatements(store, query.report)
      } catch (error) {
        throw store.explain(error)
      }
    },
    summary: () => explained(recordSummary(store)),
    addDecision: (decision) => explained(addDecision(store, decision)),
    decisions: (target) => explained(decisions(store, target)),
    close: () => store.close(),
  }
}
