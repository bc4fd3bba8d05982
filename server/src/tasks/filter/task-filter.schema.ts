import type { InputRef } from '@pothos/core'
import type { OperatorOf } from '../../domain/filter/comparators.ts'
import type {
  ListFilterInput,
  TagCollectionFilterInput,
  TagFilterInput,
  TaskFilterInput,
} from '../../domain/filter/filter-input.ts'
import { filterLimits, textLimits } from '../../domain/limits.ts'
import {
  type FilteredField,
  filteredFields,
  flagFields,
  type NamedField,
} from '../../domain/task-fields/field-types.ts'
import { taskFields } from '../../domain/task-fields/task-fields.ts'
import { searchLimits } from '../../domain/text/search-words.ts'
import type { InputBuilder } from '../../graphql/add-mutation.ts'
import { builder } from '../../graphql/builder.ts'
import { BooleanComparator, comparatorOf } from '../../graphql/comparators.schema.ts'
import { PriorityType } from '../priority.schema.ts'
import { fieldWords } from '../task-field-words.ts'
import { DueStateType } from './due-state.schema.ts'
import { StartStateType } from './start-state.schema.ts'

const groupWords = {
  and: 'All of these must be true; none given is true.',
  or: 'One of these must be true; none given lets nothing through.',
  not: 'This must not be true.',
}
const limitWords = `Filters nest ${filterLimits.depth} deep at most and have ${filterLimits.parts} parts, comparisons and filters. A field given as null is refused.`

const IDComparator = comparatorOf('id', { isNullable: false })
const TextComparator = comparatorOf('text', { isNullable: false })

const PriorityComparator = builder.inputType('PriorityComparator', {
  description: 'Compares a priority; NONE is the lowest, URGENT the highest.',
  fields: (t) =>
    ({
      eq: t.field({ type: PriorityType, description: 'Is this.' }),
      neq: t.field({ type: PriorityType, description: 'Is not this.' }),
      in: t.field({ type: [PriorityType], description: 'Is one of these.' }),
      nin: t.field({ type: [PriorityType], description: 'Is none of these.' }),
      lt: t.field({ type: PriorityType, description: 'Is lower.' }),
      lte: t.field({ type: PriorityType, description: 'Is lower or the same.' }),
      gt: t.field({ type: PriorityType, description: 'Is higher.' }),
      gte: t.field({ type: PriorityType, description: 'Is higher or the same.' }),
    }) satisfies Record<OperatorOf<'number'>, unknown>,
})

const DueStateComparator = builder.inputType('DueStateComparator', {
  description: 'Compares the state of the due date or of the plan, in your time zone.',
  fields: (t) => stateFields(t, DueStateType) satisfies Record<OperatorOf<'dueState'>, unknown>,
})

const StartStateComparator = builder.inputType('StartStateComparator', {
  description: 'Compares whether a task has begun, in your time zone.',
  fields: (t) => stateFields(t, StartStateType) satisfies Record<OperatorOf<'startState'>, unknown>,
})

function stateFields<Type extends typeof DueStateType | typeof StartStateType>(
  t: InputBuilder,
  type: Type,
) {
  return {
    eq: t.field({ type, description: 'Is this.' }),
    neq: t.field({ type, description: 'Is not this.' }),
    in: t.field({ type: [type], description: 'Is one of these.' }),
    nin: t.field({ type: [type], description: 'Is none of these.' }),
  }
}

export const ListFilterType = builder.inputRef<ListFilterInput>('ListFilter').implement({
  description: `Which lists are meant. Everything said must be true. ${limitWords}`,
  fields: (t) => ({
    and: t.field({ type: [ListFilterType], description: groupWords.and }),
    or: t.field({ type: [ListFilterType], description: groupWords.or }),
    not: t.field({ type: ListFilterType, description: groupWords.not }),
    id: t.field({ type: IDComparator, description: 'Its id.' }),
    name: t.field({ type: TextComparator, description: 'What it is called.' }),
    isInbox: t.field({ type: BooleanComparator, description: 'Whether it is the inbox.' }),
    archived: t.field({ type: BooleanComparator, description: 'Whether it is archived.' }),
    deleted: t.field({ type: BooleanComparator, description: 'Whether it is in the trash.' }),
  }),
})

