'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode, RefObject } from 'react'
import { useLayer } from './layers.ts'
import styles from './popover.module.css'

export type PopupProps = {
  /** The button that opened it: the popup stands there, and gives it the focus back. */
  anchor: RefObject<HTMLElement | null>
  open: boolean
  onClose: () => void
}

export type PopoverProps = PopupProps & {
  /** Its name for screen readers. */
  label: string
  /** Gets the focus; the first field or button by default. */
  initialFocus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A few fields over the page, beside what they are about: closes with Esc and by a press elsewhere. */
export function Popover({ label, anchor, open, onClose, initialFocus, children }: PopoverProps) {
  useLayer(open, onClose)
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => {
        // A press on the button is the button's own affair, else it would open again at once.
        const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target)
        if (!next && !onAnchor) onClose()
      }}
    >
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
        >
          <Base.Popup
            className={styles.popup}
            aria-label={label}
            initialFocus={initialFocus}
            finalFocus={anchor}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
