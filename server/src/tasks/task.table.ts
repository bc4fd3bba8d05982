import type { Generated, GeneratedAlways } from 'kysely'

export interface TaskTable {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  list_id: string
  /** The task this one is a subtask of; always in the same list. */
  parent_id: string | null
  /** A fractional order key among its siblings, compared byte by byte. */
  position: string
  title: string
  description: string | null
  /** 0 none, 1 low, 2 medium, 3 high, 4 urgent. */
  priority: Generated<number>
  start_on: string | null
  due_on: string | null
  /** `HH:MM`; comes with its zone and the instant that both give, or not at all. */
  due_time: string | null
  due_time_zone: string | null
  due_at: string | null
  /** RFC 5545, as `serializeRecurrenceRule` writes it; the four come together or not at all. */
  recurrence_rule: string | null
  recurrence_basis: 'SCHEDULE' | 'COMPLETION' | null
  recurrence_start: string | null
  /** The day the rule gave for this occurrence, whatever day it was put off to. */
  recurrence_on: string | null
  /** The completed task whose next occurrence this one is. */
  repeats_task_id: string | null
  completed_at: string | null
  deleted_at: string | null
  /** The list or parent task whose deletion took this one along. */
  trashed_with: string | null
  /** What `searchText` makes of title and description; the words table follows it by trigger. */
  search_text: string
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface TaskWordTable {
  user_id: GeneratedAlways<string>
  word: string
  task_id: string
  /** 2 in the title, 1 in the description. */
  weight: number
}
