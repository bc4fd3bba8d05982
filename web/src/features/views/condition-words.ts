import { namePriority, urgentFirst } from '@tend/server/domain/priority'
import type { DueState, Priority, StartState } from '../../gql/graphql.ts'
import type { Condition } from './filter-model.ts'

type Words<Value extends string> = readonly { value: Value; label: string; inSentence: string }[]

export const priorityWords: Words<Priority> = urgentFirst.map((value) => ({
  value,
  label: namePriority(value),
  inSentence: value === 'NONE' ? 'no' : value.toLowerCase(),
}))

const dueLabels: Record<DueState, Omit<Words<DueState>[number], 'value'>> = {
  OVERDUE: { label: 'Overdue', inSentence: 'overdue' },
  TODAY: { label: 'Today', inSentence: 'due today' },
  NEXT_7_DAYS: { label: 'Next 7 days', inSentence: 'due in the next 7 days' },
  LATER: { label: 'Later', inSentence: 'due later' },
  NONE: { label: 'No date', inSentence: 'without a due date' },
}

export const dueWords: Words<DueState> = (Object.keys(dueLabels) as DueState[]).map((value) => ({
  value,
  ...dueLabels[value],
}))

export const startWords: Words<StartState> = [
  { value: 'STARTED', label: 'Started', inSentence: 'started' },
  { value: 'AHEAD', label: 'Starts later', inSentence: 'to start later' },
  { value: 'NONE', label: 'No start', inSentence: 'without a start' },
]

/** The name of each kind of condition, its operators, and its initial value. */
export const conditionWords: Record<
  Condition['field'],
  { label: string; yes: string; no: string; blank: Condition }
> = {
  list: {
    label: 'List',
    yes: 'is one of',
    no: 'is none of',
    blank: { field: 'list', not: false, values: [] },
  },
  tag: {
    label: 'Tags',
    yes: 'include any of',
    no: 'include none of',
    blank: { field: 'tag', not: false, values: [] },
  },
  priority: {
    label: 'Priority',
    yes: 'is one of',
    no: 'is none of',
    blank: { field: 'priority', not: false, values: [] },
  },
  due: {
    label: 'Due date',
    yes: 'is one of',
    no: 'is none of',
    blank: { field: 'due', not: false, values: [] },
  },
  dueWithin: {
    label: 'Due within',
    yes: 'is due within',
    no: 'isn’t due within',
    blank: { field: 'dueWithin', not: false, days: 14 },
  },
  start: {
    label: 'Start',
    yes: 'is one of',
    no: 'is none of',
    blank: { field: 'start', not: false, values: [] },
  },
  completed: {
    label: 'Status',
    yes: 'Completed',
    no: 'Open',
    blank: { field: 'completed', is: false },
  },
  words: {
    label: 'Title or notes',
    yes: 'have the words',
    no: 'don’t have the words',
    blank: { field: 'words', not: false, text: '' },
  },
  title: {
    label: 'Title',
    yes: 'contains',
    no: 'doesn’t contain',
    blank: { field: 'title', not: false, text: '' },
  },
  madeWithin: {
    label: 'Created within',
    yes: 'in the last',
    no: 'not in the last',
    blank: { field: 'madeWithin', not: false, days: 7 },
  },
  repeats: {
    label: 'Repeat',
    yes: 'Repeating',
    no: 'Not repeating',
    blank: { field: 'repeats', is: true },
  },
  reminder: {
    label: 'Reminder',
    yes: 'Has one',
    no: 'Has none',
    blank: { field: 'reminder', is: true },
  },
  subtask: {
    label: 'Level',
    yes: 'Subtasks',
    no: 'Top level',
    blank: { field: 'subtask', is: false },
  },
  archived: {
    label: 'Archived list',
    yes: 'In one',
    no: 'Not in one',
    blank: { field: 'archived', is: false },
  },
  other: {
    label: 'Set through the API',
    yes: '',
    no: '',
    blank: { field: 'other', filter: {} },
  },
}
