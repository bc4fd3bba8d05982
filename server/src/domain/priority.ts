/** How much a task matters, from least to most; the index is the number in the rows. */
export const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const
export type Priority = (typeof priorities)[number]

/** The most important first, as people choose from them. */
export const urgentFirst: readonly Priority[] = [...priorities].reverse()

/** What a priority is called: `Urgent`. */
export function namePriority(priority: Priority): string {
  return priority.charAt(0) + priority.slice(1).toLowerCase()
}

/** The number that rows hold. */
export function rankPriority(priority: Priority): number {
  return priorities.indexOf(priority)
}
