import { maxTagsPerTask } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { TaskType } from '../tasks/task.schema.ts'
import { TagType } from './tag.schema.ts'

builder.objectField(TaskType, 'tags', (t) =>
  t.field({
    type: [TagType],
    description: `Its tags by name, ${maxTagsPerTask} at most.`,
    extensions: { cost: { atMost: maxTagsPerTask } },
    resolve: (task, _args, context) => context.loaders.taskTags.load(task.id),
  }),
)
