import { type OrderName, orderedFields } from '../../domain/task-fields/field-types.ts'
import { taskFields } from '../../domain/task-fields/task-fields.ts'
import { builder } from '../../graphql/builder.ts'
import { fieldWords } from '../task-field-words.ts'
import type { TaskOrderInput } from './task-order.ts'

const TaskOrderField = builder.enumType('TaskOrderField', {
  description: 'What tasks can be sorted by.',
  values: {
    ...(Object.fromEntries(
      orderedFields.map((field) => [
        taskFields[field].order,
        { description: fieldWords[field].ordered },
      ]),
    ) as Record<OrderName, { description: string }>),
    PLANNED: {
      description:
        'The day it starts on, else the due day, and within a day the due time: the order of plannedState.',
    },
  },
})

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end comes first.',
  values: {
    ASC: { value: 'asc', description: 'The lowest or earliest first.' },
    DESC: { value: 'desc', description: 'The highest or latest first.' },
  } as const,
})

const NullsOrder = builder.enumType('NullsOrder', {
  description: 'Where those without a value come.',
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
      description: 'Where tasks without a value come, in either direction.',
    }),
  }),
})
