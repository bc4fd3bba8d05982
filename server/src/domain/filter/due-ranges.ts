import { addDays } from '../dates/day.ts'
import { type DueState, dayBounds, type Viewpoint } from '../dates/due-date.ts'
import { allOf, anyOf, type Condition, is, opposite } from './condition.ts'

// A due day belongs to its own zone, so it may be up to two days away from the day of its instant for the
// person. This condition is redundant, but it uses a column with which an index begins.
export const zoneDays = 2

/** The same as `dueState` of a single task, as conditions. Adjacent states make one range. */
export function isDue(states: readonly DueState[], viewpoint: Viewpoint): Condition {
  const { today, tomorrow, dayAfterNext7, startOfTomorrow, endOfNext7Days } = dayBounds(viewpoint)
  const { now } = viewpoint
  const ranges: [DueState, DueRange][] = [
    ['overdue', { toDay: today, to: now }],
    ['today', { fromDay: today, from: now, toDay: tomorrow, to: startOfTomorrow }],
    [
      'next7days',
      { fromDay: tomorrow, from: startOfTomorrow, toDay: dayAfterNext7, to: endOfNext7Days },
    ],
    ['later', { fromDay: dayAfterNext7, from: endOfNext7Days }],
  ]
  const wanted: DueRange[] = []
  for (const [state, range] of ranges) {
    if (!states.includes(state)) continue
    const last = wanted.at(-1)
    const touches = last?.toDay !== undefined && last.toDay === range.fromDay
    if (touches) wanted[wanted.length - 1] = { ...range, fromDay: last.fromDay, from: last.from }
    else wanted.push(range)
  }
  const noDate: Condition = is({ kind: 'isNull', column: 'task.due_on' })
  return anyOf([...(states.includes('none') ? [noDate] : []), ...wanted.map(dueBetween)])
}

type DueRange = {
  fromDay?: string | undefined
  from?: Temporal.Instant | undefined
  /** Exclusive, like `to`. */
  toDay?: string | undefined
  to?: Temporal.Instant | undefined
}

function dueBetween({ fromDay, from, toDay, to }: DueRange): Condition {
  const hasNoTime = is({ kind: 'isNull', column: 'task.due_at' })
  return allOf([
    ...compare('task.due_on', '>=', fromDay && addDays(fromDay, -zoneDays)),
    ...compare('task.due_on', '<', toDay && addDays(toDay, zoneDays)),
    anyOf([
      allOf([
        hasNoTime,
        ...compare('task.due_on', '>=', fromDay),
        ...compare('task.due_on', '<', toDay),
      ]),
      allOf([
        opposite(hasNoTime),
        ...compare('task.due_at', '>=', from?.toString()),
        ...compare('task.due_at', '<', to?.toString()),
      ]),
    ]),
  ])
}

function compare(
  column: 'task.due_on' | 'task.due_at',
  operator: '>=' | '<',
  value: string | undefined,
): Condition[] {
  return value === undefined ? [] : [is({ kind: 'compare', column, operator, value })]
}
