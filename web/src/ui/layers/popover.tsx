'use client'

import { Popover as Base } from '@base-ui/react/popover'
import { type ReactNode, useRef } from 'react'
import { useLayer } from './layers.ts'
import { isByTouch } from './pointer-kind.ts'
import styles from './popover.module.css'
import { type Anchor, useSteadyAnchor } from './steady-anchor.ts'

export type PopupProps = {
  /** What opened it: the popup is placed beside it. */
  anchor: Anchor
  open: boolean
  onClose: () => void
  /** Whether the anchor gets the focus when it closes, as it does by default; else `onClose` does that. */
  returnsFocus?: boolean
}

export type PopoverProps = PopupProps & {
  /** Its name for screen readers. */
  label: string
  children: ReactNode
}

/** A few fields over the page, beside what they are about: closes with Esc or a press elsewhere. */
export function Popover(props: PopoverProps) {
  const { label, anchor, open, onClose, returnsFocus = true, children } = props
  const popup = useRef<HTMLDivElement>(null)
  const steady = useSteadyAnchor(anchor)
  useLayer(open, onClose)
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => {
        // The button handles a press on itself, else the popup would open again at once.
        const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target)
        if (!next && !onAnchor) onClose()
      }}
    >
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          anchor={steady}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          collisionAvoidance={{ fallbackAxisSide: 'none' }}
        >
          <Base.Popup
            ref={popup}
            className={styles.popup}
            aria-label={label}
            // A field that gets the focus raises a phone's keyboard over what else there is to choose.
            initialFocus={() => (isByTouch() ? popup.current : true)}
            finalFocus={returnsFocus ? anchor : false}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
