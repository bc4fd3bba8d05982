import { z } from 'zod'
import { ApiError } from '../caller.ts'
import { type ReadTask, showTasks, taskFields } from '../shown-task.ts'
import { defineTool } from '../tool.ts'
import { taskUrl } from './search.tool.ts'

const query = `query FetchTask($id: ID!) {
  task(id: $id) {
    ${taskFields} description
    reminders { sentence }
    subtasks { id title completed }
  }
}`

type Task = ReadTask & {
  description: string | null
  reminders: { sentence: string | null }[]
  subtasks: { id: string; title: string; completed: boolean }[]
}

export const fetchTool = defineTool({
  name: 'fetch',
  title: 'Fetch a task',
  description: 'One task by its id, with its notes (text, in Markdown), reminders and subtasks.',
  effect: 'reads',
  isPlainJson: true,
  input: z.strictObject({ id: z.string() }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    url: z.string(),
    metadata: z.object({}),
  }),
  async run(caller, { id }) {
    const { task } = await caller.ask<{ task: Task | null }>(query, { id })
    if (!task) throw new ApiError('NOT_FOUND', 'id: There is no task with this id')
    const [shown] = await showTasks(caller, [task])
    const { id: _id, title: _title, ...metadata } = shown ?? task
    const reminders = task.reminders.flatMap(({ sentence }) => sentence ?? [])
    return {
      data: {
        id: task.id,
        title: task.title,
        text: task.description ?? '',
        url: taskUrl(caller.webUrl, task.id),
        metadata: {
          ...metadata,
          ...(reminders.length > 0 && { reminders }),
          ...(task.subtasks.length > 0 && { subtaskItems: task.subtasks }),
        },
      },
    }
  },
})
