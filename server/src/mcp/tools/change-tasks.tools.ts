import { z } from 'zod'
import { priorities } from '../../domain/priority.ts'
import { ApiError, type Caller } from '../caller.ts'
import { readDay } from '../days.ts'
import { type ReadTask, showTasks, taskFields } from '../shown-task.ts'
import { defineTool } from '../tool.ts'
import {
  showTasksPayload,
  type TasksPayload,
  taskIds,
  tasksPayload,
  write,
  writingInput,
  writtenOutput,
} from '../write.ts'

export const updateTasksTool = defineTool({
  name: 'update_tasks',
  title: 'Update tasks',
  description:
    'Changes the same fields of all named tasks, all or none. What is left out stays; null clears. Another dueOn of a repeating task is for this occurrence, unless occurrences says more.',
  effect: 'changes',
  isIdempotent: true,
  input: z.strictObject({
    ids: taskIds,
    title: z.string().optional(),
    notes: z.string().nullable().optional().describe('Replaces all notes'),
    dueOn: z.string().nullable().optional(),
    dueTime: z.string().nullable().optional(),
    startOn: z.string().nullable().optional(),
    priority: z.enum(priorities).optional(),
    addTagIds: z.array(z.string()).optional(),
    removeTagIds: z.array(z.string()).optional(),
    repeat: z.string().nullable().optional().describe('An RRULE'),
    occurrences: z.enum(['THIS', 'THIS_AND_FOLLOWING']).optional(),
    ...writingInput,
  }),
  output: writtenOutput,
  run(caller, { ids, dryRun, idempotencyKey, notes, repeat, dueOn, startOn, ...rest }) {
    const changes = {
      ...rest,
      ...(dueOn !== undefined && { dueOn: readDay(dueOn, 'dueOn') }),
      ...(startOn !== undefined && { startOn: readDay(startOn, 'startOn') }),
      ...(notes !== undefined && { description: notes }),
      ...(repeat !== undefined && { recurrence: repeat === null ? null : { rule: repeat } }),
    }
    if (Object.keys(changes).length === 0)
      throw new ApiError('BAD_USER_INPUT', 'No field was named, so nothing was changed.')
    return writeTasks(caller, 'updateTasks', { ids, changes, dryRun, idempotencyKey })
  },
})

export const completeTasksTool = defineTool({
  name: 'complete_tasks',
  title: 'Complete tasks',
  description:
    'Completes tasks with their subtasks, or opens them again with completed: false. Of repeating ones it answers with the next occurrences.',
  effect: 'changes',
  isIdempotent: true,
  input: z.strictObject({ ids: taskIds, completed: z.boolean().optional(), ...writingInput }),
  output: writtenOutput,
  run(caller, { completed = true, ...input }) {
    if (!completed) return writeTasks(caller, 'reopenTasks', input)
    const shown = `${tasksPayload} nextTasks { ${taskFields} }`
    type Payload = TasksPayload & { nextTasks: ReadTask[] }
    return write<Payload>(caller, 'completeTasks', input, shown, async (payload) => {
      const nextTasks = await showTasks(caller, payload.nextTasks)
      const data = await showTasksPayload(caller, payload)
      return { ...data, ...(nextTasks.length > 0 && { nextTasks }) }
    })
  },
})

export const moveTasksTool = defineTool({
  name: 'move_tasks',
  title: 'Move tasks',
  description:
    'Moves tasks, in the order of their ids, to another list, under another task (parentId null: to the top level), or right after or before a task. All or none.',
  effect: 'changes',
  isIdempotent: true,
  input: z.strictObject({
    ids: taskIds,
    listId: z.string().optional(),
    parentId: z.string().nullable().optional(),
    afterId: z.string().optional(),
    beforeId: z.string().optional(),
    ...writingInput,
  }),
  output: writtenOutput,
  run: (caller, input) => writeTasks(caller, 'moveTasks', input),
})

export const trashTasksTool = defineTool({
  name: 'trash_tasks',
  title: 'Move tasks to the trash',
  description:
    'Moves tasks to the trash, with their subtasks, or takes them out again with restore: true. They stay there for 30 days; no tool deletes for good.',
  effect: 'removes',
  isIdempotent: true,
  input: z.strictObject({ ids: taskIds, restore: z.boolean().optional(), ...writingInput }),
  output: writtenOutput,
  run: (caller, { restore, ...input }) =>
    writeTasks(caller, restore ? 'restoreTasks' : 'deleteTasks', input),
})

function writeTasks(caller: Caller, mutation: string, input: Record<string, unknown>) {
  return write<TasksPayload>(caller, mutation, input, tasksPayload, (payload) =>
    showTasksPayload(caller, payload),
  )
}
