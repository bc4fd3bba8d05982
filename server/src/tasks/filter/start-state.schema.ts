import { type StartState, startState, startStates } from '../../domain/dates/start-state.ts'
import { builder } from '../../graphql/builder.ts'
import { TaskType } from '../task.schema.ts'

export const StartStateType = builder.enumType('StartState', {
  description: 'Whether a task has begun, in your own time zone, whether or not it is completed.',
  values: {
    NONE: { value: startStates.NONE, description: 'No start.' },
    AHEAD: { value: startStates.AHEAD, description: 'It starts on a later day.' },
    STARTED: { value: startStates.STARTED, description: 'It starts today, or has started.' },
  } satisfies Record<keyof typeof startStates, { value: StartState; description: string }>,
})

builder.objectField(TaskType, 'startState', (t) =>
  t.field({
    type: StartStateType,
    description: 'Whether it has begun by now, in your own time zone.',
    resolve: async ({ startOn }, _args, context) => {
      if (startOn === null) return 'none'
      const timeZone = await context.loaders.timeZone.load('own')
      return startState(startOn, { now: Temporal.Now.instant(), timeZone })
    },
  }),
)
