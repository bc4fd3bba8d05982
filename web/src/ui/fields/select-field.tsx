'use client'

import { useId } from 'react'
import { describeNote, FieldFrame } from './field-frame.tsx'
import { findFailure, SavedMark, type SaveState } from './saved-mark.tsx'
import { Select, type SelectProps } from './select.tsx'

export type SelectFieldProps<Value extends string> = Pick<
  SelectProps<Value>,
  'label' | 'value' | 'options' | 'onChange'
> & { state: SaveState }

/** One of many; saves itself when it changes. */
export function SelectField<Value extends string>({ state, ...props }: SelectFieldProps<Value>) {
  const id = useId()
  const error = findFailure(state)
  return (
    <FieldFrame id={id} label={props.label} mark={<SavedMark state={state} />} error={error}>
      <Select {...props} id={id} {...describeNote(id, error)} />
    </FieldFrame>
  )
}
