'use client'

import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text/text'
import { type KeyboardEvent, useState } from 'react'
import { SavedMark } from '../../ui/fields/saved-mark.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useProfileField } from './use-profile-field.ts'

/** What the person wants to be called; saved when they leave the field or press Enter. */
export function NameField({ saved }: { saved: string }) {
  const { value, state, change } = useProfileField('name', saved)
  const [typed, setTyped] = useState<string>()
  const checked = checkText(typed ?? value, textLimits.personName)
  const refused = state.kind === 'failed' ? state.message : undefined

  function save(): void {
    if (typed === undefined || !checked.ok) return
    setTyped(undefined)
    if (checked.value !== value || refused) change(checked.value)
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter also ends a word that an input method is still composing.
    if (event.key === 'Enter') save()
    if (event.key === 'Escape') setTyped(undefined)
  }

  return (
    <TextField
      label="Name"
      name="name"
      autoComplete="name"
      value={typed ?? value}
      mark={<SavedMark state={typed === undefined ? state : { kind: 'idle' }} />}
      error={checked.ok ? refused : checked.message}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  )
}
