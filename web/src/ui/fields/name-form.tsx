'use client'

import { checkText, type TextRule } from '@tend/server/domain/text/text'
import { type FormEvent, type ReactNode, type RefObject, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { FormActions } from '../form-actions.tsx'
import { Dialog } from '../layers/dialog.tsx'
import styles from './name-form.module.css'
import { TextField } from './text-field.tsx'
import type { Saved } from './use-saved-value.ts'

export type NameFormProps = {
  title: string
  /** Whose name it is, for screen readers. */
  subject: string
  submit: string
  initialName: string
  limits: TextRule
  /** Whether what the other fields hold can be saved. */
  isComplete?: boolean
  open: boolean
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
  onSave: (name: string) => Promise<Saved>
  children: ReactNode
}

/** A dialog for a name and what else makes up a thing; what is refused stays, with the reason. */
export function NameForm(props: NameFormProps) {
  const { title, subject, submit, limits, isComplete = true, onClose, onSave } = props
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(props.initialName)
  const [problem, setProblem] = useState<string>()
  const [saving, setSaving] = useState(false)

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (saving || !isComplete) return
    const checked = checkText(name, limits)
    if (!checked.ok) return refuse(checked.message)
    setSaving(true)
    const outcome = await onSave(checked.value)
    setSaving(false)
    if (outcome.ok) onClose()
    else refuse(outcome.message)
  }

  function refuse(message: string): void {
    setProblem(message)
    field.current?.focus()
  }

  return (
    <Dialog
      title={title}
      open={props.open}
      onClose={onClose}
      initialFocus={field}
      returnFocus={props.returnFocus}
    >
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField
          ref={field}
          label="Name"
          aria-label={`Name of ${subject}`}
          autoComplete="off"
          enterKeyHint="done"
          value={name}
          error={problem}
          onChange={(event) => {
            setName(event.target.value)
            setProblem(undefined)
          }}
        />
        {props.children}
        <FormActions>
          <Button look="primary" type="submit" aria-disabled={saving || undefined}>
            {submit}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </FormActions>
      </form>
    </Dialog>
  )
}
