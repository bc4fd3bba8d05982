import type { Day } from '@tend/server/domain/dates/day'
import { formatWeekday } from '@tend/server/domain/dates/format-date'
import { weekdays } from '@tend/server/domain/recurrence/rule'
import { shiftDay } from '../../time/calendar.ts'
import { ChoiceRow } from '../../ui/fields/choice-row.tsx'
import { NumberField } from './number-field.tsx'
import { type MonthDay, ordinalOf, ordinals, weekdayOf } from './repeat-draft.ts'
import styles from './repeat-fields.module.css'

export type MonthDayFieldProps = { value: MonthDay; day: Day; onChange: (value: MonthDay) => void }

const kinds: readonly { value: MonthDay['kind']; label: string; name?: string }[] = [
  { value: 'date', label: 'Date' },
  { value: 'nth', label: 'Weekday' },
  { value: 'last', label: 'Last day' },
  { value: 'lastWorkday', label: 'Last workday' },
]
const ordinalNames: Record<number, string> = {
  1: '1st',
  2: '2nd',
  3: '3rd',
  4: '4th',
  [-1]: 'Last',
}
// A Monday, for the names of the days after it.
const someMonday = '2024-01-01'

/** Which day of the month. A rule from elsewhere may have another one, which stays until one is chosen. */
export function MonthDayField({ value, day, onChange }: MonthDayFieldProps) {
  function choose(kind: MonthDay['kind']): void {
    if (kind === 'date') onChange({ kind, date: Number(day.slice(8)) })
    else if (kind === 'nth') onChange({ kind, ordinal: ordinalOf(day), weekday: weekdayOf(day) })
    else if (kind !== 'kept') onChange({ kind })
  }

  return (
    <>
      <ChoiceRow label="Day of the month" value={value.kind} options={kinds} onChange={choose} />
      {value.kind === 'date' && (
        <div className={styles.line}>
          <span>On day</span>
          <NumberField
            label="Date"
            value={value.date}
            max={31}
            onChange={(date) => onChange({ kind: 'date', date })}
          />
        </div>
      )}
      {value.kind === 'nth' && (
        <>
          <ChoiceRow
            label="Which one"
            value={value.ordinal}
            options={ordinals.map((ordinal) => ({
              value: ordinal,
              label: ordinalNames[ordinal] ?? '',
            }))}
            onChange={(ordinal) => onChange({ ...value, ordinal })}
          />
          <ChoiceRow
            label="Weekday"
            value={value.weekday}
            options={weekdays.map((weekday, index) => ({
              value: weekday,
              label: formatWeekday(shiftDay(someMonday, index), 'short').slice(0, 2),
              name: formatWeekday(shiftDay(someMonday, index), 'long'),
            }))}
            onChange={(weekday) => onChange({ ...value, weekday })}
          />
        </>
      )}
    </>
  )
}
