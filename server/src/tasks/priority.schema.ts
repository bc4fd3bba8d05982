import type { Priority } from '../domain/priority.ts'
import { builder } from '../graphql/builder.ts'

/** In rows a priority is a number, so that it sorts. */
export const PriorityType = builder.enumType('Priority', {
  description: 'How much a task matters. In an order, URGENT is the highest.',
  values: {
    NONE: { value: 0, description: 'Not said; what a new task has.' },
    LOW: { value: 1, description: 'When there is time.' },
    MEDIUM: { value: 2, description: 'Should be done.' },
    HIGH: { value: 3, description: 'Matters much.' },
    URGENT: { value: 4, description: 'Before everything else.' },
  } satisfies Record<Priority, { value: number; description: string }>,
})
