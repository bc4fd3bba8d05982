import { maxTagsPerTask } from '../../domain/limits.ts'
import { builder } from '../../graphql/builder.ts'
import { TagType } from '../../tags/tag.schema.ts'
import { TaskType } from '../task.schema.ts'

builder.objectField(TaskType, 'tags', (t) =>
  t.field({
    type: [TagType],
    description: `Its tags by name, ${maxTagsPerTask} at most.`,
    extensions: { cost: { atMost: maxTagsPerTask } },
    resolve: (task, _args, context) => context.loaders.taskTags.load(task.id),
  }),
)
