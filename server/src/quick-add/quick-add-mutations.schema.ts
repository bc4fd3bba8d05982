import { maxTagsPerTask, textLimits } from '../domain/limits.ts'
import type { QuickAddSpan } from '../domain/quick-add/quick-add.ts'
import { addMutation, type PayloadBuilder, payloadOrRepetition } from '../graphql/add-mutation.ts'
import type { Tag } from '../tags/tag.queries.ts'
import { TagType } from '../tags/tag.schema.ts'
import type { Task } from '../tasks/task.queries.ts'
import { TaskType } from '../tasks/task.schema.ts'
import { positionFields } from '../tasks/write/task-input.schema.ts'
import { lineFields, QuickAddSpanType } from './quick-add.schema.ts'
import { quickAdd } from './quick-add.service.ts'

addMutation('quickAdd', {
  description:
    'Creates the task that a line of plain English describes, and the tags in it that don’t exist yet. What the line says takes precedence over the rest of the input.',
  inputDescription: 'A line to create a task from, and where it goes when the line doesn’t say.',
  inputFields: (t) => ({
    id: t.id({
      description:
        'A UUID of your own making for the task. By default the server creates one (version 7). To repeat a line safely use idempotencyKey: tomorrow, “tomorrow” is another day.',
    }),
    ...lineFields(t),
    listId: t.id({ description: 'The list, where the line names none; the inbox by default.' }),
    parentId: t.id({ description: 'The task to put it under, which must be in its list.' }),
    tagIds: t.idList({
      description: `Tags besides those that the line names, ${maxTagsPerTask} in all.`,
    }),
    ...positionFields(t),
  }),
  payloadFields: (
    t: PayloadBuilder<{ task: Task; newTags: Tag[]; spans: readonly QuickAddSpan[] }>,
  ) => ({
    task: t.expose('task', { type: TaskType, description: 'The new task.' }),
    newTags: t.expose('newTags', {
      type: [TagType],
      extensions: { cost: { atMost: maxTagsPerTask } },
      description: 'The tags that were created.',
    }),
    spans: t.expose('spans', {
      type: [QuickAddSpanType],
      extensions: { cost: { atMost: textLimits.quickAddLine.max } },
      description: 'What was recognised, in the order of the line.',
    }),
  }),
  resolve: async (db, input) => {
    const { payload, madeBy } = await quickAdd(db, input)
    return payloadOrRepetition(payload, madeBy)
  },
})
