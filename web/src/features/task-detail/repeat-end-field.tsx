import type { Day } from '@tend/server/domain/dates/day'
import { maxCount, type RecurrenceEnd } from '@tend/server/domain/recurrence/rule'
import { shiftMonths } from '../../time/month-grid.ts'
import { NumberField } from './number-field.tsx'
import styles from './repeat-fields.module.css'

export type RepeatEndFieldProps = {
  end: RecurrenceEnd
  day: Day
  onChange: (end: RecurrenceEnd) => void
}

/** When it stops repeating. */
export function RepeatEndField({ end, day, onChange }: RepeatEndFieldProps) {
  function choose(kind: string): void {
    if (kind === 'count') onChange({ kind, count: 10 })
    else if (kind === 'until') onChange({ kind, until: shiftMonths(day, 6) })
    else onChange({ kind: 'never' })
  }

  return (
    <div className={styles.line}>
      <select
        aria-label="Ends"
        className={styles.select}
        value={end.kind}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="never">without end</option>
        <option value="until">until</option>
        <option value="count">so many times</option>
      </select>
      {end.kind === 'count' && (
        <NumberField
          label="How many times"
          value={end.count}
          max={maxCount}
          onChange={(count) => onChange({ kind: 'count', count })}
        />
      )}
      {end.kind === 'until' && (
        <input
          type="date"
          aria-label="Last day"
          className={styles.select}
          min={day}
          required
          value={end.until}
          onChange={(event) => {
            if (event.target.value) onChange({ kind: 'until', until: event.target.value })
          }}
        />
      )}
    </div>
  )
}
