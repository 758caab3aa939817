import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { EntitiesPage } from './entities/EntitiesPage.tsx'
import { IncidentsPage } from './incidents/IncidentsPage.tsx'
import { ReportPage } from './report/ReportPage.tsx'
import { ReportsPage } from './reports/ReportsPage.tsx'
import { Missing } from './shell/Missing.tsx'
import { Shell } from './shell/Shell.tsx'
import { SourcesPage } from './sources/SourcesPage.tsx'

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
const yes = (value: unknown): true | undefined => (value === true || value === 1 ? true : undefined)
type Search = Record<string, unknown>

interface ListSearch {
  q?: string
  disputed?: true
  kind?: string
  why?: string
}
interface ReportSearch {
  statement?: string
  why?: true
  source?: string
  q?: string
}
const listSearch = (search: Search): ListSearch => ({
  q: words(search.q),
  disputed: yes(search.disputed),
  kind: words(search.kind),
  why: words(search.why),
})

const root = createRootRoute({ component: Shell, notFoundComponent: Missing })
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/reports' })
  },
})
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: ReportsPage,
  validateSearch: listSearch,
})
// The address holds the view: which statement is marked, whether its "why" is open, whose statements are shown.
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  component: ReportPage,
  validateSearch: (search: Search): ReportSearch => ({
    statement: words(search.statement),
    why: yes(search.why),
    source: words(search.source),
    q: words(search.q),
  }),
})
const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  component: IncidentsPage,
  validateSearch: listSearch,
})
const incident = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$id',
  component: IncidentsPage,
  validateSearch: listSearch,
})
const entities = createRoute({
  getParentRoute: () => root,
  path: '/entities',
  component: EntitiesPage,
  validateSearch: listSearch,
})
const entity = createRoute({
  getParentRoute: () => root,
  path: '/entities/$id',
  component: EntitiesPage,
  validateSearch: listSearch,
})
const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: SourcesPage,
  validateSearch: listSearch,
})

export const router = createRouter({
  routeTree: root.addChildren([home, reports, report, incidents, incident, entities, entity, sources]),
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
