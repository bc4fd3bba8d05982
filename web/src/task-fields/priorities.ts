import type { Priority } from '@tend/server/domain/priority'

export type PriorityChoice = { value: Priority; label: string; done: string }

/** What each priority is called, the most important first. */
export const priorityChoices: readonly PriorityChoice[] = [
  { value: 'URGENT', label: 'Urgent', done: 'Urgent now' },
  { value: 'HIGH', label: 'High', done: 'High priority' },
  { value: 'MEDIUM', label: 'Medium', done: 'Medium priority' },
  { value: 'LOW', label: 'Low', done: 'Low priority' },
  { value: 'NONE', label: 'None', done: 'No priority' },
]
