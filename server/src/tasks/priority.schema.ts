import { type Priority, rankPriority } from '../domain/priority.ts'
import { builder } from '../graphql/builder.ts'

/** In rows a priority is a number, so that it sorts. */
export const PriorityType = builder.enumType('Priority', {
  description: 'How much a task matters. In an order, URGENT is the highest.',
  values: {
    NONE: { value: rankPriority('NONE'), description: 'Not said; what a new task has.' },
    LOW: { value: rankPriority('LOW'), description: 'When there is time.' },
    MEDIUM: { value: rankPriority('MEDIUM'), description: 'Should be done.' },
    HIGH: { value: rankPriority('HIGH'), description: 'Matters much.' },
    URGENT: { value: rankPriority('URGENT'), description: 'Before everything else.' },
  } satisfies Record<Priority, { value: number; description: string }>,
})
