'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, useRef } from 'react'
import { focusAtOnce } from '../hydration/focus-at-once.ts'
import { useLayer } from './layers.ts'
import styles from './top-dialog.module.css'

export type TopDialogProps = {
  /** Its name for screen readers. */
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
}

/** A dialog at the top of the page, above a phone's keyboard: its field gets the focus, Esc closes it. */
export function TopDialog({ title, open, onClose, children }: TopDialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  useLayer(open, onClose)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          className={styles.popup}
          aria-label={title}
          initialFocus={focusAtOnce(() => popup.current?.querySelector<HTMLElement>('textarea'))}
        >
          {children}
          <Base.Close className={styles.close}>Close</Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
