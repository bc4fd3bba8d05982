/** What the tasks of a view are put together by, under headings. */
export const groupings = ['NONE', 'LIST', 'DUE_DAY', 'PRIORITY', 'TAG'] as const
export type Grouping = (typeof groupings)[number]
