'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, type RefObject, useRef } from 'react'
import { IconButton } from '../button.tsx'
import { focusAtOnce } from '../hydration/focus-at-once.ts'
import { CloseIcon } from '../marks/more-icons.tsx'
import { QuotedText } from '../marks/quoted-text.tsx'
import styles from './dialog.module.css'
import { useLayer } from './layers.ts'

export type DialogProps = {
  title: string
  open: boolean
  onClose: () => void
  /** Gets the focus when the dialog closes. */
  returnFocus: RefObject<HTMLElement | null>
  /** Gets the focus when it opens; the dialog itself by default. */
  initialFocus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A modal dialog: traps the focus, closes with Esc, and returns the focus. */
export function Dialog(props: DialogProps) {
  const { title, open, onClose, returnFocus, initialFocus, children } = props
  const popup = useRef<HTMLDivElement>(null)
  useLayer(open, onClose)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          className={styles.popup}
          initialFocus={focusAtOnce(() => (initialFocus ?? popup).current)}
          finalFocus={returnFocus}
        >
          <header className={styles.header}>
            <Base.Title className={styles.title}>
              <QuotedText text={title} />
            </Base.Title>
            <Base.Close render={<IconButton label="Close" />}>
              <CloseIcon />
            </Base.Close>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
