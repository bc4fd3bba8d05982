import { z } from 'zod'
import { priorities } from '../../domain/priority.ts'
import { ApiError } from '../caller.ts'
import { readDay } from '../days.ts'
import { readLines, toNewTask } from '../line-reading.ts'
import { defineTool } from '../tool.ts'
import {
  showTasksPayload,
  type TasksPayload,
  tasksPayload,
  write,
  writingInput,
  writtenOutput,
} from '../write.ts'

const maxTasks = 50

const fields = z.strictObject({
  title: z.string(),
  notes: z.string().optional(),
  dueOn: z.string().optional(),
  dueTime: z.string().optional().describe('HH:MM'),
  startOn: z.string().optional(),
  priority: z.enum(priorities).optional(),
  tags: z.array(z.string()).optional().describe('Names; new ones are created'),
  listId: z.string().optional(),
  parentId: z.string().optional(),
  repeat: z.string().optional().describe('An RRULE, such as FREQ=WEEKLY'),
})

export const addTasksTool = defineTool({
  name: 'add_tasks',
  title: 'Add tasks',
  description: `Adds up to ${maxTasks} tasks at once, all or none. lines are in plain English: “Pay rent every 1st 9am #home !high @admin”: #list, @tag, !priority, dates, repeats. Or tasks by their fields, which are taken as they are. listId and parentId are for those that name none; else they go to the inbox.`,
  effect: 'adds',
  input: z.strictObject({
    lines: z.array(z.string()).optional(),
    tasks: z.array(fields).optional(),
    listId: z.string().optional(),
    parentId: z.string().optional(),
    ...writingInput,
  }),
  output: writtenOutput,
  async run(caller, { lines = [], tasks = [], listId, parentId, ...writing }) {
    const count = lines.length + tasks.length
    if (count === 0 || count > maxTasks)
      throw new ApiError(
        'BAD_USER_INPUT',
        `1 to ${maxTasks} lines and tasks were expected, found ${count}. Nothing was added.`,
      )
    const fromLines = (await readLines(caller, lines)).map(toNewTask)
    const fromFields = tasks.map((task, nth) => toInput(task, `tasks.${nth}`))
    const created = [...fromLines, ...fromFields].map((task) => placeTask(task, listId, parentId))
    const input = { tasks: created, ...writing }
    return write<TasksPayload>(caller, 'createTasks', input, tasksPayload, (payload) =>
      showTasksPayload(caller, payload),
    )
  },
})

function toInput({ notes, tags, repeat, ...rest }: z.output<typeof fields>, path: string) {
  return {
    ...rest,
    ...(rest.dueOn && { dueOn: readDay(rest.dueOn, `${path}.dueOn`) }),
    ...(rest.startOn && { startOn: readDay(rest.startOn, `${path}.startOn`) }),
    ...(notes !== undefined && { description: notes }),
    ...(tags && { tagNames: tags }),
    ...(repeat !== undefined && { recurrence: { rule: repeat } }),
  }
}

/** A subtask is in the list of its parent, so a list for all isn't for it. */
function placeTask(
  task: Record<string, unknown>,
  listId: string | undefined,
  parentId: string | undefined,
) {
  if (task.listId !== undefined || task.parentId !== undefined) return task
  if (parentId !== undefined) return { ...task, parentId }
  return { ...task, ...(listId !== undefined && { listId }) }
}
