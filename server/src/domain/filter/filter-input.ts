import type {
  FieldsWith,
  FilteredField,
  FilterKind,
  FlagField,
  FlagName,
} from '../task-fields/field-types.ts'
import type { Comparator, NullableComparator } from './comparators.ts'

// What a caller may send. A missing field has no effect; null is refused, so that a forgotten variable can't
// mean "everything".

type Asked<Value> = Value | null | undefined

type Group<Filter> = {
  and?: Asked<readonly Filter[]>
  or?: Asked<readonly Filter[]>
  not?: Asked<Filter>
}

export interface ListFilterInput extends Group<ListFilterInput> {
  id?: Asked<Comparator<'id'>>
  name?: Asked<Comparator<'text'>>
  isInbox?: Asked<Comparator<'flag'>>
  archived?: Asked<Comparator<'flag'>>
  deleted?: Asked<Comparator<'flag'>>
}

export interface TagFilterInput extends Group<TagFilterInput> {
  id?: Asked<Comparator<'id'>>
  name?: Asked<Comparator<'text'>>
}

export type TagCollectionFilterInput = {
  some?: Asked<TagFilterInput>
  every?: Asked<TagFilterInput>
  none?: Asked<TagFilterInput>
}

type ComparatorOf<Field extends FilteredField> =
  Field extends FieldsWith<{ nullable: true }>
    ? NullableComparator<FilterKind<Field>>
    : Comparator<FilterKind<Field>>

type FieldFilters = { [Field in FilteredField]?: Asked<ComparatorOf<Field>> }
type FlagFilters = { [Field in FlagField as FlagName<Field>]?: Asked<Comparator<'flag'>> }

/** The filters for anything but a field of the task. */
type OtherFilters = {
  list?: Asked<ListFilterInput>
  tags?: Asked<TagCollectionFilterInput>
  dueState?: Asked<Comparator<'dueState'>>
  startState?: Asked<Comparator<'startState'>>
  plannedState?: Asked<Comparator<'dueState'>>
  search?: Asked<string>
}

export interface TaskFilterInput
  extends FieldFilters,
    FlagFilters,
    OtherFilters,
    Group<TaskFilterInput> {}

export type OtherFilter = keyof OtherFilters
