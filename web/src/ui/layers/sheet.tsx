'use client'

import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, type RefObject, useRef } from 'react'
import { IconButton } from '../button.tsx'
import { CloseIcon } from '../marks/more-icons.tsx'
import { useLayer } from './layers.ts'
import styles from './sheet.module.css'

export type SheetProps = {
  title: string
  open: boolean
  onClose: () => void
  /** Gets the focus when the sheet closes. */
  returnFocus: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A panel that slides in from the left: traps the focus, closes with Esc. */
export function Sheet({ title, open, onClose, returnFocus, children }: SheetProps) {
  const popup = useRef<HTMLDivElement>(null)
  useLayer(open, onClose)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={styles.popup}
          initialFocus={popup}
          finalFocus={returnFocus}
        >
          <header className={styles.header}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" />}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
