'use client'

import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import { formatTime } from '@tend/server/domain/dates/format-date'
import { type KeyboardEvent, useState } from 'react'
import { readTime } from '../../time/read-time.ts'
import { findFailure, SavedMark, type SaveState } from './saved-mark.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

export type TimeFieldProps = Pick<TextFieldProps, 'label' | 'hint'> & {
  /** `HH:MM`; shown as the person writes times. */
  value: string
  formats: DateFormats
  state: SaveState
  /** Why a time won't do, as a sentence. */
  findProblem?: (time: string) => string | undefined
  onChange: (time: string) => void
}

/** A time of day; saved when the person leaves the field or presses Enter, and refused in words. */
export function TimeField(props: TimeFieldProps) {
  const { label, hint, value, formats, state, findProblem, onChange } = props
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const refused = findFailure(state)

  function type(text: string | undefined): void {
    setTyped(text)
    setProblem(undefined)
  }

  function save(): void {
    if (typed === undefined) return
    const time = readTime(typed)
    const wrong = `Enter a time, such as ${formatTime('21:30', formats)}.`
    const found = time === undefined ? wrong : findProblem?.(time)
    setProblem(found)
    if (time === undefined || found) return
    setTyped(undefined)
    if (time !== value || refused) onChange(time)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') save()
    if (event.key === 'Escape') type(undefined)
  }

  return (
    <TextField
      label={label}
      hint={hint}
      autoComplete="off"
      enterKeyHint="done"
      value={typed ?? formatTime(value, formats)}
      mark={<SavedMark state={typed === undefined ? state : { kind: 'idle' }} />}
      error={problem ?? (typed === undefined ? refused : undefined)}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  )
}
