'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { CheckIcon } from '../marks/more-icons.tsx'
import { useLayer } from './layers.ts'
import styles from './menu.module.css'
import { type Anchor, useSteadyAnchor } from './steady-anchor.ts'

export type MenuProps = {
  /** The button that opened it: the menu is placed beside it. */
  anchor: Anchor
  /** Where it opens instead: where somebody clicked. */
  at?: { x: number; y: number } | undefined
  open: boolean
  onClose: () => void
  /** Whether the button gets the focus back; not when something else opens instead. */
  returnsFocus: boolean
  /** Called when it has closed. */
  onClosed?: () => void
  side?: 'top' | 'bottom'
  align?: 'start' | 'end'
  children: ReactNode
}

/** A list of actions over the page. */
export function Menu({
  anchor,
  at,
  open,
  onClose,
  returnsFocus,
  onClosed,
  side = 'bottom',
  align = 'start',
  children,
}: MenuProps) {
  const steady = useSteadyAnchor(anchor, at)
  useLayer(open, onClose)

  return (
    <Base.Root
      modal={false}
      open={open}
      onOpenChangeComplete={(isOpen) => !isOpen && onClosed?.()}
      onOpenChange={(next, { event }) => {
        // The button handles a press on itself, else the menu would open again at once.
        const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target)
        if (!next && !onAnchor) onClose()
      }}
    >
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          anchor={steady}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          <Base.Popup className={styles.popup} finalFocus={returnsFocus ? anchor : false}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <Base.Item className={styles.item} onClick={onSelect}>
      {children}
    </Base.Item>
  )
}

/** An item that leads to another page, as a link that can be opened in another tab, too. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem className={styles.item} href={href}>
      {children}
    </Base.LinkItem>
  )
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />
}

export type MenuChoiceProps<Value extends string> = {
  label: string
  value: Value
  choices: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of several options, marked; the menu stays open so that the effect can be seen. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles.label}>{props.label}</Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={props.onChange}>
        {props.choices.map(({ value, label }) => (
          <Base.RadioItem key={value} value={value} className={styles.item} closeOnClick={false}>
            <Base.RadioItemIndicator className={styles.indicator}>
              <CheckIcon />
            </Base.RadioItemIndicator>
            {label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}
