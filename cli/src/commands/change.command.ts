import { type Among, findTasks } from '../api/find-tasks.ts'
import { openSession } from '../api/session.ts'
import { type AnsweredTask, taskFields, toTaskJson } from '../api/task.ts'
import { type Command, defineCommand } from '../command.ts'
import { failUsage } from '../failure.ts'
import { printTask } from '../terminal/task-line.ts'

type Change = {
  name: string
  summary: string
  help: readonly string[]
  /** Of the API, for up to a thousand tasks: all of them or none. */
  mutation: string
  input: string
  /** The next occurrences of what repeats, where the payload has them. */
  nextTasks?: string
  among: Among
  /** What is said before each task, and of one that was so already. */
  word: string
}

type Payload = {
  mutationId: string
  changedCount: number
  tasks: readonly AnsweredTask[]
  nextTasks?: readonly AnsweredTask[]
}

export const referenceHelp = [
  'A task is named by the number that the last tend ls gave it, by the beginning of its title (in',
  'any case; of one task only, otherwise nothing is done), or by its id.',
]

/** A command that does one thing to the tasks it names: all of them, or none. */
export function changeTasks(change: Change): Command {
  const { name, summary, mutation, nextTasks, among } = change
  const document = `mutation Change($input: ${change.input}!, $withNotes: Boolean!) {
    payload: ${mutation}(input: $input) {
      mutationId changedCount tasks { ...TaskFields } ${nextTasks ? `${nextTasks} { ...TaskFields }` : ''}
    }
  }
  ${taskFields}`
  return defineCommand({
    name,
    summary,
    usage: [`${name} <task> …`],
    help: [...referenceHelp, ...change.help],
    options: {},
    async run({ environment, out, isJson }, _values, references) {
      if (references.length === 0)
        throw failUsage(
          `tend ${name} needs a task: a number of tend ls, or the beginning of a title.`,
        )
      const session = openSession(environment)
      const meant = await findTasks(session, references, among)
      const variables = { input: { ids: meant.map(({ id }) => id) }, withNotes: isJson }
      const data = await session.client.mutate<{ payload: Payload }>(document, variables)
      const { mutationId, changedCount, tasks, nextTasks: next = [] } = data.payload
      if (changedCount > 0) session.memory.addStep(name, mutationId)
      if (isJson)
        return out.json({
          tasks: tasks.map(toTaskJson),
          ...(nextTasks && { nextTasks: next.map(toTaskJson) }),
          changedCount,
          mutationId,
        })
      for (const task of tasks)
        out.line({ text: change.word, style: 'green' }, ' ', ...printTask(task))
      for (const task of next) out.line({ text: 'Next', style: 'dim' }, ' ', ...printTask(task))
      if (changedCount === 0) out.line('Nothing has changed: it was so already.')
    },
  })
}

export const done = changeTasks({
  name: 'done',
  summary: 'Completes tasks',
  help: ['What repeats comes again, with its next day.'],
  mutation: 'completeTasks',
  input: 'CompleteTasksInput',
  nextTasks: 'nextTasks',
  among: ['open'],
  word: 'Done',
})

export const reopen = changeTasks({
  name: 'reopen',
  summary: 'Opens completed tasks again',
  help: [],
  mutation: 'reopenTasks',
  input: 'ReopenTasksInput',
  among: ['completed'],
  word: 'Reopened',
})

export const rm = changeTasks({
  name: 'rm',
  summary: 'Moves tasks to the trash, with their subtasks',
  help: ['tend undo takes it back; after 30 days in the trash a task is deleted for good.'],
  mutation: 'deleteTasks',
  input: 'DeleteTasksInput',
  among: ['open', 'completed'],
  word: 'Deleted',
})
