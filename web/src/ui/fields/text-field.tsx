import { type ComponentProps, useId } from 'react'
import { describeNote, FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import styles from './text-field.module.css'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className'> &
  Pick<FieldFrameProps, 'label' | 'mark' | 'hint' | 'error'>

/** A labelled field; screen readers read its error with it. */
export function TextField({ label, mark, hint, error, ...props }: TextFieldProps) {
  const id = useId()
  return (
    <FieldFrame {...{ id, label, mark, hint, error }}>
      <input {...props} id={id} className={styles.input} {...describeNote(id, error, hint)} />
    </FieldFrame>
  )
}
