import { type Due, type DueState, dueState, dueStates } from '../../domain/dates/due-date.ts'
import { plannedState } from '../../domain/dates/planned-state.ts'
import { builder } from '../../graphql/builder.ts'
import type { Task } from '../task.queries.ts'
import { TaskType } from '../task.schema.ts'

export const DueStateType = builder.enumType('DueState', {
  description:
    'The state of a due date, in your own time zone, whether or not the task is completed.',
  values: {
    OVERDUE: {
      value: dueStates.OVERDUE,
      description: 'The due day is over, or the due time has passed.',
    },
    TODAY: { value: dueStates.TODAY, description: 'Today, and not overdue.' },
    NEXT_7_DAYS: {
      value: dueStates.NEXT_7_DAYS,
      description: 'Tomorrow or within the six days after it.',
    },
    LATER: { value: dueStates.LATER, description: 'After the next 7 days.' },
    NONE: { value: dueStates.NONE, description: 'No due date.' },
  } satisfies Record<keyof typeof dueStates, { value: DueState; description: string }>,
})

builder.objectField(TaskType, 'dueState', (t) =>
  t.field({
    type: DueStateType,
    description: 'The state of its due date now, in your own time zone.',
    resolve: async (task, _args, context) => {
      const due = readDue(task)
      if (!due) return 'none'
      const timeZone = await context.loaders.timeZone.load('own')
      return dueState(due, { now: Temporal.Now.instant(), timeZone })
    },
  }),
)

builder.objectField(TaskType, 'plannedState', (t) =>
  t.field({
    type: DueStateType,
    description:
      'When it is to be thought of, in the states of due dates: what has a start is for that day, and from then on TODAY; what is overdue is OVERDUE; everything else is as dueState says. Compare it to show what the app’s Today and Upcoming show.',
    resolve: async (task, _args, context) => {
      const due = readDue(task)
      if (!due && task.startOn === null) return 'none'
      const timeZone = await context.loaders.timeZone.load('own')
      return plannedState(task.startOn, due, { now: Temporal.Now.instant(), timeZone })
    },
  }),
)

function readDue({ dueOn: day, dueTime: time, dueTimeZone: timeZone }: Task): Due | null {
  if (day === null) return null
  return time === null || timeZone === null
    ? { day, time: null, timeZone: null }
    : { day, time, timeZone }
}
