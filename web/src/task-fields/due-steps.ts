import type { Day } from '@tend/server/domain/dates/day'
import { shiftDay } from '../time/calendar.ts'

/**
 * The day after, or before, the due day of a task, for arranging a week: what has no day or is overdue
 * begins from today, and nothing is moved into the past.
 */
export function stepDue(day: Day | undefined, today: Day, step: 1 | -1): Day | undefined {
  const from = day && day > today ? day : today
  const next = shiftDay(from, step)
  if (step === 1) return next
  return day && next >= today ? next : undefined
}
