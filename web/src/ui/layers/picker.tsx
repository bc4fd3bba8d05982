'use client'

import { Combobox } from '@base-ui/react/combobox'
import { tagNameKey } from '@tend/server/domain/text/tag-name'
import { type ReactNode, useRef, useState } from 'react'
import { PlusIcon } from '../marks/icons.tsx'
import { CheckIcon } from '../marks/more-icons.tsx'
import { useLayer } from './layers.ts'
import styles from './picker.module.css'
import { isByTouch } from './pointer-kind.ts'
import type { PopupProps } from './popover.tsx'
import { useSteadyAnchor } from './steady-anchor.ts'

export type PickerItem = { id: string; name: string; sign?: ReactNode }

export type PickerProps = PopupProps & {
  label: string
  /** The placeholder of the search field. */
  hint: string
  items: readonly PickerItem[]
  /** The ids of what is chosen. */
  chosen: readonly string[]
  /** One item, and it closes; or several, and it stays open. */
  takes: 'one' | 'several'
  onToggle: (id: string) => void
  /** Creates an item with the typed name, when none has it. */
  onCreate?: (name: string) => void
}

const newId = 'new'

/** A list to choose from that is searched by typing. */
export function Picker(props: PickerProps) {
  const { label, hint, items, chosen, takes, onToggle, onCreate } = props
  const { anchor, open, onClose, returnsFocus = true } = props
  const list = useRef<HTMLDivElement>(null)
  const steady = useSteadyAnchor(anchor)
  const [query, setQuery] = useState('')
  useLayer(open, onClose)
  const name = query.trim()
  const isNew = onCreate && name && !items.some((item) => isSameName(item.name, name))
  const shown = isNew ? [...items, { id: newId, name }] : items
  const value = shown.filter(({ id }) => chosen.includes(id))

  function pick(next: readonly PickerItem[]): void {
    const changed = [...next, ...value].filter(
      (item) => next.includes(item) !== value.includes(item),
    )
    for (const { id } of changed) {
      if (id === newId) onCreate?.(name)
      else onToggle(id)
    }
    setQuery('')
  }

  const shared = {
    items: shown,
    open,
    itemToStringLabel: (item: PickerItem) => item.name,
    autoHighlight: true,
    onOpenChange: (next: boolean, { event }: { event: Event }) => {
      const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target)
      if (!next && !onAnchor) onClose()
    },
  }
  const popup = (
    <Combobox.Portal>
      <Combobox.Positioner
        className={styles.positioner}
        anchor={steady}
        align="start"
        sideOffset={6}
        collisionPadding={8}
      >
        <Combobox.Popup
          ref={list}
          className={styles.popup}
          aria-label={label}
          // A field that gets the focus raises a phone's keyboard over the list.
          initialFocus={() => (isByTouch() ? list.current : true)}
          finalFocus={returnsFocus ? anchor : false}
        >
          <Combobox.Input className={styles.input} aria-label={hint} placeholder={hint} />
          <Combobox.Empty className={styles.empty}>No matches</Combobox.Empty>
          <Combobox.List className={styles.list}>
            {(item: PickerItem) => (
              <Combobox.Item key={item.id} value={item} className={styles.item}>
                {item.id === newId ? <PlusIcon /> : item.sign}
                <span className={styles.name} dir="auto">
                  {item.id === newId ? `Create “${item.name}”` : item.name}
                </span>
                <Combobox.ItemIndicator className={styles.mark}>
                  <CheckIcon />
                </Combobox.ItemIndicator>
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  )
  if (takes === 'several') {
    return (
      <Combobox.Root
        {...shared}
        multiple
        value={value}
        inputValue={query}
        onInputValueChange={setQuery}
        onValueChange={pick}
      >
        {popup}
      </Combobox.Root>
    )
  }
  return (
    <Combobox.Root
      {...shared}
      value={value[0] ?? null}
      onValueChange={(item) => {
        if (item) onToggle(item.id)
        onClose()
      }}
    >
      {popup}
    </Combobox.Root>
  )
}

function isSameName(a: string, b: string): boolean {
  return tagNameKey(a) === tagNameKey(b)
}