export const TagFilterType = builder.inputRef<TagFilterInput>('TagFilter').implement({
  description: `Which tags are meant. Everything said must be true. ${limitWords}`,
  fields: (t) => ({
    and: t.field({ type: [TagFilterType], description: groupWords.and }),
    or: t.field({ type: [TagFilterType], description: groupWords.or }),
    not: t.field({ type: TagFilterType, description: groupWords.not }),
    id: t.field({ type: IDComparator, description: 'Its id.' }),
    name: t.field({ type: TextComparator, description: 'What it is called.' }),
  }),
})

const TagCollectionFilter = builder
  .inputRef<TagCollectionFilterInput>('TagCollectionFilter')
  .implement({
    description: 'Compares the tags of a task. An empty filter means any tag.',
    fields: (t) => ({
      some: t.field({ type: TagFilterType, description: 'At least one tag is like this.' }),
      every: t.field({
        type: TagFilterType,
        description: 'No tag is unlike this; true of a task without tags.',
      }),
      none: t.field({ type: TagFilterType, description: 'No tag is like this.' }),
    }),
  })

export const TaskFilterType = builder.inputRef<TaskFilterInput>('TaskFilter').implement({
  description: `Which of your tasks are meant. Everything said must be true; an empty filter means all of them. Those in the trash are left out unless the filter speaks of deleted or deletedAt. ${limitWords}`,
  fields: (t) => ({
    and: t.field({ type: [TaskFilterType], description: groupWords.and }),
    or: t.field({ type: [TaskFilterType], description: groupWords.or }),
    not: t.field({ type: TaskFilterType, description: groupWords.not }),
    ...fieldFilters(t),
    list: t.field({ type: ListFilterType, description: 'The list it is in.' }),
    tags: t.field({ type: TagCollectionFilter, description: 'The tags on it.' }),
    dueState: t.field({
      type: DueStateComparator,
      description: 'The state of its due date; completed tasks are compared in the same way.',
    }),
    startState: t.field({
      type: StartStateComparator,
      description:
        'Whether it has begun: “neq: AHEAD” leaves out what isn’t to be thought of before its day. Completed tasks are compared in the same way.',
    }),
    plannedState: t.field({
      type: DueStateComparator,
      description:
        'When it is to be thought of, as plannedState of a task says it: OVERDUE and TODAY are what the app’s Today has, NEXT_7_DAYS and LATER what its Upcoming has. Completed tasks are compared in the same way.',
    }),
    search: t.string({
      description: `Words that title or notes have, all of them, the last one as the beginning of a word; without regard to case and accents. 1 to ${textLimits.searchText.max} characters, of which the first ${searchLimits.wordsPerQuery} words count. searchTasks puts the best first.`,
    }),
  }),
})

/** The conditions on the fields of a task, and on whether they have a value. */
function fieldFilters(t: InputBuilder) {
  const fields = filteredFields.map((field) => [
    field,
    t.field({ type: comparatorFor(field), description: fieldWords[field].filtered }),
  ])
  const flags = flagFields.map((field) => [
    taskFields[field].flag,
    t.field({ type: BooleanComparator, description: fieldWords[field].flagged }),
  ])
  return Object.fromEntries([...fields, ...flags])
}

const namedComparators: Record<string, InputRef> = {
  priority: PriorityComparator,
} satisfies Record<NamedField, unknown>

function comparatorFor(field: FilteredField): InputRef {
  const described = taskFields[field]
  const isNullable = 'nullable' in described
  return namedComparators[field] ?? comparatorOf(described.filter, { isNullable })
}
