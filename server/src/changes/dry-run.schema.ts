import { dryRunSize } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { DryRunType } from '../graphql/dry-run.ts'
import { ChangedEntityType } from './change.schema.ts'
import type { PlannedChange } from './dry-run.ts'
import { FieldChangeType, mostFieldChanges, OperationType } from './task-history.schema.ts'

const PlannedChangeType = builder.objectRef<PlannedChange>('PlannedChange').implement({
  description: 'What a mutation would do to one object.',
  fields: (t) => ({
    entityType: t.field({
      type: ChangedEntityType,
      description: 'What kind of object it is.',
      resolve: ({ entity }) => entity,
    }),
    id: t.exposeID('id', {
      description: 'The id of the object. One that would be created may get another id then.',
    }),
    operation: t.field({
      type: OperationType,
      description: 'What would be done.',
      resolve: ({ operation }) => operation,
    }),
    name: t.exposeString('name', {
      description: 'Its title or name, as it would be; the present one if it would be deleted.',
    }),
    changes: t.field({
      type: [FieldChangeType],
      extensions: { cost: { atMost: mostFieldChanges } },
      description: 'The fields that would be changed.',
      resolve: ({ changes }) => changes,
    }),
  }),
})

DryRunType.implement({
  description: 'What a mutation would change.',
  fields: (t) => ({
    totalCount: t.exposeInt('totalCount', { description: 'How many objects it would change.' }),
    changes: t.field({
      type: [PlannedChangeType],
      extensions: { cost: { atMost: dryRunSize.max } },
      description: `The first ${dryRunSize.max} of them.`,
      resolve: ({ changes }) => changes,
    }),
  }),
})
