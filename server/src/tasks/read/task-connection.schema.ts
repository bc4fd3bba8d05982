import { builder } from '../../graphql/builder.ts'
import { TaskType } from '../task.schema.ts'

export const TaskEdge = builder.edgeObject({ type: TaskType, name: 'TaskEdge' })

/** The one connection type of tasks, whichever field it belongs to. */
export const TaskConnection = builder.connectionObject(
  { type: TaskType, name: 'TaskConnection' },
  TaskEdge,
)
