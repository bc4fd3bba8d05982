import type { OrderName } from '../../domain/task-fields/field-types.ts'
import { builder } from '../../graphql/builder.ts'
import type { TaskOrderInput } from './task-order.ts'

const TaskOrderField = builder.enumType('TaskOrderField', {
  description: 'What tasks can be sorted by.',
  values: {
    MANUAL: {
      description:
        'The order made by hand. It is one of siblings, so filter by a list and by parentId.',
    },
    TITLE: { description: 'The title, as dictionaries sort.' },
    PRIORITY: { description: 'The priority; ascending begins with NONE.' },
    DUE: {
      description:
        'The due day, and within a day the time; ascending, those for the whole day come after those with a time.',
    },
    START: { description: 'The day it starts on.' },
    CREATED_AT: { description: 'When it was written down.' },
    UPDATED_AT: { description: 'When it was last changed.' },
    COMPLETED_AT: { description: 'When it was done.' },
    DELETED_AT: { description: 'When it was put into the trash.' },
  } as const satisfies Record<OrderName, { description: string }>,
})

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end comes first.',
  values: {
    ASC: { value: 'asc', description: 'The lowest or earliest first.' },
    DESC: { value: 'desc', description: 'The highest or latest first.' },
  } as const,
})

const NullsOrder = builder.enumType('NullsOrder', {
  description: 'Where those without a value stand.',
  values: {
    FIRST: { value: 'first', description: 'Before all others.' },
    LAST: { value: 'last', description: 'After all others.' },
  } as const,
})

export const TaskOrderType = builder.inputRef<TaskOrderInput>('TaskOrder').implement({
  description:
    'One key of an order. Where several are given, each sorts what those before it left equal.',
  fields: (t) => ({
    field: t.field({ type: TaskOrderField, required: true, description: 'What to sort by.' }),
    direction: t.field({
      type: OrderDirection,
      defaultValue: 'asc',
      description: 'Which end comes first.',
    }),
    nulls: t.field({
      type: NullsOrder,
      defaultValue: 'last',
      description: 'Where tasks without a value stand, in either direction.',
    }),
  }),
})
