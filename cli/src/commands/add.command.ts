import { openSession } from '../api/session.ts'
import { type AnsweredTask, taskFields, toTaskJson } from '../api/task.ts'
import { defineCommand } from '../command.ts'
import { failUsage } from '../failure.ts'
import { printTask } from '../terminal/task-line.ts'

const quickAdd = `mutation Add($input: QuickAddInput!, $withNotes: Boolean!) {
  quickAdd(input: $input) {
    mutationId task { ...TaskFields } newTags { name } spans { kind text meaning }
  }
}
${taskFields}`

type Data = {
  quickAdd: {
    mutationId: string
    task: AnsweredTask
    newTags: readonly { name: string }[]
    spans: readonly { kind: string; text: string; meaning: string }[]
  }
}

export const add = defineCommand({
  name: 'add',
  summary: 'Writes a task down, in a line of plain English',
  usage: ['add <line>'],
  help: [
    "tend add 'Pay rent every 1st 9am #home !high @admin'",
    '',
    'Days, times, repeats, reminders, #list, @tag and !priority are read out of the line, as in',
    'the app: docs/quick-add.md. What was understood is shown; tend undo takes it back. Put the',
    'line in quotes, because shells have signs of their own (# ! *). What is in quotation marks',
    'within the line stays text.',
  ],
  options: {},
  async run({ environment, out, isJson }, _values, words) {
    const text = words.join(' ')
    if (text.trim() === '')
      throw failUsage("tend add needs a line: tend add 'Call Bob tomorrow 9am'.")
    const { client, memory } = openSession(environment)
    const variables = { input: { text }, withNotes: isJson }
    const { mutationId, task, newTags, spans } = (await client.mutate<Data>(quickAdd, variables))
      .quickAdd
    memory.addStep('add', mutationId)
    if (isJson) {
      const tags = newTags.map(({ name }) => name)
      return out.json({ task: toTaskJson(task), understood: spans, newTags: tags, mutationId })
    }
    out.line({ text: 'Added', style: 'green' }, ' ', ...printTask(task))
    for (const span of spans) out.line({ text: `  ${span.text} → ${span.meaning}`, style: 'dim' })
    for (const { name } of newTags) out.line({ text: `  @${name} is a new tag`, style: 'dim' })
  },
})
