'use client'

import { useState } from 'react'
import type { Task } from '../model/documents/fields.ts'
import { localDue } from '../time/due.ts'
import { describeDueChoice, type UserClock } from '../time/due-words.ts'
import { DatePopup } from './date-popup.tsx'
import { type DueChoice, toDueInput } from './due-choice.ts'
import styles from './due-popup.module.css'
import type { TaskPopupProps } from './task-popup-props.ts'
import { useTaskEdit } from './use-task-edit.ts'

/** When tasks are due; where some repeat, also whether those that follow move along. */
export function DuePopup({ tasks, clock, ...popup }: TaskPopupProps) {
  const edit = useTaskEdit(tasks)
  const [follows, setFollows] = useState(false)
  const due = findSharedDue(tasks, clock)
  const repeats = tasks.some(({ recurrence }) => recurrence)

  function choose(choice: DueChoice): void {
    const { day, time } = choice
    const moves = repeats && day && day !== due.day
    const done = day ? `Due ${describeDueChoice({ day, time }, clock)}` : 'No due date any more'
    edit(
      {
        ...toDueInput(choice, clock.timeZone),
        ...(moves && follows && { occurrences: 'THIS_AND_FOLLOWING' }),
      },
      done,
    )
  }

  return (
    <DatePopup label="Due date" clock={clock} value={due} withTime onChoose={choose} {...popup}>
      {repeats && (
        <label className={styles.follows}>
          <input
            type="checkbox"
            checked={follows}
            onChange={(event) => setFollows(event.target.checked)}
          />
          Reschedule the whole series
        </label>
      )}
    </DatePopup>
  )
}

/** The day from which tasks can be begun. */
export function StartPopup({ tasks, clock, ...popup }: TaskPopupProps) {
  const edit = useTaskEdit(tasks)
  const startOn = tasks.length === 1 ? tasks[0]?.startOn : null
  return (
    <DatePopup
      label="Start date"
      clock={clock}
      value={{ day: startOn ?? null, time: null }}
      withTime={false}
      onChoose={({ day }) =>
        edit(
          { startOn: day },
          day ? `Starts ${describeDueChoice({ day }, clock)}` : 'Starts any time',
        )
      }
      {...popup}
    />
  )
}

/** The day and the time that all of them are due, each as far as they share it. */
function findSharedDue(tasks: readonly Task[], { timeZone }: UserClock): DueChoice {
  const [first, ...others] = tasks.map((task) => localDue(task, timeZone))
  const sharesDay = others.every((due) => due?.day === first?.day)
  const sharesTime = others.every((due) => due?.time === first?.time)
  return {
    day: sharesDay ? (first?.day ?? null) : null,
    time: sharesTime ? (first?.time ?? null) : undefined,
  }
}
