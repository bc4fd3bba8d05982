'use client'

import { formatTime } from '@tend/server/domain/dates/format-date'
import { type ReactNode, useId, useState } from 'react'
import { dayIn } from '../time/calendar.ts'
import { describeDueChoice, type UserClock } from '../time/due-words.ts'
import { Button } from '../ui/button.tsx'
import { Popover, type PopupProps } from '../ui/layers/popover.tsx'
import styles from './date-popup.module.css'
import { readDateWords } from './date-words.ts'
import { type DueChoice, listShortcuts } from './due-choice.ts'
import { MonthGrid } from './month-grid.tsx'
import wordsStyles from './words-field.module.css'
import { WordsField } from './words-field.tsx'

export type DatePopupProps = PopupProps & {
  label: string
  clock: UserClock
  value: DueChoice
  /** Whether a time can be chosen too. */
  withTime: boolean
  onChoose: (choice: DueChoice) => void
  /** Further fields of this date. */
  children?: ReactNode
}

/** A date by words, by shortcut, or by the days of a month; each choice applies at once. */
export function DatePopup({ label, clock, value, withTime, onChoose, ...props }: DatePopupProps) {
  const { children, ...popup } = props
  const [words, setWords] = useState('')
  const today = dayIn(clock.timeZone, clock.now)
  const read = readDateWords(words, clock, value.day)
  const meant = read && { day: read.day, time: read.time ?? value.time }

  function choose(choice: DueChoice): void {
    onChoose(choice)
    popup.onClose()
  }

  return (
    <Popover label={label} {...popup}>
      <WordsField
        label={`${label} in words`}
        placeholder={
          withTime ? 'Tomorrow 9am, next Fri, in 3 days' : 'Tomorrow, next Fri, in 3 days'
        }
        words={words}
        onWrite={setWords}
        onEnter={() => meant && choose(meant)}
        does={meant && `to set ${describeDueChoice(meant, clock)}`}
        hint="Not a date yet. Try “Friday” or “12 March”."
      />
      <div className={styles.shortcuts}>
        {listShortcuts(today).map((shortcut) => (
          <Button
            key={shortcut.label}
            className={styles.shortcut}
            onClick={() => choose({ day: shortcut.day, time: value.time })}
          >
            {shortcut.label}
          </Button>
        ))}
        <Button
          className={styles.shortcut}
          disabled={!value.day}
          onClick={() => choose({ day: null })}
        >
          No date
        </Button>
      </div>
      <MonthGrid
        today={today}
        chosen={value.day}
        formats={clock.formats}
        onChoose={(day) => choose({ day, time: value.time })}
      />
      {withTime && (
        <TimeField
          due={value}
          clock={clock}
          onChange={(time) => onChoose({ day: value.day ?? today, time })}
        />
      )}
      {children}
    </Popover>
  )
}

type TimeFieldProps = {
  due: DueChoice
  clock: UserClock
  onChange: (time: string | null) => void
}

/** Shown in the person's time format; applies when the field is left, not with each digit. */
function TimeField({ due, clock, onChange }: TimeFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const shown = due.time ? formatTime(due.time, clock.formats) : ''
  const text = draft ?? shown
  const time = readDateWords(text, clock, due.day)?.time
  const isWrong = draft !== undefined && draft.trim() !== '' && !time

  function save(): void {
    if (isWrong) return
    setDraft(undefined)
    if (text !== shown && (time ?? null) !== due.time) onChange(time ?? null)
  }

  return (
    <div className={styles.time}>
      <label htmlFor={id}>Time</label>
      <input
        id={id}
        className={wordsStyles.words}
        placeholder={formatTime('09:00', clock.formats)}
        aria-invalid={isWrong || undefined}
        autoComplete="off"
        enterKeyHint="done"
        value={text}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
        }}
      />
      {due.time && (
        <Button look="quiet" onClick={() => onChange(null)}>
          No time
        </Button>
      )}
    </div>
  )
}
