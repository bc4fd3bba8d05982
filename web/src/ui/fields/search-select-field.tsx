'use client'

import { Combobox } from '@base-ui/react/combobox'
import { useId } from 'react'
import { UpDownIcon } from '../marks/icons.tsx'
import { CheckIcon } from '../marks/more-icons.tsx'
import { describeNote, FieldFrame } from './field-frame.tsx'
import { findFailure, SavedMark, type SaveState } from './saved-mark.tsx'
import styles from './select.module.css'

/** `name` is what it is called, `detail` what else there is to know of it. */
type Item = { id: string; name: string; detail: string }

export type SearchSelectFieldProps<Choice extends Item> = {
  label: string
  items: readonly Choice[]
  /** The id of what is chosen. */
  value: string
  /** What the field shows of what is chosen. */
  toText: (item: Choice) => string
  matches: (item: Choice, query: string) => boolean
  onChange: (id: string) => void
  state: SaveState
}

/** One of many, found by typing; saves itself when it changes. */
export function SearchSelectField<Choice extends Item>(props: SearchSelectFieldProps<Choice>) {
  const { label, items, value, toText, matches, onChange, state } = props
  const id = useId()
  const error = findFailure(state)
  const chosen = items.find((item) => item.id === value) ?? null
  return (
    <FieldFrame id={id} label={label} mark={<SavedMark state={state} />} error={error}>
      <Combobox.Root
        items={items}
        value={chosen}
        itemToStringLabel={toText}
        isItemEqualToValue={(a: Choice, b: Choice) => a.id === b.id}
        filter={matches}
        autoHighlight
        onValueChange={(next: Choice | null) => next && next.id !== value && onChange(next.id)}
      >
        <div className={styles.control}>
          <Combobox.Input
            id={id}
            className={styles.input}
            // The label is hidden from screen readers while the list is open.
            aria-label={label}
            {...describeNote(id, error)}
            // What is typed replaces the text in the field.
            onFocus={(event) => event.currentTarget.select()}
          />
          <UpDownIcon className={styles.sign} />
        </div>
        <Combobox.Portal>
          <Combobox.Positioner className={styles.positioner} sideOffset={4} collisionPadding={8}>
            <Combobox.Popup className={styles.popup}>
              <Combobox.Empty className={styles.empty}>No matches</Combobox.Empty>
              <Combobox.List className={styles.list} aria-label={label}>
                {(item: Choice) => (
                  <Combobox.Item key={item.id} value={item} className={styles.item}>
                    <span className={styles.name}>{item.name}</span>{' '}
                    <span className={styles.detail}>{item.detail}</span>
                    <Combobox.ItemIndicator className={styles.mark}>
                      <CheckIcon />
                    </Combobox.ItemIndicator>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </FieldFrame>
  )
}
