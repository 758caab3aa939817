import { useEffect, useRef, useState } from 'react'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A search field; `/` goes to it, Escape empties and leaves it. The address follows the typing after a moment. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(value), [value])
  const change = (next: string, wait: number) => {
    setTyped(next)
    clearTimeout(pending.current)
    pending.current = setTimeout(() => onChange(next), wait)
  }
  return (
    <label className="search">
      <span className="unseen">{label}</span>
      <input
        type="search"
        value={typed}
        placeholder={label}
        onChange={(event) => change(event.target.value, 200)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          change('', 0)
          event.currentTarget.blur()
        }}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
    </label>
  )
}
