import type { DueState } from '../../domain/dates/due-date.ts'

// What a caller may send. A field left out says nothing; null is refused, lest a variable that was
// forgotten should mean "everything".

type Comparator<Value, Operator extends string> = {
  [Name in Operator]?: Value | null | undefined
} & {
  in?: readonly Value[] | null | undefined
  nin?: readonly Value[] | null | undefined
}
type Nullable = { null?: boolean | null | undefined }
type Ordered = 'eq' | 'neq' | 'lt' | 'lte' | 'gt' | 'gte'

export type BooleanComparator = {
  eq?: boolean | null | undefined
  neq?: boolean | null | undefined
}
export type IdComparator = Comparator<string, 'eq' | 'neq'> & Nullable
export type TextComparator = Comparator<string, 'eq' | 'neq' | TextOperator> & Nullable
export type TextOperator =
  | 'eqIgnoreCase'
  | 'contains'
  | 'containsIgnoreCase'
  | 'startsWith'
  | 'startsWithIgnoreCase'
  | 'endsWith'
  | 'endsWithIgnoreCase'
export type PriorityComparator = Comparator<number, Ordered>
/** Days and instants, or durations from now. */
export type TimeComparator = Comparator<string, Ordered> & Nullable
export type DueStateComparator = Comparator<DueState, 'eq' | 'neq'>

type Field<Value> = Value | null | undefined

interface Group<Filter> {
  and?: Field<readonly Filter[]>
  or?: Field<readonly Filter[]>
  not?: Field<Filter>
}

export interface ListFilterInput extends Group<ListFilterInput> {
  id?: Field<IdComparator>
  name?: Field<TextComparator>
  isInbox?: Field<BooleanComparator>
  archived?: Field<BooleanComparator>
  deleted?: Field<BooleanComparator>
}

export interface TagFilterInput extends Group<TagFilterInput> {
  id?: Field<IdComparator>
  name?: Field<TextComparator>
}

export interface TagCollectionFilterInput {
  some?: Field<TagFilterInput>
  every?: Field<TagFilterInput>
  none?: Field<TagFilterInput>
}

export interface TaskFilterInput extends Group<TaskFilterInput> {
  id?: Field<IdComparator>
  title?: Field<TextComparator>
  description?: Field<TextComparator>
  completed?: Field<BooleanComparator>
  completedAt?: Field<TimeComparator>
  priority?: Field<PriorityComparator>
  listId?: Field<IdComparator>
  list?: Field<ListFilterInput>
  parentId?: Field<IdComparator>
  hasParent?: Field<BooleanComparator>
  tags?: Field<TagCollectionFilterInput>
  startOn?: Field<TimeComparator>
  dueOn?: Field<TimeComparator>
  dueAt?: Field<TimeComparator>
  dueState?: Field<DueStateComparator>
  recurring?: Field<BooleanComparator>
  createdAt?: Field<TimeComparator>
  updatedAt?: Field<TimeComparator>
  deleted?: Field<BooleanComparator>
  deletedAt?: Field<TimeComparator>
  search?: Field<string>
}
