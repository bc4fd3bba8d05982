'use client'

import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import type { Day } from '@tend/server/domain/dates/day'
import { formatMonth, formatWeekday } from '@tend/server/domain/dates/format-date'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { describeDayInFull } from '../time/due-words.ts'
import { listWeeks, moveByKey, shiftMonths } from '../time/month-grid.ts'
import { IconButton } from '../ui/button.tsx'
import { ChevronIcon } from '../ui/marks/icons.tsx'
import { BackIcon } from '../ui/marks/more-icons.tsx'
import styles from './month-grid.module.css'

export type MonthGridProps = {
  today: Day
  chosen: Day | null
  formats: DateFormats
  onChoose: (day: Day) => void
}

/** The days of a month to choose from, with the keys of the ARIA Authoring Practices. */
export function MonthGrid({ today, chosen, formats, onChoose }: MonthGridProps) {
  const id = useId()
  const grid = useRef<HTMLTableElement>(null)
  const [day, setDay] = useState(chosen ?? today)
  const [isMoving, setIsMoving] = useState(false)
  const weeks = listWeeks(day, formats)

  useEffect(() => {
    if (isMoving) grid.current?.querySelector<HTMLElement>(`[data-calendar-day="${day}"]`)?.focus()
  }, [day, isMoving])

  function onKeyDown(event: KeyboardEvent): void {
    const next = moveByKey(day, event, formats)
    if (!next) return
    event.preventDefault()
    setIsMoving(true)
    setDay(next)
  }

  function turn(months: number): void {
    setIsMoving(false)
    setDay(shiftMonths(day, months))
  }

  return (
    <div className={styles.month}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title} aria-live="polite">
          {formatMonth(day)}
        </h3>
        <IconButton label="Month before" onClick={() => turn(-1)}>
          <BackIcon />
        </IconButton>
        <IconButton label="Month after" onClick={() => turn(1)}>
          <ChevronIcon />
        </IconButton>
      </div>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through.
        role="grid"
        aria-labelledby={id}
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {weeks[0]?.map((first) => (
              <th key={first} scope="col" abbr={formatWeekday(first, 'long')}>
                {formatWeekday(first, 'short').slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((candidate) => (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid, a td is a gridcell.
                <td key={candidate} aria-selected={candidate === chosen}>
                  <button
                    type="button"
                    className={styles.day}
                    data-calendar-day={candidate}
                    data-other={candidate.slice(0, 7) !== day.slice(0, 7) || undefined}
                    data-chosen={candidate === chosen || undefined}
                    tabIndex={candidate === day ? 0 : -1}
                    aria-current={candidate === today ? 'date' : undefined}
                    aria-label={describeDayInFull(candidate, today, formats)}
                    onClick={() => onChoose(candidate)}
                  >
                    {Number(candidate.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
