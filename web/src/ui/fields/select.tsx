'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { Select as Base } from '@base-ui/react/select'
import { type AriaAttributes, useState } from 'react'
import { useLayer } from '../layers/layers.ts'
import { UpDownIcon } from '../marks/icons.tsx'
import { CheckIcon } from '../marks/more-icons.tsx'
import styles from './select.module.css'

export type SelectProps<Value extends string> = Pick<
  AriaAttributes,
  'aria-invalid' | 'aria-describedby'
> & {
  id?: string
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  /** Whether it is a word within a line, and not a field of its own. */
  isInline?: boolean
  onChange: (value: Value) => void
}

/** One of several options, chosen from a list that opens; typing finds one by its first letters. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { id, label, value, options, isInline, onChange, ...aria } = props
  const [open, setOpen] = useState(false)
  useLayer(open, () => setOpen(false))
  return (
    <Base.Root
      items={options}
      value={value}
      modal={false}
      open={open}
      onOpenChange={setOpen}
      onValueChange={(next: Value | null) => next !== null && onChange(next)}
    >
      <Base.Trigger
        {...aria}
        id={id}
        aria-label={label}
        className={styles.input}
        data-inline={isInline || undefined}
      >
        <Base.Value className={styles.value} />
        <UpDownIcon className={styles.sign} />
      </Base.Trigger>
      <Base.Portal>
        {/* It hides scrollbars of another layout with a style that the page's policy refuses. */}
        <CSPProvider disableStyleElements>
          <Base.Positioner
            className={styles.positioner}
            alignItemWithTrigger={false}
            align="start"
            sideOffset={4}
            collisionPadding={8}
          >
            <Base.Popup className={styles.popup}>
              <Base.List className={styles.list} aria-label={label}>
                {options.map((option) => (
                  <Base.Item key={option.value} value={option.value} className={styles.item}>
                    <Base.ItemText className={styles.name}>{option.label}</Base.ItemText>
                    <Base.ItemIndicator className={styles.mark}>
                      <CheckIcon />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </CSPProvider>
      </Base.Portal>
    </Base.Root>
  )
}
