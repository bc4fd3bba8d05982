import { findNamed, getNamed } from '../api/find-named.ts'
import { findTasks } from '../api/find-tasks.ts'
import { readDue } from '../api/read-due.ts'
import { openSession, type Session } from '../api/session.ts'
import { type AnsweredTask, taskFields, toTaskJson } from '../api/task.ts'
import { defineCommand } from '../command.ts'
import { failUsage } from '../failure.ts'
import { readInput } from '../terminal/ask.ts'
import { printTask } from '../terminal/task-line.ts'
import { referenceHelp } from './change.command.ts'

const update = `mutation Edit($input: UpdateTaskInput!, $withNotes: Boolean!) {
  updateTask(input: $input) { mutationId task { ...TaskFields } }
}
${taskFields}`
const createTag = `mutation NewTag($input: CreateTagInput!) {
  createTag(input: $input) { mutationId tag { id } }
}`

const priorities = ['none', 'low', 'medium', 'high', 'urgent']

export const edit = defineCommand({
  name: 'edit',
  summary: 'Changes a task',
  usage: ['edit <task> [what to change] …'],
  help: [
    ...referenceHelp,
    '',
    '  --title <text>',
    "  --due <when>          tomorrow, 'friday 9am', 'every monday', 2026-12-24, or none",
    '  --repeat none         ends a repeat; --due begins one',
    `  --priority <name>     ${priorities.join(', ')}`,
    '  --list <name>         moves it there',
    '  --tag <name>          puts a tag on it, which is made if there is none (may be repeated)',
    '  --untag <name>        takes a tag off (may be repeated)',
    '  --notes <text>        instead of the notes that are there; - reads them from the input',
  ],
  options: {
    title: { type: 'string' },
    due: { type: 'string' },
    repeat: { type: 'string' },
    priority: { type: 'string' },
    list: { type: 'string' },
    tag: { type: 'string', multiple: true },
    untag: { type: 'string', multiple: true },
    notes: { type: 'string' },
  },
  async run({ environment, out, isJson }, values, references) {
    const [reference, ...others] = references
    if (reference === undefined || others.length > 0)
      throw failUsage('tend edit takes one task, and then what to change: tend edit 3 --due friday')
    if (Object.keys(values).every((name) => name === 'json'))
      throw failUsage(`tend edit ${reference} needs what to change. See tend edit --help.`)
    const session = openSession(environment)
    const [task] = await findTasks(session, [reference], ['open', 'completed'])
    if (!task) throw new Error('A task was expected where one was named')
    const plain = await readPlain(session, values)
    const tags = await readTags(session, values)
    const { mutationIds, ...tagChanges } = tags
    const input = { id: task.id, ...plain, ...tagChanges }
    type Data = { updateTask: { mutationId: string; task: AnsweredTask } }
    const { updateTask } = await session.client
      .mutate<Data>(update, { input, withNotes: isJson })
      .catch((error: unknown) => {
        // A tag that was made for it is there all the same, and can be taken back.
        if (mutationIds.length > 0) session.memory.addStep('edit', ...mutationIds)
        throw error
      })
    const isSame = updateTask.task.updatedAt === task.updatedAt
    if (!isSame) session.memory.addStep('edit', ...mutationIds, updateTask.mutationId)
    if (isJson)
      return out.json({ task: toTaskJson(updateTask.task), mutationId: updateTask.mutationId })
    if (isSame) return out.line('Nothing has changed: it was so already.')
    out.line({ text: 'Changed', style: 'green' }, ' ', ...printTask(updateTask.task))
  },
})

type Plain = {
  title?: string
  due?: string
  repeat?: string
  priority?: string
  list?: string
  notes?: string
}

async function readPlain(session: Session, values: Plain) {
  const { title, due, repeat, priority, list, notes } = values
  if (priority !== undefined && !priorities.includes(priority.toLowerCase()))
    throw failUsage(`--priority should be one of ${priorities.join(', ')}, found ${priority}.`)
  if (repeat !== undefined && repeat !== 'none')
    throw failUsage("--repeat should be none. A repeat begins with a day: --due 'every monday'.")
  return {
    ...(title !== undefined && { title }),
    ...(repeat !== undefined && { recurrence: null }),
    ...(due !== undefined && (await readDue(session, due))),
    ...(priority !== undefined && { priority: priority.toUpperCase() }),
    ...(list !== undefined && { listId: (await getNamed(session, 'list', list)).id }),
    ...(notes !== undefined && { description: notes === '-' ? await readInput() : notes }),
  }
}

/** Last, since it makes the tags that aren't there yet. */
async function readTags(
  session: Session,
  { tag = [], untag = [] }: { tag?: string[]; untag?: string[] },
) {
  const removeTagIds: string[] = []
  for (const name of untag) removeTagIds.push((await getNamed(session, 'tag', name)).id)
  const addTagIds: string[] = []
  const mutationIds: string[] = []
  for (const name of tag) {
    const found = await findNamed(session, 'tag', name)
    if (found) {
      addTagIds.push(found.id)
      continue
    }
    type Data = { createTag: { mutationId: string; tag: { id: string } } }
    const { createTag: made } = await session.client.mutate<Data>(createTag, { input: { name } })
    addTagIds.push(made.tag.id)
    mutationIds.push(made.mutationId)
  }
  return {
    ...(addTagIds.length > 0 && { addTagIds }),
    ...(removeTagIds.length > 0 && { removeTagIds }),
    mutationIds,
  }
}
