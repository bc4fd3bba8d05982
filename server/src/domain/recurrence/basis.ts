/**
 * `SCHEDULE` repeats on the days that the rule gives, whenever each occurrence is completed;
 * `COMPLETION` counts the interval from the day of completion.
 */
export const recurrenceBases = ['SCHEDULE', 'COMPLETION'] as const
export type RecurrenceBasis = (typeof recurrenceBases)[number]
