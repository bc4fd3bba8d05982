import type { Day } from '@tend/server/domain/dates/day'
import { formatWeekday } from '@tend/server/domain/dates/format-date'
import { weekdays } from '@tend/server/domain/recurrence/rule'
import { shiftDay } from '../../time/calendar.ts'
import { NumberField } from './number-field.tsx'
import { type MonthDay, ordinalOf, ordinals, weekdayOf } from './repeat-draft.ts'
import styles from './repeat-fields.module.css'

export type MonthDayFieldProps = { value: MonthDay; day: Day; onChange: (value: MonthDay) => void }

const kinds: Record<Exclude<MonthDay['kind'], 'kept'>, string> = {
  date: 'day',
  nth: 'weekday',
  last: 'last day',
  lastWorkday: 'last workday',
}
const ordinalNames: Record<number, string> = {
  1: '1st',
  2: '2nd',
  3: '3rd',
  4: '4th',
  [-1]: 'last',
}
// A Monday, for the names of the days after it.
const someMonday = '2024-01-01'

/** Which day of the month. */
export function MonthDayField({ value, day, onChange }: MonthDayFieldProps) {
  function choose(kind: MonthDay['kind']): void {
    if (kind === 'date') onChange({ kind, date: Number(day.slice(8)) })
    else if (kind === 'nth') onChange({ kind, ordinal: ordinalOf(day), weekday: weekdayOf(day) })
    else if (kind !== 'kept') onChange({ kind })
  }

  return (
    <div className={styles.line}>
      <span>on the</span>
      {value.kind === 'nth' && (
        <>
          <select
            aria-label="Which one"
            className={styles.select}
            value={value.ordinal}
            onChange={(event) => onChange({ ...value, ordinal: Number(event.target.value) })}
          >
            {ordinals.map((ordinal) => (
              <option key={ordinal} value={ordinal}>
                {ordinalNames[ordinal]}
              </option>
            ))}
          </select>
          <select
            aria-label="Weekday"
            className={styles.select}
            value={value.weekday}
            onChange={(event) =>
              onChange({
                ...value,
                weekday: weekdays.find((name) => name === event.target.value) ?? value.weekday,
              })
            }
          >
            {weekdays.map((weekday, index) => (
              <option key={weekday} value={weekday}>
                {formatWeekday(shiftDay(someMonday, index), 'long')}
              </option>
            ))}
          </select>
        </>
      )}
      <select
        aria-label="Day of the month"
        className={styles.select}
        value={value.kind}
        onChange={(event) => choose(event.target.value as MonthDay['kind'])}
      >
        {value.kind === 'kept' && <option value="kept">days it has now</option>}
        {Object.entries(kinds).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
      {value.kind === 'date' && (
        <NumberField
          label="Date"
          value={value.date}
          max={31}
          onChange={(date) => onChange({ kind: 'date', date })}
        />
      )}
    </div>
  )
}
