import { useId } from 'react'
import { ChoiceRow, type ChoiceRowProps } from './choice-row.tsx'
import { describeNote, FieldFrame } from './field-frame.tsx'
import { findFailure, SavedMark, type SaveState } from './saved-mark.tsx'

export type ChoiceFieldProps<Value extends string> = Omit<
  ChoiceRowProps<Value>,
  'aria-describedby'
> & { state: SaveState }

/** One of a few options, side by side; saves itself when it changes. */
export function ChoiceField<Value extends string>({ state, ...props }: ChoiceFieldProps<Value>) {
  const id = useId()
  const error = findFailure(state)
  return (
    <FieldFrame id={id} label={props.label} mark={<SavedMark state={state} />} error={error}>
      <ChoiceRow {...props} aria-describedby={describeNote(id, error)['aria-describedby']} />
    </FieldFrame>
  )
}
