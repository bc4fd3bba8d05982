'use client'

import type { Day } from '@tend/server/domain/dates/day'
import { formatWeekday, startOfWeek } from '@tend/server/domain/dates/format-date'
import { type Frequency, maxInterval } from '@tend/server/domain/recurrence/rule'
import { shiftDay } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'
import { ChoiceRow } from '../../ui/fields/choice-row.tsx'
import { ToggleGroup } from '../../ui/fields/toggle-group.tsx'
import { MonthDayField } from './month-day-field.tsx'
import { monthNames } from './month-names.ts'
import { NumberField } from './number-field.tsx'
import { type RepeatDraft, weekdayOf } from './repeat-draft.ts'
import { RepeatEndField } from './repeat-end-field.tsx'
import styles from './repeat-fields.module.css'

export type RepeatFieldsProps = {
  draft: RepeatDraft
  /** The day that the task is due. */
  day: Day
  clock: UserClock
  onChange: (draft: RepeatDraft) => void
}

const units: Record<Frequency, [one: string, many: string]> = {
  DAILY: ['day', 'days'],
  WEEKLY: ['week', 'weeks'],
  MONTHLY: ['month', 'months'],
  YEARLY: ['year', 'years'],
}
const unitChoices: readonly { value: Frequency; label: string }[] = [
  { value: 'DAILY', label: 'Days' },
  { value: 'WEEKLY', label: 'Weeks' },
  { value: 'MONTHLY', label: 'Months' },
  { value: 'YEARLY', label: 'Years' },
]

/** The fields of a repeat. */
export function RepeatFields({ draft, day, clock, onChange }: RepeatFieldsProps) {
  const { frequency, interval, basis } = draft
  const change = (changes: Partial<RepeatDraft>) => onChange({ ...draft, ...changes })
  const onSchedule = basis === 'SCHEDULE'
  const firstDay = startOfWeek(day, clock.formats)
  const week = [0, 1, 2, 3, 4, 5, 6].map((passed) => shiftDay(firstDay, passed))
  return (
    <>
      <ChoiceRow
        label="Unit"
        value={frequency}
        options={unitChoices}
        onChange={(next) =>
          change({ frequency: next, interval: Math.min(interval, maxInterval[next]) })
        }
      />
      <div className={styles.line}>
        <span>Every</span>
        <NumberField
          label="Interval"
          value={interval}
          max={maxInterval[frequency]}
          onChange={(next) => change({ interval: next })}
        />
        <span>{interval === 1 ? units[frequency][0] : units[frequency][1]}</span>
      </div>
      {onSchedule && frequency === 'WEEKLY' && (
        <ToggleGroup
          label="On these days"
          columns={7}
          options={week.map((weekday) => ({
            value: weekdayOf(weekday),
            label: formatWeekday(weekday, 'short').slice(0, 2),
            name: formatWeekday(weekday, 'long'),
          }))}
          chosen={draft.weekdays}
          onChange={(weekdays) => change({ weekdays })}
        />
      )}
      {onSchedule && (frequency === 'MONTHLY' || frequency === 'YEARLY') && (
        <MonthDayField
          value={draft.monthDay}
          day={day}
          onChange={(monthDay) => change({ monthDay })}
        />
      )}
      {onSchedule && frequency === 'YEARLY' && (
        <ToggleGroup
          label="In these months"
          columns={6}
          options={monthNames.map((name, index) => ({
            value: index + 1,
            label: name.slice(0, 3),
            name,
          }))}
          chosen={draft.months}
          onChange={(months) => change({ months })}
        />
      )}
      <label className={styles.line}>
        <input
          type="checkbox"
          className={styles.check}
          checked={!onSchedule}
          onChange={(event) => change({ basis: event.target.checked ? 'COMPLETION' : 'SCHEDULE' })}
        />
        Repeat after completion
      </label>
      <RepeatEndField end={draft.end} day={day} clock={clock} onChange={(end) => change({ end })} />
    </>
  )
}
