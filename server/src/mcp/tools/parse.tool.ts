import { z } from 'zod'
import { writeDay } from '../days.ts'
import { type LineReading, readLines } from '../line-reading.ts'
import { writeDue } from '../shown-task.ts'
import { defineTool } from '../tool.ts'

const maxLines = 20

export const parseTool = defineTool({
  name: 'parse',
  title: 'Read lines of quick add',
  description: 'What add_tasks would make of lines, without adding anything.',
  effect: 'reads',
  input: z.strictObject({ lines: z.array(z.string()).min(1).max(maxLines) }),
  output: z.object({ readings: z.array(z.object({ title: z.string() })) }),
  async run(caller, { lines }) {
    return { data: { readings: (await readLines(caller, lines)).map(showReading) } }
  },
})

function showReading(reading: LineReading) {
  const { title, dueOn, startOn, recurrence, priority, list, tags, reminders, issues } = reading
  return {
    title,
    ...(dueOn && { due: writeDue(dueOn, reading) }),
    ...(startOn && { start: writeDay(startOn) }),
    ...(recurrence && { repeats: recurrence.sentence }),
    ...(priority !== 'NONE' && { priority }),
    ...(list && { list: list.name, listId: list.id }),
    ...(tags.length > 0 && {
      tags: tags.map(({ name, tag }) => ({ name, ...(!tag && { isNew: true }) })),
    }),
    ...(reminders.length > 0 && { reminders }),
    ...(issues.length > 0 && { issues }),
  }
}
