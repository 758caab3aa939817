import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { HuesProvider } from '../grammar/Hues.tsx'
import { AddReport } from '../reports/AddReport.tsx'
import { useDroppedFiles } from '../reports/useDroppedFiles.ts'
import { HelpDialog } from './HelpDialog.tsx'
import { Plus } from './icons.tsx'
import { ThemeToggle } from './ThemeToggle.tsx'
import { useKeys } from './useKeys.ts'

const SCREENS = [
  ['/reports', 'Reports'],
  ['/incidents', 'Incidents'],
  ['/entities', 'Entities'],
  ['/sources', 'Sources'],
] as const

/** What every screen has: the way around, files dropped anywhere, and the keys that work everywhere. */
export function Shell() {
  const navigate = useNavigate()
  const [adding, setAdding] = useState<readonly File[] | undefined>()
  const [help, setHelp] = useState(false)
  const dragging = useDroppedFiles(setAdding)
  const going = useRef(0)
  useEffect(() => {
    const open = () => setAdding([])
    window.addEventListener('ascribe:add', open)
    return () => window.removeEventListener('ascribe:add', open)
  }, [])

  const after = (key: 'r' | 'i', to: '/reports' | '/incidents') => ({
    [key]: () => {
      if (Date.now() - going.current < 1500) void navigate({ to })
    },
  })
  useKeys({
    '?': () => setHelp(true),
    '/': () => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
    a: () => setAdding([]),
    g: () => {
      going.current = Date.now()
    },
    ...after('r', '/reports'),
    ...after('i', '/incidents'),
  })

  return (
    <HuesProvider>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <Link to="/reports" className="wordmark" aria-label="Ascribe, reports">
          <img src="/mark.svg" alt="" width="22" height="22" />
          Ascribe
        </Link>
        <nav aria-label="Screens">
          {SCREENS.map(([to, name]) => (
            <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="top-tools">
          <button type="button" className="primary" onClick={() => setAdding([])}>
            <Plus /> <span>Add report</span>
          </button>
          <ThemeToggle />
          <button
            type="button"
            className="quiet square"
            onClick={() => setHelp(true)}
            aria-label="Help and keys"
            title="Help and keys (?)"
          >
            ?
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {dragging && (
        <div className="drop-veil" aria-hidden="true">
          <p>Drop to read</p>
        </div>
      )}
      {adding !== undefined && <AddReport files={adding} onClose={() => setAdding(undefined)} />}
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </HuesProvider>
  )
}
