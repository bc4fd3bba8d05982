/** How much a task matters, from least to most; the place is the number that rows hold. */
export const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const
export type Priority = (typeof priorities)[number]
