import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import type { Day } from '@tend/server/domain/dates/day'
import { formatDay } from '@tend/server/domain/dates/format-date'
import { maxCount, type RecurrenceEnd } from '@tend/server/domain/recurrence/rule'
import { useId, useState } from 'react'
import { dayIn } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'
import { shiftMonths } from '../../time/month-grid.ts'
import { IconButton } from '../../ui/button.tsx'
import { ChoiceRow } from '../../ui/fields/choice-row.tsx'
import { CalendarIcon } from '../../ui/marks/more-icons.tsx'
import { readDateWords } from '../date-words.ts'
import { MonthGrid } from '../month-grid.tsx'
import { NumberField } from './number-field.tsx'
import styles from './repeat-fields.module.css'

export type RepeatEndFieldProps = {
  end: RecurrenceEnd
  day: Day
  clock: UserClock
  onChange: (end: RecurrenceEnd) => void
}

const kinds: readonly { value: RecurrenceEnd['kind']; label: string }[] = [
  { value: 'never', label: 'Never ends' },
  { value: 'until', label: 'Ends on' },
  { value: 'count', label: 'Ends after' },
]

/** When it stops repeating. */
export function RepeatEndField({ end, day, clock, onChange }: RepeatEndFieldProps) {
  function choose(kind: RecurrenceEnd['kind']): void {
    if (kind === 'count') onChange({ kind, count: 10 })
    else if (kind === 'until') onChange({ kind, until: shiftMonths(day, 6) })
    else onChange({ kind })
  }

  return (
    <>
      <ChoiceRow label="Ends" value={end.kind} options={kinds} onChange={choose} />
      {end.kind === 'count' && (
        <div className={styles.line}>
          <NumberField
            label="How many times"
            value={end.count}
            max={maxCount}
            onChange={(count) => onChange({ kind: 'count', count })}
          />
          <span>{end.count === 1 ? 'time' : 'times'}</span>
        </div>
      )}
      {end.kind === 'until' && (
        <LastDayField
          until={end.until}
          clock={clock}
          onChange={(until) => onChange({ kind: 'until', until })}
        />
      )}
    </>
  )
}

type LastDayFieldProps = { until: Day; clock: UserClock; onChange: (until: Day) => void }

/** A day by words, which apply as soon as they mean one, or by the days of a month. */
function LastDayField({ until, clock, onChange }: LastDayFieldProps) {
  const id = useId()
  const [words, setWords] = useState<string>()
  const [isGridOpen, setIsGridOpen] = useState(false)
  const today = dayIn(clock.timeZone, clock.now)
  const shown = describeDayFully(until, clock.formats)
  const isWrong = words !== undefined && words.trim() !== '' && !readDateWords(words, clock, null)
  return (
    <>
      <div className={styles.line}>
        <input
          className={styles.words}
          aria-label="Last day"
          aria-describedby={id}
          aria-invalid={isWrong || undefined}
          autoComplete="off"
          value={words ?? shown}
          onChange={(event) => {
            setWords(event.target.value)
            const read = readDateWords(event.target.value, clock, null)
            if (read) onChange(read.day)
          }}
          onFocus={(event) => event.target.select()}
          onBlur={() => setWords(undefined)}
        />
        <IconButton
          label={isGridOpen ? 'Hide calendar' : 'Show calendar'}
          aria-expanded={isGridOpen}
          onClick={() => setIsGridOpen(!isGridOpen)}
        >
          <CalendarIcon />
        </IconButton>
      </div>
      <p id={id} role="status" className={styles.note}>
        {isWrong ? 'Not a date yet. Try “30 June”.' : words !== undefined && shown}
      </p>
      {isGridOpen && (
        <MonthGrid
          key={until}
          today={today}
          chosen={until}
          formats={clock.formats}
          onChoose={(next) => {
            setWords(undefined)
            onChange(next)
          }}
        />
      )}
    </>
  )
}

/** Includes the year, since it may be any. */
function describeDayFully(day: Day, formats: DateFormats): string {
  return formatDay(day, '0001-01-01', formats)
}
