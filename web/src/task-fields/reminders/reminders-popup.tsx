'use client'

import { useId, useState } from 'react'
import type { ReminderInput } from '../../gql/graphql.ts'
import { useChangeReminders, useReminders } from '../../model/reminders/use-reminders.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/layers/popover.tsx'
import { CloseIcon } from '../../ui/marks/more-icons.tsx'
import type { TaskPopupProps } from '../task-popup-props.ts'
import { listReminderPresets } from './reminder-presets.ts'
import { describeReminder, readReminderWords } from './reminder-words.ts'
import styles from './reminders-popup.module.css'

/** When tasks ring: by words, by a preset; those that one task has can be taken off. Needs `Temporal`. */
export function RemindersPopup({ tasks, clock, ...popup }: TaskPopupProps) {
  const id = useId()
  const [words, setWords] = useState('')
  const { reminders = [], error, refresh } = useReminders(tasks.length === 1 ? tasks[0] : undefined)
  const change = useChangeReminders(tasks, refresh)
  const meant = readReminderWords(words, clock)
  const has = (wanted: ReminderInput) =>
    reminders.some((one) => describeReminder(one, clock) === describe(wanted))
  const describe = (wanted: ReminderInput) =>
    describeReminder(
      {
        minutesBefore: wanted.minutesBefore ?? null,
        on: wanted.on ?? null,
        time: wanted.time ?? null,
      },
      clock,
    )

  function add(wanted: ReminderInput): void {
    if (!has(wanted)) change({ addReminders: [wanted] }, `Reminds: ${describe(wanted)}`)
    popup.onClose()
  }

  return (
    <Popover label="Reminders" {...popup}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (meant) add(meant)
        }}
      >
        <input
          className={styles.words}
          aria-label="Remind in words"
          aria-describedby={id}
          placeholder="30 minutes before, tomorrow 9am"
          autoComplete="off"
          enterKeyHint="done"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p id={id} role="status" className={styles.reading}>
          {meant && (
            <>
              <kbd>↵</kbd> to be reminded: {describe(meant)}
            </>
          )}
          {!meant && words.trim() !== '' && 'Not a time yet. Try “1 hour before” or “Friday 6pm”.'}
        </p>
      </form>
      {error && <p role="alert">The reminders can’t be shown: you seem to be offline.</p>}
      {reminders.length > 0 && (
        <ul className={styles.list} aria-label="Reminders of this task">
          {reminders.map((reminder) => {
            const text = describeReminder(reminder, clock)
            return (
              <li key={reminder.id} className={styles.reminder}>
                <span>{text}</span>
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={`Remove the reminder: ${text}`}
                  onClick={() => change({ removeReminderIds: [reminder.id] }, `No longer: ${text}`)}
                >
                  <CloseIcon />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <div className={styles.presets}>
        {listReminderPresets(tasks, clock)
          .filter((preset) => !has(preset))
          .map((preset) => (
            <Button key={describe(preset)} className={styles.preset} onClick={() => add(preset)}>
              {describe(preset)}
            </Button>
          ))}
      </div>
    </Popover>
  )
}
