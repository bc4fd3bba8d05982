import { serializeRecurrenceRule } from '@tend/server/domain/recurrence/rule'
import { expect, test } from 'vitest'
import { listPresets } from './repeat-presets.ts'

const formats = {
  weekStartsOn: 'MONDAY',
  dateStyle: 'DAY_FIRST',
  timeStyle: 'HOURS_24',
} as const

test('the presets are of the day that the task is due', () => {
  expect(show('2026-11-22')).toEqual([
    'Daily: FREQ=DAILY',
    'Weekdays: FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'Weekly on Sunday: FREQ=WEEKLY;BYDAY=SU',
    'Monthly on the 22nd: FREQ=MONTHLY;BYMONTHDAY=22',
    'Yearly on 22 Nov: FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=22',
  ])
})

test('where tasks are of several days, each keeps its own', () => {
  expect(show(undefined).slice(2)).toEqual([
    'Weekly: FREQ=WEEKLY',
    'Monthly: FREQ=MONTHLY',
    'Yearly: FREQ=YEARLY',
  ])
})

test.each([
  ['2026-11-01', 'the 1st'],
  ['2026-11-03', 'the 3rd'],
  ['2026-11-11', 'the 11th'],
  ['2026-11-12', 'the 12th'],
  ['2026-11-13', 'the 13th'],
  ['2026-12-31', 'the 31st'],
])('%s is %s of its month', (day, words) => {
  expect(show(day)[3]).toContain(`Monthly on ${words}:`)
})

function show(day: string | undefined): string[] {
  return listPresets(day, formats).map(
    ({ label, rule }) => `${label}: ${serializeRecurrenceRule(rule)}`,
  )
}
