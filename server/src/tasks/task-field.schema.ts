import type { InputFieldRef } from '@pothos/core'
import type { SignValues } from '../domain/quick-add/signs.ts'
import {
  type NamedField,
  type NamedInput,
  namedInputs,
  type OwnField,
  ownFields,
  type SignedField,
  type SignKind,
  signedFields,
  type TaskField,
  toStored,
  type ValueOf,
} from '../domain/task-fields/field-types.ts'
import { taskFields } from '../domain/task-fields/task-fields.ts'
import type { InputBuilder } from '../graphql/add-mutation.ts'
import type { builder } from '../graphql/builder.ts'
import { PriorityType } from './priority.schema.ts'
import { fieldWords } from './task-field-words.ts'

// The parts of the API's types that follow from the description of a task's fields. Each shows a
// value of its row, so one loop creates them; their types are those of the description.

type Schema = (typeof builder)['$inferSchemaTypes']

const types = {
  uuid: 'ID',
  text: 'String',
  smallint: 'Int',
  date: 'Date',
  timestamptz: 'DateTime',
  jsonb: 'JSON',
} as const

const enumTypes = { priority: PriorityType } satisfies Record<NamedField, unknown>

function typeOf(field: TaskField) {
  return isNamed(field) ? enumTypes[field] : types[taskFields[field].type]
}

function isNamed(field: TaskField): field is NamedField {
  return field in enumTypes
}

type TaskBuilder = { expose: (field: never, options: never) => unknown }

/** The fields of the API's Task that are fields of its row. */
export function exposeFields(t: TaskBuilder) {
  const shown = ownFields.map((field) => {
    const type = typeOf(field)
    const nullable = 'nullable' in taskFields[field]
    const description = fieldWords[field].shown
    return [field, t.expose(field as never, { type, nullable, description } as never)]
  })
  return Object.fromEntries(shown) as Record<OwnField, never>
}

/** The signs' names in quick add, each with its description. */
export function signKindValues() {
  const values = signedFields.map((field) => {
    const value = taskFields[field].sign
    return [value, { value, description: fieldWords[field].signed }] as const
  })
  type Value<Kind> = { value: Kind; description: string }
  return Object.fromEntries(values) as { [Kind in SignKind]: Value<Kind> }
}

/** The fields that signs set, for a line that was read. */
export function exposeSigns(t: { field: (options: never) => unknown }) {
  const read = signedFields.map((field) => {
    const nullable = 'nullable' in taskFields[field]
    const description = fieldWords[field].read
    const resolve = (values: SignValues) => toStored(field, values[field] as never)
    return [field, t.field({ type: typeOf(field), nullable, description, resolve } as never)]
  })
  return Object.fromEntries(read) as Record<SignedField, never>
}

type InputFields<Required extends NamedInput> = {
  [Field in NamedInput]: InputFieldRef<
    Schema,
    Field extends Required ? ValueOf<Field> : ValueOf<Field> | null | undefined
  >
}

/** The inputs for the contents of a task, except how it repeats. */
export function inputFields<Required extends NamedInput = never>(
  t: InputBuilder,
  use: 'given' | 'changed',
  required: readonly Required[] = [],
): InputFields<Required> {
  const fields = namedInputs.map((field) => {
    const isRequired = (required as readonly string[]).includes(field)
    const description = fieldWords[field][use]
    return [field, t.field({ type: typeOf(field), required: isRequired, description } as never)]
  })
  return Object.fromEntries(fields)
}
