import { expect, test } from 'vitest'
import { listShortcuts, toDueInput } from './due-choice.ts'

test.each([
  ['Monday', '2026-11-23', ['Today 23', 'Tomorrow 24', 'This weekend 28', 'Next week 30']],
  ['Friday', '2026-11-27', ['Today 27', 'Tomorrow 28', 'Next week 30']],
  ['Saturday', '2026-11-28', ['Today 28', 'Tomorrow 29', 'Next week 30']],
  ['Sunday', '2026-11-29', ['Today 29', 'Tomorrow 30']],
])('on a %s the shortcuts are days apart from each other', (_weekday, today, expected) => {
  const shortcuts = listShortcuts(today)
  expect(shortcuts.map(({ label, day }) => `${label} ${Number(day.slice(8))}`)).toEqual(expected)
})

test.each([
  [{ day: null, time: null }, { dueOn: null }],
  [{ day: '2026-11-24' }, { dueOn: '2026-11-24' }],
  [
    { day: '2026-11-24', time: null },
    { dueOn: '2026-11-24', dueTime: null },
  ],
  [
    { day: '2026-11-24', time: '09:00' },
    { dueOn: '2026-11-24', dueTime: '09:00', dueTimeZone: 'Europe/Berlin' },
  ],
])('%j is sent as %j', (choice, input) => {
  expect(toDueInput(choice, 'Europe/Berlin')).toEqual(input)
})
