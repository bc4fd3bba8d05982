import { namePriority, type Priority, urgentFirst } from '@tend/server/domain/priority'

export type PriorityChoice = { value: Priority; label: string; done: string }

/** The name of each priority, the most important first. */
export const priorityChoices: readonly PriorityChoice[] = urgentFirst.map((value) => ({
  value,
  label: namePriority(value),
  done: describeDone(value),
}))

function describeDone(priority: Priority): string {
  if (priority === 'NONE') return 'No priority'
  return priority === 'URGENT' ? 'Urgent now' : `${namePriority(priority)} priority`
}
