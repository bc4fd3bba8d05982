import { CheckField, type CheckFieldProps } from './check-field.tsx'
import { findFailure, SavedMark, type SaveState } from './saved-mark.tsx'

export type SavedCheckFieldProps = Pick<CheckFieldProps, 'label' | 'hint'> & {
  checked: boolean
  state: SaveState
  onChange: (checked: boolean) => void
}

/** Something to tick; saves itself when it changes. */
export function SavedCheckField({ state, onChange, ...props }: SavedCheckFieldProps) {
  return (
    <CheckField
      {...props}
      mark={<SavedMark state={state} />}
      error={findFailure(state)}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
