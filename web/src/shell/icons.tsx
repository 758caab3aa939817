import type { ReactNode } from 'react'

const icon = (paths: ReactNode) => () => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
    {paths}
  </svg>
)

export const Lock = icon(
  <>
    <rect x="3.25" y="7.25" width="9.5" height="6.5" rx="1.2" />
    <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
  </>,
)
export const Sun = icon(
  <>
    <circle cx="8" cy="8" r="2.75" />
    <path d="M8 1.5v1.75M8 12.75v1.75M1.5 8h1.75M12.75 8h1.75M3.4 3.4l1.25 1.25M11.35 11.35l1.25 1.25M3.4 12.6l1.25-1.25M11.35 4.65l1.25-1.25" />
  </>,
)
export const Moon = icon(<path d="M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6Z" />)
export const Plus = icon(<path d="M8 3v10M3 8h10" />)
export const Cross = icon(<path d="m4 4 8 8M12 4l-8 8" />)
export const Arrow = icon(<path d="M3 8h9.5M9 4.5 12.5 8 9 11.5" />)
export const Sheet = icon(
  <>
    <path d="M4 1.75h5.25L12.5 5v9.25h-8.5Z" />
    <path d="M9 2v3.25h3.25" />
  </>,
)
