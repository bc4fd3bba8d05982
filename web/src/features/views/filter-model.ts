import type { DueState, Priority, StartState, TaskFilter } from '../../gql/graphql.ts'

// A filter as it is built in the app: one level of groups, a line for each condition. Whatever else a
// filter has is kept as it is, so that editing a view loses nothing.

/** One of these or none of them: ids of lists or tags, priorities, states of the due date or the start. */
export type Choice =
  | { field: 'list' | 'tag'; not: boolean; values: readonly string[] }
  | { field: 'priority'; not: boolean; values: readonly Priority[] }
  | { field: 'due'; not: boolean; values: readonly DueState[] }
  | { field: 'start'; not: boolean; values: readonly StartState[] }
/** Words in the title or the notes, or in the title alone. */
export type TextCondition = { field: 'words' | 'title'; not: boolean; text: string }
/** Due within so many days, or created in the last so many days. */
export type DaysCondition = { field: 'dueWithin' | 'madeWithin'; not: boolean; days: number }
export type Flag = {
  field: 'completed' | 'repeats' | 'reminder' | 'subtask' | 'archived'
  is: boolean
}
/** Something that only the API can express. */
export type Other = { field: 'other'; filter: TaskFilter }

export type Condition = Choice | TextCondition | DaysCondition | Flag | Other
export type Match = 'all' | 'any'
export type ConditionGroup = { match: Match; conditions: readonly Condition[] }
export type FilterModel = { match: Match; parts: readonly (Condition | ConditionGroup)[] }

export function isGroup(part: Condition | ConditionGroup): part is ConditionGroup {
  return 'match' in part
}

/** Whether a condition has a value yet; one that doesn't is left out of the filter. */
export function isComplete(condition: Condition): boolean {
  if ('values' in condition) return condition.values.length > 0
  if ('text' in condition) return condition.text.trim() !== ''
  if ('days' in condition) return Number.isInteger(condition.days) && condition.days >= 0
  return true
}
