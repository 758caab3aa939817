import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Cross } from './icons.tsx'

interface DialogProps {
  readonly title: string
  /** centre: a sheet in the middle; drawer: from the right edge */
  readonly kind?: 'centre' | 'drawer'
  /** where the focus goes: to the heading, or to what has `data-first` */
  readonly first?: 'heading' | 'content'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The browser's own modal dialog: it keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({ title, kind = 'centre', first = 'heading', onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) {
      element.showModal()
      // Else the browser would put the focus on the button that closes.
      element.querySelector<HTMLElement>('[data-first]')?.focus()
    }
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too, by the browser
    <dialog
      ref={dialog}
      className={`dialog ${kind}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={heading} tabIndex={-1} data-first={first === 'heading' || undefined}>
            {title}
          </h2>
          <button type="button" className="quiet square" onClick={onClose} aria-label="Close">
            <Cross />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
