import type { Reminder } from '../reminders/reminder.ts'
import { taskFields } from './task-fields.ts'

type Described = typeof taskFields

/** A field of a task by its name in the API. */
export type TaskField = keyof Described

/** The fields that are described so: `FieldsWith<{ group: 'dates' }>`. */
export type FieldsWith<Trait> = {
  [Field in TaskField]: Described[Field] extends Trait ? Field : never
}[TaskField]

export type FieldType = Described[TaskField]['type']
export type ColumnOf<Field extends TaskField> = Described[Field]['column']

type Plain<Description> = Description extends { values: readonly (infer Value)[] }
  ? Value
  : Description extends { type: 'smallint' }
    ? number
    : Description extends { type: 'jsonb' }
      ? readonly Reminder[]
      : string

/** What a field holds: instants as RFC 3339 in UTC with milliseconds, days as `2027-06-30`. */
export type ValueOf<Field extends TaskField> =
  | Plain<Described[Field]>
  | (Field extends FieldsWith<{ nullable: true }> ? null : never)

/** Whose numbers have names. */
export type NamedField = FieldsWith<{ names: readonly string[] }>

/** What a field holds as the API and people say it: the name where its numbers have names. */
export type SpokenOf<Field extends TaskField> = Described[Field] extends {
  names: readonly (infer Name)[]
}
  ? Name
  : ValueOf<Field>

/** Some fields with what they hold. */
export type ValuesOf<Field extends TaskField> = { [Name in Field]: ValueOf<Name> }

/** The fields in a task's history. */
export type HistoryField = Exclude<TaskField, FieldsWith<{ isOutsideHistory: true }>>
/** What people write of a task, and what follows from it. */
export type ContentField = FieldsWith<{ content: string }>
/** When a task starts, is due and repeats: one rule, `changeDates`, writes them all. */
export type DateField = FieldsWith<{ group: 'dates' }>
/** What is written without regard to other fields, or to what it was before. */
export type PlainField = Exclude<ContentField, DateField | 'reminders'>

/** What inputs and files have in one object, `recurrence`. */
export type RecurrenceField = FieldsWith<{ recurrencePart: string }>

export type FiledField = Exclude<TaskField, FieldsWith<{ content: 'derived' }>>

/** The contents that inputs have as they are, under their own names. */
export type NamedInput = Exclude<
  FieldsWith<{ content: 'given' }> | FieldsWith<{ content: 'defaulted' }>,
  FieldsWith<{ shownAs: unknown }>
>
/** What the API's Task has under the same name, with the value of the row. */
export type OwnField = Exclude<
  {
    [Field in TaskField]: Described[Field] extends { shownAs: unknown } ? never : Field
  }[TaskField],
  'id'
>

/** Those of them that may hold nothing. */
export type NullableField = Extract<OwnField, FieldsWith<{ nullable: true }>>

/** What a type of the API has because of the fields described here. */
type ShownAs<Field extends TaskField> = Described[Field] extends { shownAs: infer Name }
  ? Exclude<Name, null>
  : Field
export type ShownField = { [Field in TaskField]: ShownAs<Field> }[TaskField]

/** What filters ask of as a field of its own, and how they compare it. */
export type FilteredField = FieldsWith<{ filter: string }>
export type FilterKind<Field extends FilteredField> = Described[Field]['filter']

/** What filters ask of whether it has a value, and under which name. */
export type FlagField = FieldsWith<{ flag: string }>
export type FlagName<Field extends FlagField> = Described[Field]['flag']

/** What tasks can be sorted by. */
export type OrderedField = FieldsWith<{ order: string }>
export type OrderName = Described[OrderedField]['order']

/** What a sign of quick add can set, and what quick add calls that sign. */
export type SignedField = FieldsWith<{ sign: string }>
export type SignKind<Field extends SignedField = SignedField> = Described[Field]['sign']

/** Leaves out none of these names, whatever else it has. */
export type EachOf<Name extends string> = Record<Name, unknown> & Record<string, unknown>

/** All fields, in the order in which they are described. */
export const taskFieldNames = Object.keys(taskFields) as TaskField[]

export const historyFields = taskFieldNames.filter(
  (field): field is HistoryField => !('isOutsideHistory' in taskFields[field]),
)

export const contentFields = taskFieldNames.filter(
  (field): field is ContentField => 'content' in taskFields[field],
)

export const dateFields = contentFields.filter(
  (field): field is DateField => 'group' in taskFields[field],
)

export const plainFields = contentFields.filter(
  (field): field is PlainField => !('group' in taskFields[field] || field === 'reminders'),
)

export const ownFields = taskFieldNames.filter(
  (field): field is OwnField => field !== 'id' && !('shownAs' in taskFields[field]),
)

export const nullableFields = ownFields.filter(
  (field): field is NullableField => 'nullable' in taskFields[field],
)

export const namedInputs = contentFields.filter((field): field is NamedInput => {
  const described = taskFields[field]
  const isWritten = described.content === 'given' || described.content === 'defaulted'
  return isWritten && !('shownAs' in described)
})

export const filteredFields = taskFieldNames.filter(
  (field): field is FilteredField => 'filter' in taskFields[field],
)

export const flagFields = taskFieldNames.filter(
  (field): field is FlagField => 'flag' in taskFields[field],
)

export const orderedFields = taskFieldNames.filter(
  (field): field is OrderedField => 'order' in taskFields[field],
)

export const signedFields = taskFieldNames.filter(
  (field): field is SignedField => 'sign' in taskFields[field],
)

export const recurrenceFields = dateFields.filter(
  (field): field is RecurrenceField => 'recurrencePart' in taskFields[field],
)

/** What a file has of a task: all but what follows from the rest. */
export const filedFields = taskFieldNames.filter((field): field is FiledField => {
  const described = taskFields[field]
  return !('content' in described && described.content === 'derived')
})

/** The name of a field's column. */
export function columnOf<Field extends TaskField>(field: Field): ColumnOf<Field> {
  return taskFields[field].column
}

/** These fields of something that has more. */
export function pickFields<Field extends TaskField>(
  source: ValuesOf<Field>,
  fields: readonly Field[],
): ValuesOf<Field> {
  return Object.fromEntries(fields.map((field) => [field, source[field]])) as ValuesOf<Field>
}

/** The names of a field's numbers; undefined where they have none. */
export function namesOf(field: TaskField): readonly string[] | undefined {
  const described = taskFields[field]
  return 'names' in described ? described.names : undefined
}

/** What a row holds for what was said of a field. */
export function toStored<Field extends TaskField>(
  field: Field,
  spoken: SpokenOf<Field>,
): ValueOf<Field> {
  const names = namesOf(field)
  return (names ? names.indexOf(spoken as string) : spoken) as ValueOf<Field>
}
