import { useEffect, useState } from 'react'
import { Moon, Sun } from './icons.tsx'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const now = (): 'light' | 'dark' =>
  (document.documentElement.dataset.theme as 'light' | 'dark' | undefined) ?? (dark.matches ? 'dark' : 'light')

/** Light or dark: the system's wish until one is chosen here. */
export function ThemeToggle() {
  const [theme, setTheme] = useState(now)
  useEffect(() => {
    const follow = () => setTheme(now())
    dark.addEventListener('change', follow)
    return () => dark.removeEventListener('change', follow)
  }, [])
  const other = theme === 'dark' ? 'light' : 'dark'
  const choose = () => {
    document.documentElement.dataset.theme = other
    localStorage.setItem('ascribe.theme', other)
    setTheme(other)
  }
  return (
    <button
      type="button"
      className="quiet square"
      onClick={choose}
      aria-label={`Use the ${other} page`}
      title={`${other} page`}
    >
      {theme === 'dark' ? <Sun /> : <Moon />}
    </button>
  )
}
