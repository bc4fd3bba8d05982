'use client'

import { useState } from 'react'
import type { ReminderInput } from '../../gql/graphql.ts'
import { type PushOffer, takePushOffer } from '../../installed/push-offer.ts'
import { useChangeReminders, useReminders } from '../../model/reminders/use-reminders.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/layers/popover.tsx'
import { CloseIcon } from '../../ui/marks/more-icons.tsx'
import type { TaskPopupProps } from '../task-popup-props.ts'
import { WordsField } from '../words-field.tsx'
import { PushQuestion } from './push-question.tsx'
import { listReminderPresets } from './reminder-presets.ts'
import { describeReminder, readReminderWords } from './reminder-words.ts'
import styles from './reminders-popup.module.css'

/** When tasks ring: by words, by a preset; those that one task has can be taken off. Needs `Temporal`. */
export function RemindersPopup({ tasks, clock, ...popup }: TaskPopupProps) {
  const [words, setWords] = useState('')
  const [offer, setOffer] = useState<PushOffer>()
  const { reminders = [], error } = useReminders(tasks.length === 1 ? tasks[0] : undefined)
  const change = useChangeReminders(tasks)
  const meant = readReminderWords(words, clock)
  const describe = (reminder: ReminderInput) => describeReminder(reminder, clock)
  const has = (wanted: ReminderInput) => reminders.some((one) => describe(one) === describe(wanted))

  function add(wanted: ReminderInput): void {
    if (!has(wanted)) change({ addReminders: [wanted] }, `Reminds: ${describe(wanted)}`)
    const next = takePushOffer()
    if (next) setOffer(next)
    else popup.onClose()
  }

  if (offer) {
    return (
      <Popover label="Reminders" {...popup}>
        <PushQuestion offer={offer} onClose={popup.onClose} />
      </Popover>
    )
  }

  return (
    <Popover label="Reminders" {...popup}>
      <WordsField
        label="Remind in words"
        placeholder="30 minutes before, tomorrow 9am"
        words={words}
        onWrite={setWords}
        onEnter={() => meant && add(meant)}
        does={meant && `to be reminded: ${describe(meant)}`}
        hint="Not a time yet. Try “1 hour before” or “Friday 6pm”."
      />
      {error && <p role="alert">The reminders can’t be shown: you seem to be offline.</p>}
      {reminders.length > 0 && (
        <ul className={styles.list} aria-label="Reminders of this task">
          {reminders.map((reminder) => {
            const text = describe(reminder)
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
