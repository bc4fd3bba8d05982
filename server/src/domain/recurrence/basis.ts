/**
 * `SCHEDULE` repeats on the days the rule gives, whenever each is done; `COMPLETION` counts the
 * interval from the day it was done.
 */
export const recurrenceBases = ['SCHEDULE', 'COMPLETION'] as const
export type RecurrenceBasis = (typeof recurrenceBases)[number]
